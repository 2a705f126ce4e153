"""The HTTP service: questions, documents, health and counts, and the chat page, put together in one place."""

from __future__ import annotations

import structlog
from fastapi import APIRouter, FastAPI, Request
from pydantic import BaseModel
from starlette.responses import Response

from ingest.database import Database
from ingest.facts import FactStore
from ingest.settings import Settings
from service.answers.archive import Archive
from service.answers.keeping import Keeping
from service.api.routes import resources
from service.chat.routes import chat
from service.desk import desk
from service.desk.room import furnish
from service.version import installed_version
from service.web import documents, frontpage, problems
from service.web.asking import Asked
from service.web.athand import AtHand
from service.web.described import describe
from service.web.documents import Shelf
from service.web.metrics import Metrics
from service.web.pictures import Pictures, render_pdf
from service.web.problems import problem
from service.web.protect import protect
from service.web.questions import questions
from service.web.typed import render_text


class Health(BaseModel):
    """That the store answers, and what is in it."""

    status: str
    version: str
    documents: int
    facts: int
    passages: int


def create_app(settings: Settings, answerer: Asked | None = None, shelf: Shelf | None = None) -> FastAPI:
    """The application over the stores of ``settings``; a test may hand in its own answerer and store."""
    metrics = Metrics()
    inner = answerer or open_answerer(settings, metrics)
    shelf = shelf or open_shelf(settings)
    database = shelf.database if isinstance(shelf, FactStore) else Database(settings)
    kept = Archive(settings, database, shelf)
    answerer = Keeping(inner, kept.writer)
    pictures = Pictures(settings.data, {".pdf": render_pdf, ".txt": render_text})
    # No Swagger page: it loads scripts from elsewhere. The description itself is at /openapi.json.
    app = FastAPI(
        title="明白账",
        version=installed_version(),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses=problems.DESCRIBED,
    )
    problems.install(app)
    app.include_router(questions(answerer, metrics))
    app.include_router(chat(answerer, metrics))
    for router in resources(settings, database, shelf, inner, kept):
        app.include_router(router)
    app.include_router(documents.router(shelf, pictures))
    app.include_router(upkeep(shelf, metrics))
    app.include_router(frontpage.router())
    room = furnish(settings, shelf, pictures) if isinstance(shelf, FactStore) else None
    if room is not None:
        add_tools(app, answerer, room.store)
        desk.install(app, room)
    app.add_middleware(AtHand, answerer=answerer, metrics=metrics)
    protect(app, settings, database, metrics, room.sessions.key if room else None)
    describe(app)
    return app


def add_tools(app: FastAPI, answerer: Asked, store: FactStore) -> None:
    """``/mcp``; its SDK is imported here, for it takes most of a second."""
    from service.tools.endpoint import mount_tools
    from service.tools.server import tool_server

    mount_tools(app, tool_server(answerer, store, installed_version()))


def open_answerer(settings: Settings, metrics: Metrics) -> Asked:
    """The answerer of the project, imported here so that tests of the rest need not load it."""
    from service.answer import Answerer

    return Answerer(settings, metrics.registry)


def open_shelf(settings: Settings) -> Shelf:
    """The facts store of the project."""
    return FactStore(settings)


def examine(shelf: Shelf) -> Health:
    """Ask the store for everything it is asked for elsewhere."""
    counts = shelf.counts().values()
    return Health(
        status="ok",
        version=installed_version(),
        documents=len(shelf.documents()),
        facts=sum(facts for facts, _ in counts),
        passages=sum(passages for _, passages in counts),
    )


def upkeep(shelf: Shelf, metrics: Metrics) -> APIRouter:
    """``/healthz`` and ``/metrics``."""
    routes = APIRouter(tags=["upkeep"])

    @routes.get("/healthz", response_model=Health)
    def healthz(request: Request) -> Response:
        """200 while the store answers, else the problem 503."""
        headers = {"cache-control": "no-store"}
        try:
            found = examine(shelf)
        except Exception:  # noqa: BLE001 (whatever keeps the store from answering is what this route tells)
            structlog.get_logger().exception("store does not answer")
            return problem(503, request.url.path, headers=headers)
        return Response(found.model_dump_json(), headers=headers, media_type="application/json")

    @routes.get("/metrics", include_in_schema=False)
    def prometheus() -> Response:
        """Counts for Prometheus."""
        return Response(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    return routes
