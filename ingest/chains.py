"""Chains of publications in the store, each replaced by the next: how one is put in and taken out (取代关系)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from ingest.model import Document
from ingest.schema import documents


def supersessions(new: Document, over: Sequence[str]) -> Iterator[sa.Update]:
    """What changes in the other documents when a new one is stored that replaces those with the ids ``over``.

    One that is itself replaced on arrival stands in the chain just before its successor.
    """
    if over:
        yield sa.update(documents).where(documents.c.id.in_(over)).values(superseded_by=new.id)
    if new.superseded_by:
        earlier = sa.and_(documents.c.superseded_by == new.superseded_by, documents.c.id != new.id)
        yield sa.update(documents).where(earlier).values(superseded_by=new.id)


def restoration(document_id: str) -> sa.Update:
    """What a document replaced is replaced by its own successor when it goes; where there is none, it counts again."""
    own = sa.select(documents.c.superseded_by).where(documents.c.id == document_id).scalar_subquery()
    return (
        sa.update(documents)
        .where(documents.c.superseded_by == document_id)
        .values(superseded_by=sa.func.coalesce(own, ""))
    )
