"""The routes that speak OpenAI's protocol, over the same answerer as ``/v1/ask``."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any

import structlog
from fastapi import APIRouter, Request
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse

from ingest.errors import IngestError
from service.chat import refusals
from service.chat.contract import MODEL, ChatRequest, Chunk, Completion, Model, Models
from service.chat.reply import answer_to_chunks, answer_to_completion
from service.chat.talk import chat_to_request
from service.errors import ServiceError
from service.web import events
from service.web.asking import Asked, Asking
from service.web.metrics import Metrics
from service.web.problems import problem_object, status_of
from service.web.questions import PATIENCE, insist_on_text

_STREAM: dict[str, Any] = {
    "description": "chat.completion.chunk 若干，最后一行 [DONE]",
    "schema": events.EVENT,
}


def chat(answerer: Asked, metrics: Metrics) -> APIRouter:
    """``/v1/chat/completions`` and ``/v1/models``."""
    routes = APIRouter(prefix="/v1", tags=["openai"], responses=refusals.DESCRIBED)
    started = int(time.time())

    @routes.post(
        "/chat/completions",
        response_model=Completion,
        responses={200: {"content": {events.MEDIA_TYPE: _STREAM}}},
    )
    async def completions(asked: ChatRequest, request: Request) -> Response:
        """The answer as a chat completion; the last user message asks, the earlier ones are its history."""
        insist_on_model(asked.model)
        question = chat_to_request(asked)
        insist_on_text(question)
        if asked.stream:
            asking = Asking(answerer, question)
            await asking.begin(PATIENCE)
            told = stream(asking, metrics, request.url.path, usage=wants_usage(asked))
            return StreamingResponse(told, headers=events.HEADERS, media_type=events.MEDIA_TYPE)
        answer = await run_in_threadpool(answerer.ask, question)
        metrics.count_answer(answer)
        content = answer_to_completion(answer).model_dump_json()
        return Response(content, headers={"cache-control": "no-store"}, media_type="application/json")

    @routes.get("/models")
    def models() -> Models:
        """The models that can be named: ``mingbai``."""
        return Models(data=[Model(id=MODEL, created=started)])

    @routes.get("/models/{model}")
    def model(model: str) -> Model:
        """The model of that name."""
        insist_on_model(model)
        return Model(id=MODEL, created=started)

    return routes


def insist_on_model(name: str) -> None:
    """Refuse a model that is not ours, rather than answer in its name."""
    if name != MODEL:
        raise HTTPException(404)


def wants_usage(asked: ChatRequest) -> bool:
    """Whether a last chunk is to tell the usage."""
    return bool(asked.stream_options and asked.stream_options.include_usage)


async def stream(asking: Asking, metrics: Metrics, path: str, usage: bool) -> AsyncIterator[bytes]:
    """Chunks as server-sent events, with pings while waiting; a failure is an error object in their place."""
    try:
        async for _ in asking.waits(for_plan=False, every=events.PING_SECONDS):
            yield KEEPALIVE_COMMENT
        answer = asking.answer.result()
        metrics.count_answer(answer)
        for chunk in answer_to_chunks(answer, usage):
            yield format_sse_event(data_str=dump(chunk))
        yield format_sse_event(data_str="[DONE]")
    except (ServiceError, IngestError) as exc:
        yield failed(status_of(exc), path, str(exc))
    except Exception:  # noqa: BLE001 (the head is sent: an error object is the only way left to tell of it)
        structlog.get_logger().exception("request failed", path=path)
        yield failed(500, path)
    finally:
        asking.leave()


def dump(chunk: Chunk) -> str:
    """A chunk as JSON, without the fields that only some bear."""
    absent = {name for name in ("usage", "mingbai") if getattr(chunk, name) is None}
    return chunk.model_dump_json(exclude=absent)


def failed(status: int, path: str, detail: str = "") -> bytes:
    """An error as the last event."""
    return format_sse_event(data_str=refusals.encode(problem_object(status, path, detail)).decode())
