"""An answer as server-sent events: what is looked for, figures, text by sentence, places, hints, the whole (推送)."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import structlog
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event

from ingest.errors import IngestError
from service.contract import Answer
from service.errors import ServiceError
from service.model import Plan
from service.progress import plan_to_doing
from service.web.asking import Asking
from service.web.problems import problem_object, status_of

MEDIA_TYPE = "text/event-stream"
#: A proxy that holds back what it is sent would hold back the pings too.
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}
#: Seconds between two pings, well below the minute after which proxies give a silent connection up.
PING_SECONDS = 10.0

#: An event as OpenAPI describes streams (3.2, section 4.14.4).
EVENT: dict[str, Any] = {
    "type": "object",
    "required": ["data"],
    "properties": {
        "event": {"type": "string"},
        "data": {"type": "string", "contentMediaType": "application/json"},
    },
}
#: What the description of the route says of them.
DESCRIBED: dict[str, Any] = {
    "description": "逐步给出的回答：understanding、figures、text（一句一段）、citations、notes、suggestions、done；"
    "出错时为 error，内容同 application/problem+json。等待时每 10 秒有一行注释。",
    "schema": EVENT,
}


async def answer_to_events(
    asking: Asking, path: str, count: Callable[[Answer], None], ping: float = PING_SECONDS
) -> AsyncIterator[bytes]:
    """The events of one answer as they become known, with pings between; work stops when nobody reads on."""
    try:
        async for _ in asking.waits(for_plan=True, every=ping):
            yield KEEPALIVE_COMMENT
        yield event("understanding", understanding(asking.plan.result() if asking.plan.done() else None))
        async for _ in asking.waits(for_plan=False, every=ping):
            yield KEEPALIVE_COMMENT
        answer = asking.answer.result()
        count(answer)
        for name, data in parts(answer):
            yield event(name, data)
        yield format_sse_event(event="done", data_str=answer.model_dump_json())
    except (ServiceError, IngestError) as exc:
        yield event("error", problem_object(status_of(exc), path, str(exc)))
    except Exception:  # noqa: BLE001 (the head is sent: an event is the only way left to tell of whatever happened)
        structlog.get_logger().exception("request failed", path=path)
        yield event("error", problem_object(500, path))
    finally:
        asking.leave()


def parts(answer: Answer) -> Iterator[tuple[str, dict[str, Any]]]:
    """Names and contents of the events that an answer is told in, without the first and the last."""
    whole = answer.model_dump(mode="json")
    if answer.figures:
        yield "figures", {"figures": whole["figures"]}
    for sentence in sentences(answer.answer):
        yield "text", {"delta": sentence}
    yield "citations", {"citations": whole["citations"]}
    yield "notes", {name: whole[name] for name in ("notes", "options", "reason")}
    yield "suggestions", {"suggestions": whole["suggestions"]}


def sentences(text: str) -> list[str]:
    """A text cut after each sentence and line; put together again it is the same text."""
    return re.findall(r"[^。！？；\n]*[。！？；\n]+[”」』）]*|[^。！？；\n]+", text)


def understanding(plan: Plan | None) -> dict[str, Any]:
    """Who, when and what is looked for; a question that was not understood so far names none of them."""
    return {
        "entity": plan.entity or None if plan else None,
        "year": plan.year if plan else None,
        "operation": plan.operation.value if plan else None,
        "text": plan_to_doing(plan) if plan else "正在查已收录的文件…",
    }


def event(name: str, data: dict[str, Any]) -> bytes:
    """One event, its data on one line of JSON."""
    return format_sse_event(event=name, data_str=json.dumps(data, ensure_ascii=False))
