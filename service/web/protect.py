"""What stands around the application: the door, the gate, and which other sites may call (防护)."""

from __future__ import annotations

import re

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from ingest.database import Database
from ingest.patterns import regex
from ingest.settings import Settings
from service.keys.addresses import read_networks
from service.keys.door import Door, Find
from service.keys.limits import Limits
from service.keys.store import KeyStore
from service.web.gate import Gate, Streamed
from service.web.metrics import Metrics

#: What a page of another site may read of a response beside its body.
EXPOSED = (
    "ETag", "Location", "Page-Size", "Retry-After", "Server-Timing", "X-Request-Id", "Content-Disposition",
)  # fmt: skip
_ENVELOPE = 64 * 1024  # what a form puts around a file
_UPLOADS = (("POST", regex(r"/v1/documents")), ("PUT", regex(r"/v1/documents/[^/]+")))


def protect(
    app: FastAPI, settings: Settings, database: Database, metrics: Metrics, sessions: Find | None = None
) -> None:
    """Put the middleware around an application; the last added is the outermost."""
    app.add_middleware(
        Door,
        find=KeyStore(database).find,
        limits=Limits(settings),
        trusted=read_networks(settings.trusted_proxies),
        sessions=sessions,
    )
    app.add_middleware(Gate, metrics=metrics, streamed=uploads(settings), framers=settings.frame_ancestors)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=[o for o in settings.cors_origins if "*." not in o],
            allow_origin_regex=wildcards(settings.cors_origins),
            allow_methods=["GET", "POST", "PUT", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "X-Request-Id", "If-None-Match", "Last-Event-ID"],
            expose_headers=list(EXPOSED),
            max_age=600,
        )


def uploads(settings: Settings) -> Streamed:
    """Bytes that a request may send up where it is one that sends a file up."""
    limit = settings.max_file_mb * 1024 * 1024 + _ENVELOPE

    def allowed(method: str, path: str) -> int:
        return limit if any(method == verb and place.fullmatch(path) for verb, place in _UPLOADS) else 0

    return allowed


def wildcards(origins: tuple[str, ...]) -> str | None:
    """A pattern for origins like ``https://*.example.gov.cn``; None where there are none."""
    starred = [re.escape(o).replace(r"\*\.", r"([A-Za-z0-9-]+\.)+") for o in origins if "*." in o]
    return "|".join(f"(?:{pattern})" for pattern in starred) or None
