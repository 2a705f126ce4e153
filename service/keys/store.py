"""The keys that are given out: made, found by their secret, revoked; secrets themselves are not kept (密钥库)."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from ingest.database import Database
from ingest.records import keys
from service.keys.model import PREFIX, Key, Scope
from service.times import now

_BYTES = 32  # 256 bits at random: a plain hash of it is safe, nobody can try them all


class KeyStore:
    """Keys in the SQL store. Every method raises ``StoreUnavailable`` when the database does not answer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, name: str, scopes: Iterable[Scope]) -> tuple[Key, str]:
        """A new key and its secret, which nobody can find out again."""
        token = PREFIX + secrets.token_urlsafe(_BYTES)
        key = Key(secrets.token_hex(6), name, frozenset(scopes), now())
        row = {
            "id": key.id, "name": name, "digest": digest(token), "scopes": sorted(key.scopes),
            "created_at": key.created_at, "revoked_at": "",
        }  # fmt: skip
        with self._database.begin() as connection:
            connection.execute(sa.insert(keys), [row])
        return key, token

    def find(self, token: str) -> Key | None:
        """The valid key with this secret."""
        query = sa.select(keys).where(keys.c.digest == digest(token), keys.c.revoked_at == "")
        rows = self._database.rows(query)
        return _key(rows[0]) if rows else None

    def get(self, id: str) -> Key | None:
        """The key with this id, valid or revoked."""
        rows = self._database.rows(sa.select(keys).where(keys.c.id == id))
        return _key(rows[0]) if rows else None

    def all(self) -> list[Key]:
        """Every key that was ever given out, the oldest first."""
        return [_key(row) for row in self._database.rows(sa.select(keys).order_by(keys.c.created_at))]

    def revoke(self, id: str) -> bool:
        """Make a key invalid at once; False where there is no valid key with this id."""
        query = sa.update(keys).where(keys.c.id == id, keys.c.revoked_at == "").values(revoked_at=now())
        with self._database.begin() as connection:
            return connection.execute(query).rowcount > 0


def digest(token: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _key(row: sa.Row[Any]) -> Key:
    scopes = frozenset(Scope(name) for name in row.scopes if name in set(Scope))
    return Key(row.id, row.name, scopes, row.created_at, row.revoked_at)
