"""``/v1/subjects``: what figures are of: accounts, codes and names that can be asked for (科目)."""

from __future__ import annotations

from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from ingest.facts import FactStore
from ingest.filters import FactFilter, conditions, documents_of
from ingest.schema import documents, facts
from service.api.cursors import next_cursor, read_cursor
from service.api.facts import clean


class SubjectRow(BaseModel):
    """One subject: how many figures are of it, in how many documents, from which year to which."""

    kind: str
    code: str
    name: str
    level: str
    facts: int
    documents: int
    first_year: int
    last_year: int


class Subjects(BaseModel):
    """A page; ``next`` is the cursor of the page that follows, null on the last."""

    items: list[SubjectRow]
    next: str | None


class SubjectWish(BaseModel):
    """What is wanted; what is left out asks for nothing."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field("", max_length=200, description="名称中的字，或完整的编码")
    entity: str = Field("", max_length=200, description="单位")
    year: int | None = Field(None, ge=1949, le=2100, description="年度")
    kind: str = Field("", max_length=50, description="科目类别，如 功能分类")
    document_id: str = Field("", max_length=100, description="文件编号")
    limit: int = Field(100, ge=1, le=500, description="一页多少条")
    cursor: str = Field("", max_length=2000, description="上一页返回的 next，原样传回")


def router(store: FactStore) -> APIRouter:
    """The route over one store."""
    routes = APIRouter(prefix="/v1", tags=["facts"])

    @routes.get("/subjects")
    def subjects(wish: Annotated[SubjectWish, Query()]) -> Subjects:
        """Subjects by kind, code and name, with how often they are printed."""
        rows = store.database.rows(query_of(wish, chosen(wish, store)))
        found = [SubjectRow.model_validate(row, from_attributes=True) for row in rows]
        return Subjects(
            items=found[: wish.limit],
            next=next_cursor(found, wish.limit, lambda row: (row.kind, row.code, row.name)),
        )

    return routes


def chosen(wish: SubjectWish, store: FactStore) -> tuple[str, ...] | None:
    """Ids of the documents that are meant; None for all that count."""
    if not (wish.entity.strip() or wish.document_id):
        return None
    held = [d for d in store.documents() if d.current or d.id == wish.document_id]
    held = [d for d in held if wish.document_id in ("", d.id)]
    return tuple(d.id for d in (documents_of(held, wish.entity) if wish.entity.strip() else held))


def query_of(wish: SubjectWish, ids: tuple[str, ...] | None) -> sa.Select[Any]:
    """A page of subjects, and one row more."""
    filter = FactFilter(ids, wish.year or 0, clean(wish.q), kind=clean(wish.kind))
    keys = (facts.c.kind, facts.c.code, facts.c.name)
    query = (
        sa.select(
            *keys,
            sa.func.max(facts.c.level).label("level"),
            sa.func.count().label("facts"),
            sa.func.count(sa.distinct(facts.c.document_id)).label("documents"),
            sa.func.min(facts.c.year).label("first_year"),
            sa.func.max(facts.c.year).label("last_year"),
        )
        .join(documents, documents.c.id == facts.c.document_id)
        .where(*conditions(filter))
        .group_by(*keys)
        .order_by(*keys)
        .limit(wish.limit + 1)
    )
    if wish.cursor:
        place = read_cursor(wish.cursor, (str, str, str))
        query = query.where(sa.tuple_(*keys) > sa.tuple_(*map(sa.literal, place)))
    return query
