"""Corrections as rows of the store, and the facts of a document with those that count (更正入库)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from ingest.corrections import Correction
from ingest.schema import corrections


def standing_corrections(document_ids: Sequence[str]) -> sa.Select[Any]:
    """The corrections of some documents that nobody has revoked, oldest first."""
    table = corrections
    return (
        sa.select(table)
        .where(table.c.document_id.in_(document_ids), table.c.revoked_at == "")
        .order_by(table.c.id)
    )


def row_to_correction(row: sa.Row[Any]) -> Correction:
    """The correction that a row holds."""
    x0, top, x1, bottom = row.box
    name, part, measure = row.about
    return Correction(
        row.document_id, row.file, row.page, (x0, top, x1, bottom), (name, part, measure), row.label,
        Decimal(row.printed), row.printed_unit, Decimal(row.value), row.unit, row.reason, row.by, row.at,
        row.revoked_at, row.revoked_by, row.revoked_why, row.id,
    )  # fmt: skip
