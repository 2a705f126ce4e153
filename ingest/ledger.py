"""The book of what people decided, in the facts store: nothing in it is deleted, a later line counts (台账)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from ingest.corrections import Correction, about
from ingest.database import Database
from ingest.model import Check, Fact
from ingest.reviews import Decision, Review, mark_of
from ingest.rulings import row_to_correction
from ingest.schema import check_reviews, corrections, documents


class Ledger:
    """Corrections and decisions on checks, written and read; raises ``StoreUnavailable`` as the store does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def correct(self, fact: Fact, value: Decimal, unit: str, reason: str, by: str) -> Correction:
        """Put ``value`` in ``unit`` in the place of a figure; an earlier correction of the same place is revoked.

        ``fact`` is as read from the store, corrected before or not. Raises ``ValueError`` where there is nothing to
        correct: no printed figure, the same value again, no reason.
        """
        printed = fact.amended.printed if fact.amended else fact.value
        printed_unit = fact.amended.unit if fact.amended else fact.unit
        if printed is None or (value, unit) == (printed, printed_unit) or not reason.strip():
            raise ValueError("更正要有原来的数、不同的新数和理由")
        file = self._database.rows(sa.select(documents.c.file).where(documents.c.id == fact.document_id))
        made = Correction(
            fact.document_id, file[0].file if file else "", fact.source.page, fact.source.box, about(fact),
            place_of(fact), printed, printed_unit, value, unit, reason.strip(), by, now(),
        )  # fmt: skip
        with self._database.begin() as connection:
            if fact.amended:
                connection.execute(_revocation(fact.amended.id, by, "由新的更正取代"))
            key = connection.execute(
                sa.insert(corrections).values(**_correction_row(made))
            ).inserted_primary_key
        return replace(made, id=int(key[0]) if key else 0)

    def revoke(self, correction_id: int, by: str, reason: str) -> bool:
        """Let the printed figure count again; False where there is no such correction that counts."""
        with self._database.begin() as connection:
            return connection.execute(_revocation(correction_id, by, reason.strip())).rowcount == 1

    def corrections(self, document_id: str = "") -> list[Correction]:
        """All corrections, or those of one document, in the order in which they were made."""
        query = sa.select(corrections).order_by(corrections.c.id)
        if document_id:
            query = query.where(corrections.c.document_id == document_id)
        return [row_to_correction(row) for row in self._database.rows(query)]

    def decide(self, check: Check, decision: Decision, reason: str, by: str) -> Review:
        """Write down what was decided on a check; dismissing one takes a reason (``ValueError``)."""
        if decision is Decision.DISMISSED and not reason.strip():
            raise ValueError("不算问题的核对要写明理由")
        review = Review(check.document_id, mark_of(check), decision, reason.strip(), by, now(), check.message)
        row = {
            "document_id": review.document_id, "mark": review.mark, "decision": decision.value,
            "reason": review.reason, "by": by, "at": review.at, "message": review.message,
        }  # fmt: skip
        with self._database.begin() as connection:
            connection.execute(sa.insert(check_reviews).values(**row))
        return review

    def reviews(self, document_id: str) -> dict[str, Review]:
        """The last decision on each check of a document, by the check's mark."""
        return self.all_reviews(document_id).get(document_id, {})

    def all_reviews(self, document_id: str = "") -> dict[str, dict[str, Review]]:
        """The same for all documents, or for one: by document, then by mark."""
        query = sa.select(check_reviews).order_by(check_reviews.c.id)
        if document_id:
            query = query.where(check_reviews.c.document_id == document_id)
        found: dict[str, dict[str, Review]] = {}
        for row in self._database.rows(query):
            found.setdefault(row.document_id, {})[row.mark] = _review(row)
        return found

    def stamps(self) -> dict[str, int]:
        """For each document on which anything was decided, a number that grows with every decision."""
        counted = (
            (corrections, sa.true()),
            (corrections, corrections.c.revoked_at != ""),
            (check_reviews, sa.true()),
        )
        parts = (
            sa.select(table.c.document_id, sa.func.count().label("lines"))
            .where(condition)
            .group_by(table.c.document_id)
            for table, condition in counted
        )
        found: dict[str, int] = {}
        for row in self._database.rows(sa.union_all(*parts)):
            found[row.document_id] = found.get(row.document_id, 0) + int(row.lines)
        return found


def now() -> str:
    """This moment, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def place_of(fact: Fact) -> str:
    """Where a figure stands, in words: 第7页《支出决算表》合计 × 项目支出."""
    s = fact.source
    table = f"《{s.table}》" if s.table else ""
    where = " × ".join(part for part in (s.row, s.column) if part) or fact.subject.name
    return f"第{s.page}页{table}{where}"


def _revocation(correction_id: int, by: str, reason: str) -> sa.Update:
    standing = sa.and_(corrections.c.id == correction_id, corrections.c.revoked_at == "")
    return sa.update(corrections).where(standing).values(revoked_at=now(), revoked_by=by, revoked_why=reason)


def _correction_row(c: Correction) -> dict[str, object]:
    return {
        "document_id": c.document_id, "file": c.file, "page": c.page, "box": list(c.box), "about": list(c.about),
        "label": c.label, "printed": str(c.printed), "printed_unit": c.printed_unit, "value": str(c.value),
        "unit": c.unit, "reason": c.reason, "by": c.by, "at": c.at,
    }  # fmt: skip


def _review(row: sa.Row[Any]) -> Review:
    decision = Decision(row.decision)
    return Review(row.document_id, row.mark, decision, row.reason, row.by, row.at, row.message, row.id)
