"""Problems as the error objects that OpenAI's clients know (出错)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

#: Where errors have this shape.
PATHS = ("/v1/chat/", "/v1/models")
#: A request that does not fit is a 400 there.
STATUSES: Mapping[int, int] = {422: 400}
#: ``type`` and ``code`` by status; others are the client's mistake, or from 500 on the server's.
KINDS: Mapping[int, tuple[str, str | None]] = {
    401: ("authentication_error", "invalid_api_key"),
    403: ("permission_error", None),
    404: ("invalid_request_error", "model_not_found"),
    429: ("rate_limit_error", "rate_limit_exceeded"),
}
NO_MODEL = "没有这个模型或地址；模型名是 mingbai，地址是 /v1/chat/completions。"

DESCRIBED: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "出错（OpenAI 的格式）",
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["error"],
                    "properties": {
                        "error": {
                            "type": "object",
                            "required": ["message", "type", "param", "code"],
                            "properties": {
                                "message": {"type": "string"},
                                "type": {"type": "string"},
                                "param": {"type": ["string", "null"]},
                                "code": {"type": ["string", "null"]},
                            },
                        }
                    },
                }
            }
        },
    }
}


def problem_to_error(problem: Mapping[str, Any]) -> dict[str, Any]:
    """An object of RFC 9457 as ``{"error": …}``; ``param`` is the first field that does not fit."""
    status = problem["status"]
    kind, code = KINDS.get(status, ("server_error" if status >= 500 else "invalid_request_error", None))
    fields = [error["pointer"].removeprefix("#/") for error in problem.get("errors", ())]
    param = next(filter(None, fields), "model" if status == 404 else None)
    message = NO_MODEL if status == 404 else problem["detail"]
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


def encode(problem: Mapping[str, Any]) -> bytes:
    """The same as the JSON that is sent."""
    return json.dumps(problem_to_error(problem), ensure_ascii=False).encode()
