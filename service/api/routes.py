"""All resources beside the questions, put together over one store (资源总表)."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter

from ingest.database import Database
from ingest.settings import Settings
from service.api import uploads
from service.documents import Shelf
from service.uploads.intake import Intake


def resources(settings: Settings, database: Database, shelf: Shelf) -> Iterator[APIRouter]:
    """The routers, in the order in which their paths are tried."""
    yield uploads.router(Intake(settings, database), shelf)
