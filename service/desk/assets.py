"""The style and the scripts of the desk, served with tags (工作台的样式与脚本)."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from service.desk.room import FOLDER
from service.web.frontpage import asset as read_asset
from service.web.frontpage import unchanged


def routes() -> APIRouter:
    """``/desk/assets/{name}``."""
    assets = {path.name: read_asset(path) for path in sorted((FOLDER / "assets").iterdir())}
    found = APIRouter(include_in_schema=False)

    @found.api_route("/desk/assets/{name}", methods=["GET", "HEAD"])
    def asset(request: Request, name: str) -> Response:
        held = assets.get(name)
        if held is None:
            raise HTTPException(404)
        headers = {"etag": held.etag, **held.headers}
        if unchanged(request, held.etag):
            return Response(status_code=304, headers=headers)
        return Response(held.content, headers=headers, media_type=held.media_type)

    return found
