"""The chat page: a handful of files that are read once and served with tags, so that a reload costs nothing."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

FOLDER = Path(__file__).parent / "page"
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the page."""

    content: bytes
    media_type: str
    etag: str


def load(folder: Path = FOLDER) -> dict[str, Asset]:
    """Every file of the page by its name."""
    return {path.name: asset(path) for path in sorted(folder.iterdir()) if path.suffix in TYPES}


def asset(path: Path) -> Asset:
    """A file with its media type and a tag of its content."""
    content = path.read_bytes()
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Asset(content, kind, f'"{hashlib.sha256(content).hexdigest()[:32]}"')


def unchanged(request: Request, etag: str) -> bool:
    """Whether the client already holds what ``etag`` (with its quotes) names."""
    held = request.headers.get("if-none-match", "")
    return held.strip() == "*" or etag in [part.strip().removeprefix("W/") for part in held.split(",")]


def router() -> APIRouter:
    """``/`` and ``/page/{name}``; ``no-cache`` means "ask whether it changed", so old scripts never linger."""
    assets = load()
    routes = APIRouter(include_in_schema=False)

    def reply(request: Request, name: str) -> Response:
        found = assets.get(name)
        if found is None:
            raise HTTPException(404)
        headers = {"etag": found.etag, "cache-control": "no-cache"}
        if unchanged(request, found.etag):
            return Response(status_code=304, headers=headers)
        return Response(found.content, headers=headers, media_type=found.media_type)

    @routes.api_route("/", methods=["GET", "HEAD"])
    def index(request: Request) -> Response:
        return reply(request, "index.html")

    @routes.api_route("/page/{name}", methods=["GET", "HEAD"])
    def part(request: Request, name: str) -> Response:
        return reply(request, name)

    @routes.api_route("/favicon.ico", methods=["GET", "HEAD"])
    def icon(request: Request) -> Response:
        return reply(request, "mark.svg")

    return routes
