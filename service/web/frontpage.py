"""The chat page, the framed page and the widget: a handful of files that are read once and served with tags.

What is named by its hash never changes and is kept for good; everything else asks whether it changed, so that old
scripts never linger. The widget's files may be loaded by any site: there is nothing in them but code.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from service.web.built import SCRIPT, load_built

FOLDER = Path(__file__).parent.parent / "page"
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
FRESH = {"cache-control": "no-cache"}
FOR_GOOD = {"cache-control": "public, max-age=31536000, immutable"}
ANYWHERE = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}


@dataclass(frozen=True)
class Asset:
    """One file: its content, its media type, and how long and by whom it may be kept."""

    content: bytes
    media_type: str
    headers: Mapping[str, str] = field(default_factory=lambda: FRESH)

    @cached_property
    def etag(self) -> str:
        """A tag of the content, in its quotes."""
        return f'"{hashlib.sha256(self.content).hexdigest()[:32]}"'

    @cached_property
    def packed(self) -> bytes:
        """The content gzipped, made when it is first asked for."""
        return gzip.compress(self.content, 9, mtime=0)


def load(folder: Path = FOLDER) -> dict[str, Asset]:
    """Every file by its path: pages, their styles, and the built widget that they link to."""
    built = load_built()
    pages = {path.name: asset(path) for path in sorted(folder.iterdir()) if path.suffix in TYPES}
    assets = {f"/page/{name}": found for name, found in pages.items()}
    for path, name in {"/": "index.html", "/embed": "embed.html"}.items():
        assets[path] = Asset(built.linked(pages[name].content), "text/html")
    for name, content in built.files.items():
        kept = FRESH if name == SCRIPT else FOR_GOOD
        path = f"/{SCRIPT}" if name == SCRIPT else f"/widget/{name}"
        assets[path] = Asset(content, "text/javascript", {**kept, **ANYWHERE})
    assets["/favicon.ico"] = pages["mark.svg"]
    return assets


def asset(path: Path) -> Asset:
    """A file with its media type."""
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Asset(path.read_bytes(), kind)


def unchanged(request: Request, etag: str) -> bool:
    """Whether the client already holds what ``etag`` (with its quotes) names."""
    held = request.headers.get("if-none-match", "")
    return held.strip() == "*" or etag in [part.strip().removeprefix("W/") for part in held.split(",")]


def packs(request: Request) -> bool:
    """Whether the client unpacks gzip."""
    accepted = request.headers.get("accept-encoding", "").replace(" ", "").lower().split(",")
    return any(part == "gzip" or (part.startswith("gzip;") and part != "gzip;q=0") for part in accepted)


def router() -> APIRouter:
    """``/``, ``/embed``, ``/page/{name}``, ``/widget.js`` and ``/widget/{name}``."""
    assets = load()
    routes = APIRouter(include_in_schema=False)

    def reply(request: Request) -> Response:
        found = assets.get(request.url.path)
        if found is None:
            raise HTTPException(404)
        headers = {"etag": found.etag, "vary": "accept-encoding", **found.headers}
        if unchanged(request, found.etag):
            return Response(status_code=304, headers=headers)
        if packs(request):
            headers["content-encoding"] = "gzip"
            return Response(found.packed, headers=headers, media_type=found.media_type)
        return Response(found.content, headers=headers, media_type=found.media_type)

    for path in ("/", "/embed", "/favicon.ico", f"/{SCRIPT}", "/page/{name}", "/widget/{name}"):
        routes.add_api_route(path, reply, methods=["GET", "HEAD"])
    return routes
