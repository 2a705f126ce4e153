"""An application with keys of every scope, for tests of what they open."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

from ingest.settings import Settings
from service.keys.model import Caller, Scope
from service.keys.require import require
from service.keys.store import KeyStore
from service.web.http import create_app
from tests.service.stand_in import StandIn, StandInShelf, make_document


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


@dataclass
class House:
    """An application, its keys, and a secret for each scope."""

    app: FastAPI
    keys: KeyStore
    tokens: dict[Scope, str]
    ids: dict[Scope, str]

    def client(self, address: str = "203.0.113.7") -> TestClient:
        return TestClient(self.app, client=(address, 50000))


def open_house(settings: Settings) -> House:
    """A stand-in answerer and store behind the real door, and a route for each scope."""
    from ingest.database import Database

    app = create_app(settings, StandIn(), StandInShelf(make_document(settings)))
    keys = KeyStore(Database(settings))
    made = {scope: keys.create(f"{scope}的人", [scope]) for scope in Scope}
    for scope in Scope:

        def route(caller: Caller = Depends(require(scope))) -> str:  # noqa: B008
            return caller.name

        app.get(f"/needs/{scope.value}")(route)
    return House(
        app, keys, {s: token for s, (_, token) in made.items()}, {s: key.id for s, (key, _) in made.items()}
    )
