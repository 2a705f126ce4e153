"""Errors as ``application/problem+json`` (RFC 9457): what happened, in Chinese, and never a stack trace."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match

from ingest.errors import IngestError, StoreUnavailable
from service.chat import refusals
from service.errors import (
    AnswerNotFound,
    BadQuestion,
    BadUpload,
    BodyTooLarge,
    DocumentNotFound,
    JobNotFound,
    KeyMissing,
    KindNotRead,
    NotAllowed,
    OriginalMissing,
    PageNotFound,
    PictureUnavailable,
    QueueFull,
    ServiceError,
    TooMany,
    UploadTooSlow,
)

TITLES: Mapping[int, tuple[str, str]] = {
    400: ("请求无法读取", "请求体不是合法的 UTF-8 JSON。"),
    401: ("密钥无效", "请求头 Authorization 里的密钥不对，或已被吊销；公开的接口不带密钥也能用。"),
    403: ("没有权限", "这把密钥不能做这件事。"),
    404: ("没有找到", "没有这个地址。"),
    405: ("方法不允许", "这个地址不支持该请求方法。"),
    408: ("等得太久", "请求没有在限定的时间内传完，请检查网络后再试。"),
    413: ("请求过大", "请求体超过了大小限制。"),
    415: ("格式不支持", "请以 application/json 提交。"),
    422: ("请求内容有误", "请求中有不合要求的字段。"),
    429: ("访问太频繁", "请稍后再试。"),
    500: ("服务内部错误", "服务出了问题，已经记录；请稍后再试。"),
    503: ("服务暂不可用", "数据暂时读不到，请稍后再试。"),
}

# What /openapi.json says about every route; the framework's own description of a 422 would be untrue here.
DESCRIBED: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "出错（RFC 9457）",
        "content": {
            "application/problem+json": {
                "schema": {
                    "type": "object",
                    "required": ["type", "title", "status", "detail", "instance"],
                    "properties": {
                        "type": {"type": "string"},
                        "title": {"type": "string"},
                        "status": {"type": "integer"},
                        "detail": {"type": "string"},
                        "instance": {"type": "string"},
                        "errors": {"type": "array", "items": {"type": "object"}},
                    },
                }
            }
        },
    }
}

STATUSES: Mapping[type[Exception], int] = {
    BadQuestion: 422,
    DocumentNotFound: 404,
    PageNotFound: 404,
    OriginalMissing: 404,
    PictureUnavailable: 404,
    StoreUnavailable: 503,
    KeyMissing: 401,
    NotAllowed: 403,
    BodyTooLarge: 413,
    BadUpload: 422,
    KindNotRead: 415,
    UploadTooSlow: 408,
    QueueFull: 503,
    JobNotFound: 404,
    TooMany: 422,
    AnswerNotFound: 404,
}
#: What a status needs in the head of its response (RFC 6750 for keys).
HEADERS: Mapping[int, Mapping[str, str]] = {
    401: {"www-authenticate": "Bearer"},
    503: {"retry-after": "10"},
}

REASONS: Mapping[str, str] = {
    "missing": "缺少这个字段",
    "extra_forbidden": "没有这个字段",
    "string_type": "应为文本",
    "string_unicode": "应为合法的 Unicode 文本",
    "string_too_long": "太长",
    "string_pattern_mismatch": "写法不对",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "float_parsing": "应为数字",
    "finite_number": "应为有限的数",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "literal_error": "不在可选的值之内",
    "greater_than_equal": "太小",
    "less_than_equal": "太大",
    "too_long": "太多",
    "too_short": "太少",
    "not_text": "只能读文字",
    "model_attributes_type": "应为 JSON 对象",
}


def problem(
    status: int,
    instance: str,
    detail: str = "",
    errors: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The response for ``status``; ``instance`` is the path that was asked for, which decides its shape."""
    told, headers = problem_object(status, instance, detail, errors), headers or HEADERS.get(status)
    if instance.startswith(refusals.PATHS):
        status = refusals.STATUSES.get(status, status)
        return Response(refusals.encode(told), status, headers, media_type="application/json")
    content = json.dumps(told, ensure_ascii=False).encode()
    return Response(content, status, headers, media_type="application/problem+json")


def problem_object(
    status: int, instance: str, detail: str = "", errors: Sequence[Mapping[str, str]] = ()
) -> dict[str, Any]:
    """What a problem says, as the object of RFC 9457."""
    title, usual = TITLES.get(status, ("请求失败", "请求没有成功。"))
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail or usual,
        "instance": instance,
    }
    if errors:
        body["errors"] = list(errors)
    return body


def explain(error: Mapping[str, Any]) -> dict[str, str]:
    """One validation error as a pointer and a reason; the value that was sent is not repeated."""
    place = [str(part) for part in error.get("loc", ()) if part not in ("body", "query", "path")]
    return {
        "pointer": "#/" + "/".join(place),
        "detail": REASONS.get(str(error.get("type", "")), "不合要求"),
    }


async def on_invalid(request: Request, exc: Exception) -> Response:
    """A request that does not fit its model; JSON that cannot be parsed at all is a 400."""
    found = exc.errors() if isinstance(exc, RequestValidationError) else []
    if any(error.get("type") == "json_invalid" for error in found):
        return problem(400, request.url.path)
    if any(
        tuple(error.get("loc", ())) == ("body",) and isinstance(error.get("input"), bytes) for error in found
    ):
        return problem(415, request.url.path)
    errors = [explain(error) for error in found]
    told = "；".join(
        f"{error['pointer'].removeprefix('#/') or '请求体'}：{error['detail']}" for error in errors
    )
    return problem(422, request.url.path, told and f"{told}。", errors)


async def on_http(request: Request, exc: Exception) -> Response:
    """404, 405 and the like, as raised by the router."""
    if not isinstance(exc, HTTPException):
        raise exc
    headers = {"allow": ", ".join(allowed(request))} if exc.status_code == 405 else exc.headers
    return problem(exc.status_code, request.url.path, headers=headers)


def allowed(request: Request) -> list[str]:
    """The methods of an address; the router's own list ends with the first route that has the address."""
    return [
        method
        for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL
            for route in request.app.routes
        )
    ]


async def on_known(request: Request, exc: Exception) -> Response:
    """An error of the domain: its message was written to be shown."""
    return problem(status_of(exc), request.url.path, str(exc))


def status_of(exc: Exception) -> int:
    """The HTTP status of an error of the domain; 500 for one that has none of its own."""
    return next((code for kind, code in STATUSES.items() if isinstance(exc, kind)), 500)


def install(app: FastAPI) -> None:
    """Make every expected error of ``app`` a problem; the unexpected ones are caught by the gate."""
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(ServiceError, on_known)
    app.add_exception_handler(IngestError, on_known)
