"""The HTTP service: questions, documents, health and counts, and the chat page, put together in one place."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

import structlog
from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.responses import Response

from ingest.settings import Settings
from service import documents, frontpage, problems
from service.contract import Answer, AskRequest, Timings
from service.documents import Shelf
from service.gate import Gate
from service.metrics import Metrics
from service.pictures import Pictures, render_pdf
from service.problems import problem
from service.typed import render_text


class Asked(Protocol):
    """What is needed of the answerer here."""

    def ask(self, request: AskRequest) -> Answer:
        """Answer one question; raises ``BadQuestion``."""

    def suggestions(self) -> Sequence[str]:
        """Questions that would be answered."""


class Health(BaseModel):
    """That the store answers, and what is in it."""

    status: str
    version: str
    documents: int
    facts: int
    passages: int


def create_app(settings: Settings, answerer: Asked | None = None, shelf: Shelf | None = None) -> FastAPI:
    """The application over the stores of ``settings``; a test may hand in its own answerer and store."""
    answerer = answerer or open_answerer(settings)
    shelf = shelf or open_shelf(settings)
    metrics = Metrics()
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
    app.include_router(documents.router(shelf, pictures))
    app.include_router(upkeep(shelf, metrics))
    app.include_router(frontpage.router())
    app.add_middleware(Gate, metrics=metrics)
    return app


def open_answerer(settings: Settings) -> Asked:
    """The answerer of the project, imported here so that tests of the rest need not load it."""
    from service.answer import Answerer

    return Answerer(settings)


def open_shelf(settings: Settings) -> Shelf:
    """The facts store of the project."""
    from ingest.facts import FactStore

    return FactStore(settings)


def installed_version() -> str:
    """Version of the installed package, or 0 where the code runs without being installed."""
    try:
        return version("mingbai")
    except PackageNotFoundError:
        return "0"


def questions(answerer: Asked, metrics: Metrics) -> APIRouter:
    """``/v1/ask`` and ``/v1/suggestions``; both are plain functions, so they run in the thread pool."""
    routes = APIRouter(prefix="/v1", tags=["questions"])

    @routes.post("/ask")
    def ask(request: AskRequest, response: Response) -> Answer:
        """Answer a question with figures and the places they were printed in."""
        insist_on_text(request)
        answer = answerer.ask(request)
        metrics.count_answer(answer)
        response.headers["server-timing"] = server_timing(answer.timings_ms)
        response.headers["cache-control"] = "no-store"
        return answer

    @routes.get("/suggestions")
    def suggestions() -> list[str]:
        """Questions to begin with, each of which would be answered."""
        return list(answerer.suggestions())

    return routes


def insist_on_text(request: AskRequest) -> None:
    """Refuse half a character (JSON can escape a lone surrogate): no store and no reply could hold it."""
    for name, value in request:
        if isinstance(value, str) and any("\ud800" <= char <= "\udfff" for char in value):
            raise RequestValidationError([{"type": "string_unicode", "loc": ("body", name)}])


def server_timing(timings: Timings) -> str:
    """``Server-Timing`` as browsers show it: one entry per step, in milliseconds."""
    return ", ".join(f"{step};dur={spent:.1f}" for step, spent in timings.model_dump().items())


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
