"""``/v1/audit``: who changed what, for administrators (变更记录)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from service.api.cursors import Cursor, next_cursor, read_cursor
from service.audit import AuditLog, Change
from service.keys.model import Caller, Scope
from service.keys.require import require


class Changes(BaseModel):
    """A page of changes, the newest first; ``next`` is the cursor of the page that follows, null on the last."""

    items: list[Change]
    next: str | None


def router(log: AuditLog) -> APIRouter:
    """The route over one log."""
    routes = APIRouter(prefix="/v1", tags=["audit"])

    @routes.get("/audit")
    def audit(
        admin: Annotated[Caller, Depends(require(Scope.ADMIN))],
        action: Annotated[str, Query(max_length=40, description="只要这一种，如 document.delete")] = "",
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
        cursor: Cursor = "",
    ) -> Changes:
        """Changes of documents, keys, corrections and decisions: when, by whose key, under which request."""
        before = read_cursor(cursor, (int,))[0] if cursor else 0
        found = log.changes(before, limit + 1, action.replace("\0", ""))
        return Changes(items=found[:limit], next=next_cursor(found, limit, lambda one: (one.id,)))

    return routes
