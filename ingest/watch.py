"""Whether the documents, or what was decided on them, have changed: asked before every answer, so it costs next to
nothing (变更).

First comes what the database itself counts: SQLite, for each connection, what others have committed; PostgreSQL gives
every transaction that writes a number, and a snapshot names those that are over. Only when something was written, and
by far the most is none of it (kept answers, jobs), are the few rows looked at that answers depend on.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any

import sqlalchemy as sa

_SQLITE = "PRAGMA data_version"
_POSTGRESQL = "select pg_current_snapshot()::text"
#: A document never changes under one id, nor a line of the ledgers but that a correction is revoked.
_TOLD = (
    "select * from documents order by id",
    "select document_id, count(*), sum(case when revoked_at <> '' then 1 else 0 end) from corrections"
    " group by document_id order by document_id",
    "select document_id, count(*) from check_reviews group by document_id order by document_id",
)

#: All rows of a query.
_Rows = Callable[[str], list[tuple[Any, ...]]]


class Watch:
    """One engine's changes. For SQLite it holds a connection of its own, on which nothing is ever written."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._connection: Any = None
        self._lock = Lock()
        self._version: object = None
        self._told: list[list[tuple[Any, ...]]] = []
        self._generation = 0

    @property
    def at_hand(self) -> bool:
        """Whether asking takes no waiting: the database is a file here, whose readers nobody keeps out."""
        return self._engine.dialect.name == "sqlite"

    def generation(self) -> int:
        """The same number as before unless a document came or went, or something was decided on one, by any process."""
        with self._lock:
            if self.at_hand:
                return self._compared(_SQLITE, lambda query: self._held().execute(query).fetchall())
            with self._engine.connect() as connection:
                return self._compared(
                    _POSTGRESQL, lambda query: [tuple(row) for row in connection.execute(sa.text(query))]
                )

    def close(self) -> None:
        """Release the connection."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _compared(self, version_query: str, rows: _Rows) -> int:
        version = rows(version_query)
        if version != self._version:
            # The version was asked for first: what is written meanwhile is looked at the next time.
            told = [rows(query) for query in _TOLD]
            if told != self._told:
                self._told = told
                self._generation += 1
            self._version = version
        return self._generation

    def _held(self) -> Any:
        if self._connection is None:
            taken = self._engine.raw_connection()
            self._connection = taken.driver_connection
            taken.detach()  # the pool gives out another in its place
            self._connection.execute("PRAGMA busy_timeout=0")
        return self._connection
