"""The application with an empty FastAPI route beside it, served by one uvicorn (``--factory`` target)."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from ingest.settings import Settings

EMPTY = "/bench/empty"


def create() -> ASGIApp:
    """The application over the stores of the environment, with the empty route beside it."""
    from service.commands import keep_journal
    from service.web.http import create_app

    keep_journal(verbose=False)  # as `mingbai serve` does: a line for every request would be measured too
    return beside_empty_route(create_app(Settings()))


def beside_empty_route(app: FastAPI) -> ASGIApp:
    """A bare application with the empty route and, beside it, ours: neither pays for the other."""
    bare = FastAPI(openapi_url=None)

    @bare.post(EMPTY)
    async def empty() -> dict[str, str]:
        return {}

    async def either(scope: Scope, receive: Receive, send: Send) -> None:
        await (bare if scope.get("path") == EMPTY else app)(scope, receive, send)

    return either
