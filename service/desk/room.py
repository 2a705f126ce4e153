"""What every page of the desk works with: the stores, who is signed in, and how a page is drawn (工作台的家当)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ingest.database import Database
from ingest.facts import FactStore
from ingest.ledger import Ledger
from ingest.settings import Settings
from service.audit import AuditLog
from service.desk.fates import CellFates
from service.desk.sessions import Sessions
from service.keys.store import KeyStore
from service.web.pictures import Pictures

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Room:
    """The stores behind the desk, opened once for the application."""

    settings: Settings
    store: FactStore
    pictures: Pictures
    sessions: Sessions
    keys: KeyStore
    ledger: Ledger
    audit: AuditLog
    fates: CellFates

    @property
    def database(self) -> Database:
        """The database behind all of them."""
        return self.store.database


def furnish(settings: Settings, store: FactStore, pictures: Pictures) -> Room:
    """The room over a store."""
    keys = KeyStore(store.database)
    return Room(
        settings, store, pictures, Sessions(keys.get), keys, Ledger(store.database), AuditLog(store.database),
        CellFates(settings, pictures.original),
    )  # fmt: skip
