"""``/v1/documents``: what is loaded, the originals, and pictures of their pages."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Annotated, Protocol

from fastapi import APIRouter, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.responses import FileResponse, Response

from ingest.model import Box, Document
from service.errors import DocumentNotFound
from service.web.frontpage import unchanged
from service.web.pictures import Pictures, Sheet

MAX_BOXES = 50

# Only what a browser shows without running it; an HTML original would run in the name of this site.
INLINE: Mapping[str, str] = {".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8"}
SANDBOX = "default-src 'none'; sandbox"
VIEWER = "default-src 'self'; frame-ancestors 'self'"  # the browser's own PDF viewer needs more than nothing


class Shelf(Protocol):
    """What is needed of the facts store here."""

    def documents(self) -> Sequence[Document]:
        """Every loaded document."""

    def document(self, document_id: str, /) -> Document | None:
        """The document with that id."""

    def counts(self) -> Mapping[str, tuple[int, int]]:
        """Document id → number of facts, number of passages."""


class Listed(BaseModel):
    """One loaded document, and how much was read from it; ``superseded_by`` is the id of what took its place."""

    id: str
    file: str
    title: str
    entity: str
    year: int
    kind: str
    pages: int
    facts: int
    passages: int
    level: str
    superseded_by: str


def listing(shelf: Shelf) -> list[Listed]:
    """All documents, by department and then by year."""
    counts = shelf.counts()
    rows = []
    for document in sorted(shelf.documents(), key=lambda one: (one.entity, one.year, one.kind, one.file)):
        facts, passages = counts.get(document.id, (0, 0))
        rows.append(
            Listed(
                id=document.id,
                file=document.file,
                title=document.title,
                entity=document.entity,
                year=document.year,
                kind=document.kind.value,
                pages=document.pages,
                facts=facts,
                passages=passages,
                level=document.level,
                superseded_by=document.superseded_by,
            )
        )
    return rows


def parse_box(text: str) -> Box:
    """``x0,top,x1,bottom`` as numbers; a box that is none is the client's mistake."""
    parts = text.split(",")
    try:
        x0, top, x1, bottom = (float(part) for part in parts)
    except ValueError as exc:
        raise wrong_box() from exc
    if not all(map(math.isfinite, (x0, top, x1, bottom))) or x0 >= x1 or top >= bottom:
        raise wrong_box()
    return (x0, top, x1, bottom)


def wrong_box() -> RequestValidationError:
    """The same problem as for any other parameter that does not fit."""
    return RequestValidationError([{"type": "string_pattern_mismatch", "loc": ("query", "bbox")}])


def router(shelf: Shelf, pictures: Pictures) -> APIRouter:
    """The routes over one store and its pictures."""
    routes = APIRouter(prefix="/v1/documents", tags=["documents"])

    def find(id: str) -> Document:
        document = shelf.document(id)
        if document is None:
            raise DocumentNotFound("没有装入这份文件，可能已被移除；请刷新文件列表。")
        return document

    @routes.get("")
    def documents() -> list[Listed]:
        """Every loaded document."""
        return listing(shelf)

    @routes.head("/{id}/file", include_in_schema=False)
    @routes.get("/{id}/file", response_class=FileResponse)
    def original(request: Request, id: str) -> Response:
        """The file as it was published."""
        document = find(id)
        return original_file(request, document, pictures)

    @routes.get("/{id}/pages/{page}.png", response_class=Response)
    def page_picture(
        request: Request,
        id: str,
        page: int,
        bbox: Annotated[list[str], Query(max_length=MAX_BOXES)] = [],  # noqa: B006 (FastAPI copies it)
        scale: Annotated[float, Query(ge=0.5, le=4, allow_inf_nan=False)] = 2.0,
    ) -> Response:
        """A page as PNG with the boxes (``x0,top,x1,bottom`` in points from the top left) lit up."""
        sheet = Sheet(page, tuple(parse_box(text) for text in bbox), scale)
        return picture_reply(request, find(id), sheet, pictures)

    return routes


def original_file(request: Request, document: Document, pictures: Pictures) -> Response:
    """The original with its own name; shown in the browser where that is safe, else downloaded."""
    path = pictures.original(document)
    kind = INLINE.get(path.suffix.lower())
    etag = f'"{document.sha256}"'
    headers = {
        "etag": etag,
        "cache-control": "private, no-cache",
        "content-security-policy": VIEWER if path.suffix.lower() == ".pdf" else SANDBOX,
    }
    if unchanged(request, etag):
        return Response(status_code=304, headers=headers)
    return FileResponse(
        path,
        headers=headers,
        media_type=kind or "application/octet-stream",
        filename=document.file,
        content_disposition_type="inline" if kind else "attachment",
    )


def picture_reply(request: Request, document: Document, sheet: Sheet, pictures: Pictures) -> Response:
    """The picture, or 304; the header ``Page-Size`` gives the page's width and height in points."""
    etag = f'"{pictures.tag(document, sheet)}"'
    headers = {"etag": etag, "cache-control": "private, max-age=600"}
    if unchanged(request, etag):
        return Response(status_code=304, headers=headers)
    picture = pictures.picture(document, sheet)
    headers["page-size"] = f"{picture.width:.2f} {picture.height:.2f}"
    return Response(picture.png, headers=headers, media_type="image/png")
