"""The application with an empty FastAPI route beside it, served by one uvicorn (``--factory`` target)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from ingest.settings import Settings

EMPTY = "/bench/empty"


def create() -> FastAPI:
    """The application over the stores of the environment, with the empty route beside it."""
    from service.commands import keep_journal
    from service.http import create_app

    keep_journal(verbose=False)  # as `mingbai serve` does: a line for every request would be measured too
    return beside_empty_route(create_app(Settings()))


def beside_empty_route(app: FastAPI) -> FastAPI:
    """A bare application with the empty route and, mounted whole, ours: the route pays for none of ours."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with app.router.lifespan_context(app):  # a mounted application is not started by itself
            yield

    outer = FastAPI(lifespan=lifespan, openapi_url=None)

    @outer.post(EMPTY)
    async def empty() -> dict[str, str]:
        return {}

    outer.mount("/", app)
    return outer
