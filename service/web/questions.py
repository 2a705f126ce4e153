"""``/v1/ask`` and ``/v1/suggestions``: a question in, an answer out, whole or as it is made."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from ingest.patterns import regex
from service.contract import Answer, AskRequest
from service.web import events
from service.web.asking import Asked, Asking
from service.web.athand import answer_to_response
from service.web.metrics import Metrics

#: Seconds that a stream's head waits for a failure, so that a question that cannot be read is a plain problem.
PATIENCE = 1.0

_HALF = regex("[\ud800-\udfff]")


def questions(answerer: Asked, metrics: Metrics) -> APIRouter:
    """The routes over one answerer, which works in the thread pool; what it recalls is given before (``AtHand``)."""
    routes = APIRouter(prefix="/v1", tags=["questions"])

    @routes.post(
        "/ask", response_model=Answer, responses={200: {"content": {events.MEDIA_TYPE: events.DESCRIBED}}}
    )
    async def ask(asked: AskRequest, request: Request) -> Response:
        """Answer a question with figures and the places they were printed in.

        With ``stream`` or ``Accept: text/event-stream`` the answer comes as server-sent events.
        """
        insist_on_text(asked)
        if asked.stream or events.MEDIA_TYPE in request.headers.get("accept", ""):
            asking = Asking(answerer, asked)
            await asking.begin(PATIENCE)
            told = events.answer_to_events(asking, request.url.path, metrics.count_answer)
            return StreamingResponse(told, headers=events.HEADERS, media_type=events.MEDIA_TYPE)
        answer = await run_in_threadpool(answerer.ask, asked)
        metrics.count_answer(answer)
        return answer_to_response(answer, answer.model_dump_json())

    @routes.get("/suggestions")
    def suggestions() -> list[str]:
        """Questions to begin with, each of which would be answered."""
        return list(answerer.suggestions())

    return routes


def insist_on_text(asked: BaseModel) -> None:
    """Refuse half a character (JSON can escape a lone surrogate): no store and no reply could hold it."""
    for name, value in asked:
        texts = value if isinstance(value, list) else [value]
        if any(_HALF.search(text) for text in texts if isinstance(text, str)):
            raise RequestValidationError([{"type": "string_unicode", "loc": ("body", name)}])
