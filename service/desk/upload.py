"""The page where files are handed in; the sending itself goes over ``/v1/documents`` (上传)."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from starlette.responses import Response

from service.desk.counter import Counter
from service.desk.staff import Staff


def routes(counter: Counter) -> APIRouter:
    """``/desk/upload``."""
    found = APIRouter(include_in_schema=False)
    settings = counter.room.settings

    @found.get("/desk/upload")
    def ask(replaces: str = "", staff: Staff = Depends(counter.staff)) -> Response:
        old = counter.document(replaces) if replaces else None
        return counter.page(
            "upload.html", staff, here="/desk/upload", megabytes=settings.max_file_mb, pages=settings.max_pages,
            old=old,
        )  # fmt: skip

    return found
