"""The door: who is calling, and whether they have called too often (门卫)."""

from __future__ import annotations

from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Send
from starlette.types import Scope as Connection

from ingest.errors import StoreUnavailable
from service.keys.addresses import Networks, address_of
from service.keys.limits import Limits
from service.keys.model import PREFIX, Caller, Key
from service.web.problems import problem

#: The cookie of the desk's sessions; who keeps them hands in ``sessions``.
SESSION = "mingbai_session"
CALLER = "caller"

Find = Callable[[str], Key | None]


class Door:
    """Pure ASGI middleware: leaves the caller in the request's state, or answers 401, 429 or 503 itself.

    ``find`` gives the valid key of a secret, ``sessions`` that of a session's cookie.
    """

    def __init__(
        self, app: ASGIApp, find: Find, limits: Limits, trusted: Networks = (), sessions: Find | None = None
    ) -> None:
        self.app, self.find, self.limits, self.trusted, self.sessions = app, find, limits, trusted, sessions

    async def __call__(self, scope: Connection, receive: Receive, send: Send) -> None:
        """Let a request through with its caller, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        try:
            caller = await self._caller(scope)
        except StoreUnavailable as error:
            await problem(503, path, str(error))(scope, receive, send)
            return
        if caller is None:
            headers = {"www-authenticate": 'Bearer error="invalid_token"'}
            await problem(401, path, headers=headers)(scope, receive, send)
            return
        exceeded = self.limits.count(caller, scope["method"], path)
        if exceeded is not None:
            detail = f"访问太频繁，请过 {waiting(exceeded.retry_after)}再试。"
            headers = {"retry-after": str(exceeded.retry_after)}
            await problem(429, path, detail, headers=headers)(scope, receive, send)
            return
        scope.setdefault("state", {})[CALLER] = caller
        await self.app(scope, receive, send)

    async def _caller(self, scope: Connection) -> Caller | None:
        """Who calls; None where a key is shown that is none."""
        headers = Headers(scope=scope)
        address, local = address_of(scope, self.trusted)
        kind, _, token = headers.get("authorization", "").partition(" ")
        # What is no key of ours counts for nothing: clients of language models always send some placeholder.
        if kind.lower() == "bearer" and token.strip().startswith(PREFIX):
            key = await run_in_threadpool(self.find, token.strip())
            return Caller(address, key, local) if key else None
        cookie = _session(headers.get("cookie", "")) if self.sessions and _own(headers) else ""
        key = await run_in_threadpool(self.sessions, cookie) if self.sessions and cookie else None
        return Caller(address, key, local)


def waiting(seconds: int) -> str:
    """A span of time as people say it, with a space after."""
    for size, name in ((3600, "小时"), (60, "分钟")):
        if seconds > size:
            return f"{-(-seconds // size)} {name}"
    return f"{seconds} 秒"


def _own(headers: Headers) -> bool:
    """Whether a page of this very site calls, as far as the browser says: a cookie alone proves nothing of that."""
    return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def _session(cookies: str) -> str:
    if SESSION not in cookies:
        return ""
    try:
        found = SimpleCookie(cookies).get(SESSION)
    except CookieError:
        return ""
    return found.value if found else ""
