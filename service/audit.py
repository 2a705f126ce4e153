"""Who changed what and when: every change of documents, keys and corrections leaves a line (变更记录)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from ingest.database import Database
from ingest.records import audit
from service.keys.model import Caller
from service.times import now

#: Whoever sits at the machine itself.
CONSOLE = "命令行"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the log; ``target`` is the id of what was changed, ``key_id`` empty for the command line."""

    id: int
    at: str
    key_id: str
    actor: str
    action: str
    target: str
    details: Mapping[str, Any]
    request_id: str


class AuditLog:
    """The log in the SQL store: lines are added and read, never altered."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(
        self,
        action: str,
        target: str,
        caller: Caller | None = None,
        details: Mapping[str, Any] | None = None,
        request_id: str = "",
    ) -> None:
        """Add a line; without a caller it is of the command line. Actions are like ``document.delete``."""
        row = {
            "at": now(), "key_id": caller.key.id if caller and caller.key else "",
            "actor": caller.name if caller else CONSOLE, "action": action, "target": target,
            "details": dict(details or {}), "request_id": request_id[:100],
        }  # fmt: skip
        with self._database.begin() as connection:
            connection.execute(sa.insert(audit), [row])

    def changes(self, before: int = 0, limit: int = 100, action: str = "") -> list[Change]:
        """Lines from the newest on; ``before`` leaves out that id and all newer ones."""
        query = sa.select(audit).order_by(audit.c.id.desc()).limit(limit)
        query = query.where(audit.c.id < before) if before else query
        query = query.where(audit.c.action == action) if action else query
        return [
            Change(r.id, r.at, r.key_id, r.actor, r.action, r.target, r.details, r.request_id)
            for r in self._database.rows(query)
        ]
