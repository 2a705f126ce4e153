"""``POST /v1/ask`` where the answer is at hand: given at the door, before the framework goes its round (再问)."""

from __future__ import annotations

from pydantic import ValidationError
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.contract import Answer, AskRequest, Timings
from service.web import events
from service.web.asking import Asked
from service.web.metrics import Metrics
from service.web.printed import Printed

PATH = "/v1/ask"
_JSON = "application/json"


class _Place:
    """What the count of requests is told in place of the route."""

    path = PATH


class AtHand:
    """Pure ASGI middleware behind the gate and the door: gives what the answerer recalls, or lets the request on.

    Only what the route itself would accept is taken up here; whatever else comes goes on to the route, which works an
    answer out or tells what is wrong.
    """

    def __init__(self, app: ASGIApp, answerer: Asked, metrics: Metrics) -> None:
        self.app, self.answerer, self.metrics = app, answerer, metrics
        self._printed = Printed()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on as it came."""
        if scope["type"] != "http" or scope["path"] != PATH or not wants_json(scope):
            await self.app(scope, receive, send)
            return
        message = await receive()
        answer = None if message.get("more_body") else self.recall(message.get("body", b""))
        if answer is None:
            await self.app(scope, again(message, receive), send)
            return
        self.metrics.count_answer(answer)
        scope["route"] = _Place
        await answer_to_response(answer, self._printed.json(answer))(scope, receive, send)

    def recall(self, body: bytes) -> Answer | None:
        """The answer to a whole body; None where there is none at hand, or the body is not what is asked for."""
        try:
            # What is no text is no JSON here: half a character, which JSON can escape, does not come through.
            asked = AskRequest.model_validate_json(body)
        except ValidationError:
            return None
        return None if asked.stream else self.answerer.recall(asked)


def wants_json(scope: Scope) -> bool:
    """Whether a request brings JSON and takes the answer as JSON."""
    headers = Headers(scope=scope)
    return (
        scope["method"] == "POST"
        and headers.get("content-type") == _JSON
        and events.MEDIA_TYPE not in headers.get("accept", "")
    )


def again(message: Message, receive: Receive) -> Receive:
    """A ``receive`` that hands out a message once more, and then what still comes."""
    pending = [message]

    async def once() -> Message:
        return pending.pop() if pending else await receive()

    return once


def answer_to_response(answer: Answer, content: str | bytes) -> Response:
    """An answer as it goes out; ``content`` is its JSON."""
    headers = {"server-timing": server_timing(answer.timings_ms), "cache-control": "no-store"}
    return Response(content, headers=headers, media_type=_JSON)


def server_timing(timings: Timings) -> str:
    """``Server-Timing`` as browsers show it: one entry per step, in milliseconds."""
    return ", ".join(f"{step};dur={spent:.1f}" for step, spent in vars(timings).items())
