"""The desk put together: what its pages share, their routes, and what they say when something is wrong (工作台)."""

from __future__ import annotations

from fastapi import FastAPI, Request
from starlette.responses import RedirectResponse, Response

from service.desk import (
    assets,
    correct,
    corrections,
    documents,
    entry,
    explorer,
    known,
    log,
    questions,
    sheets,
    upload,
    worklist,
)
from service.desk.counter import Counter
from service.desk.room import Room
from service.desk.staff import DeskError, SignInNeeded, sign_in_address

_PAGES = (entry, documents, upload, sheets, worklist, explorer, correct, corrections, questions, known, log)
_HEADINGS = {403: "不能这样做", 404: "没有找到", 409: "已经变了"}


def install(app: FastAPI, room: Room) -> None:
    """Add the pages of the desk to an application."""
    counter = Counter(room)
    for page in _PAGES:
        app.include_router(page.routes(counter))
    app.include_router(assets.routes())

    def to_sign_in(request: Request, exc: Exception) -> Response:
        where = exc.where if isinstance(exc, SignInNeeded) else "/desk"
        return RedirectResponse(sign_in_address(where), 303, {"cache-control": "no-store"})

    def told(request: Request, exc: Exception) -> Response:
        status, text = (exc.status, exc.text) if isinstance(exc, DeskError) else (500, "出了问题。")
        heading = _HEADINGS.get(status, "没有办成")
        return counter.page("error.html", None, status, heading=heading, text=text, here="")

    app.add_exception_handler(SignInNeeded, to_sign_in)
    app.add_exception_handler(DeskError, told)
