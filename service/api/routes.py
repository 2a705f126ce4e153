"""All resources beside the questions, put together over one store (资源总表)."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter

from ingest.database import Database
from ingest.facts import FactStore
from ingest.settings import Settings
from service.answers.archive import Archive
from service.api import answers, audit, checks, entities, facts, subjects, suggest, uploads
from service.audit import AuditLog
from service.library import Library
from service.offers.offer import Offers
from service.uploads.intake import Intake
from service.web.asking import Asked
from service.web.documents import Shelf


def resources(
    settings: Settings, database: Database, shelf: Shelf, answerer: Asked, kept: Archive
) -> Iterator[APIRouter]:
    """The routers, in the order in which their paths are tried; ``answerer`` is the one whose answers are not kept."""
    store = shelf if isinstance(shelf, FactStore) else FactStore(settings, database)
    library = getattr(answerer, "library", None)
    if not isinstance(
        library, Library
    ):  # an answerer of another making: its own view of the store is not known
        library = Library(store)
    yield uploads.router(Intake(settings, database), shelf)
    yield answers.router(kept.writer, kept.records)
    yield entities.router(shelf)
    yield suggest.router(Offers(library, answerer))
    for resource in (facts, subjects, checks):
        yield resource.router(store)
    yield audit.router(AuditLog(database))
