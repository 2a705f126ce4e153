"""What every request passes: its id, its size limit, the security headers, the count, the last resort.

Bodies are read whole before a route sees them, within a small limit. Files that are sent up are not: their route reads
them piece by piece, within a limit of their own.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping

import structlog
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ingest.patterns import regex
from service.errors import BodyTooLarge
from service.web.metrics import Metrics
from service.web.problems import problem

BODY_LIMIT = 64 * 1024
#: A chat brings all that was said in it, answers and sources too.
BODY_LIMITS: Mapping[str, int] = {"/v1/chat/completions": 1024 * 1024}
REQUEST = "request_id"
REQUEST_ID = regex(r"[A-Za-z0-9._-]{1,100}")

# No inline script or style anywhere; blob: is for page pictures, which the page fetches with their size.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
#: The page that other sites may show in a frame, where the settings name them.
FRAMED = "/embed"
SECURITY: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
#: The same as they are sent.
_SECURITY = [(name.encode(), value.encode()) for name, value in SECURITY.items()]
#: Method and path → bytes of a body that is not read here but by its route; 0 for every other.
Streamed = Callable[[str, str], int]


class Gate:
    """Pure ASGI middleware around the whole application; ``framers`` are the sites that may frame ``/embed``."""

    def __init__(
        self, app: ASGIApp, metrics: Metrics, streamed: Streamed | None = None, framers: tuple[str, ...] = ()
    ) -> None:
        self.app, self.metrics, self.streamed = app, metrics, streamed or (lambda _, __: 0)
        self.framed = POLICY.replace("frame-ancestors 'self'", " ".join(("frame-ancestors 'self'", *framers)))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it with a problem."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        passage = Passage(scope, send, self.framed if scope["path"] == FRAMED else POLICY)
        scope.setdefault("state", {})[REQUEST] = passage.id
        with structlog.contextvars.bound_contextvars(request_id=passage.id):
            await self.attend(scope, receive, passage)
            structlog.get_logger().info(
                "request", method=scope["method"], path=scope["path"], status=passage.status
            )
        self.metrics.count(scope, passage.status, passage.seconds)

    async def attend(self, scope: Scope, receive: Receive, passage: Passage) -> None:
        """Read the body within its limit, call the application, turn what it did not expect into a 500."""
        headers = Headers(scope=scope)
        streamed = self.streamed(scope["method"], scope["path"])
        body = (
            b"" if streamed else await read_body(receive, headers, BODY_LIMITS.get(scope["path"], BODY_LIMIT))
        )
        if body is None or (streamed and announced(headers) > streamed):
            await problem(413, scope["path"])(scope, receive, passage.send)
            return
        handed = counted(receive, streamed) if streamed else replay(body, receive)
        try:
            await self.app(scope, handed, passage.send)
        except ClientDisconnect:
            return  # nobody is there to be answered
        except Exception:  # the last resort: the reader gets a problem, the log the stack
            structlog.get_logger().exception("request failed", method=scope["method"], path=scope["path"])
            if passage.status:
                raise  # the answer has begun: only the server can break it off
            await problem(500, scope["path"])(scope, receive, passage.send)


class Passage:
    """One request on its way: its id, when it came, the status it got."""

    def __init__(self, scope: Scope, send: Send, policy: str) -> None:
        given = Headers(scope=scope).get("x-request-id", "")
        self.id = given if REQUEST_ID.fullmatch(given) else secrets.token_hex(16)
        self.status = 0
        self._began = time.perf_counter()
        self._send = send
        self._policy = policy.encode()

    @property
    def seconds(self) -> float:
        """Time since the request came in."""
        return time.perf_counter() - self._began

    async def send(self, message: Message) -> None:
        """Add the headers that every response bears; a response's own policy is kept."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            given = {name for name, _ in message["headers"]}
            own = [
                (b"x-request-id", self.id.encode()),
                (b"content-security-policy", self._policy),
                *_SECURITY,
            ]
            message["headers"] = [*message["headers"], *(header for header in own if header[0] not in given)]
        await self._send(message)


def request_id(request: Request) -> str:
    """The id under which a request is logged and answered; empty where no gate stands before the route."""
    found = getattr(request.state, REQUEST, "")
    return found if isinstance(found, str) else ""


def announced(headers: Headers) -> int:
    """Bytes that the body is said to have; 0 where nothing is said."""
    length = headers.get("content-length", "0")
    return int(length) if length.isdecimal() and len(length) < 20 else 0


async def read_body(receive: Receive, headers: Headers, limit: int) -> bytes | None:
    """The whole body, or None once it is longer than ``limit`` bytes, whatever its length header says."""
    if announced(headers) > limit:
        return None
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        part = message.get("body", b"")
        size += len(part)
        if size > limit:
            return None
        parts.append(part)
        if message["type"] != "http.request" or not message.get("more_body", False):
            return b"".join(parts)


def replay(body: bytes, receive: Receive) -> Receive:
    """A ``receive`` that hands out ``body`` once and then what still comes (a disconnect)."""
    pending = [body]

    async def once() -> Message:
        if pending:
            return {"type": "http.request", "body": pending.pop(), "more_body": False}
        return await receive()

    return once


def counted(receive: Receive, limit: int) -> Receive:
    """A ``receive`` that hands a body on as it comes, and raises ``BodyTooLarge`` once it has too many bytes."""
    size = 0

    async def piece() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > limit:
            raise BodyTooLarge(f"文件太大，超过了上限 {limit // 1024 // 1024} MB；请拆分后再上传。")
        return message

    return piece
