"""Checks to rows of the store and back; figures go in and come out as they were printed (核对入库)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from ingest.model import Check, Operand, Severity, Side, Verdict


def check_to_row(check: Check, document_id: str) -> dict[str, object]:
    """One row of the table ``checks``."""
    return {
        "document_id": document_id, "rule": check.rule, "title": check.title, "verdict": check.verdict.value,
        "severity": check.severity.value, "left_side": _side_json(check.left), "right_side": _side_json(check.right),
        "difference": _text(check.difference), "message": check.message,
    }  # fmt: skip


def row_to_check(row: sa.Row[Any]) -> Check:
    """The check that a row holds."""
    return Check(
        row.rule, row.title, Verdict(row.verdict), Severity(row.severity), _side(row.left_side), _side(row.right_side),
        _decimal(row.difference), row.message, row.document_id, row.id,
    )  # fmt: skip


def _side_json(side: Side) -> dict[str, object]:
    operands = [
        [o.label, _text(o.value), o.unit, o.page, list(o.box), o.quote, o.document_id] for o in side.operands
    ]
    return {"label": side.label, "value": _text(side.value), "unit": side.unit, "operands": operands}


def _side(data: dict[str, Any]) -> Side:
    operands = tuple(
        Operand(label, _decimal(value), unit, page, tuple(box), quote, document_id)
        for label, value, unit, page, box, quote, document_id in data["operands"]
    )
    return Side(data["label"], _decimal(data["value"]), data["unit"], operands)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
