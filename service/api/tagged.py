"""JSON with a tag of its content, so that what is held already is not sent again (ETag)."""

from __future__ import annotations

import hashlib

from fastapi import Request
from starlette.responses import Response

from service.web.frontpage import unchanged


def tagged(request: Request, content: str) -> Response:
    """The JSON, or 304 where the client holds it."""
    body = content.encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"etag": etag, "cache-control": "no-cache"}
    if unchanged(request, etag):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")
