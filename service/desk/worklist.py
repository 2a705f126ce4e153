"""Failed checks as a work list: real, no matter, or a figure to be corrected (核对清单)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import sqlalchemy as sa
from fastapi import APIRouter, Depends
from starlette.responses import Response

from ingest import schema
from ingest.check_rows import row_to_check
from ingest.checks.told import same_figure
from ingest.model import Check, Document, Fact, Operand, Severity, Verdict
from ingest.reviews import Decision, Review, mark_of
from service.desk.counter import Counter, page_number, sent_on
from service.desk.drawing import number
from service.desk.room import Room
from service.desk.staff import DeskError, Form, Staff, way_back

_SHOWN = 30
_ORDER = {severity: place for place, severity in enumerate(Severity)}
_SEVERITIES = (*((s.value, s.value) for s in Severity), (Verdict.ROUNDING.value, "四舍五入的尾差"))
_STATES = (
    ("OPEN", Decision.OPEN.value), ("CONFIRMED", Decision.CONFIRMED.value), ("DISMISSED", Decision.DISMISSED.value),
    ("all", "全部"),
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """One printed operand of a check, where it can be looked at, and where it can be corrected."""

    label: str
    page: int
    value: str
    to: str
    correct: str
    corrected: str = ""


@dataclass(frozen=True)
class Row:
    """One check of the list with the last decision on it."""

    check: Check
    document: Document
    mark: str
    review: Review | None
    operands: Sequence[Place] = ()

    @property
    def kind(self) -> str:
        """How much it matters, in a word."""
        return (
            self.check.verdict.value if self.check.verdict is Verdict.ROUNDING else self.check.severity.value
        )

    @property
    def severity_class(self) -> str:
        """The same as a name of the style."""
        return self.check.severity.name.lower() if self.check.verdict is Verdict.FAILS else "rounding"


def routes(counter: Counter) -> APIRouter:
    """``/desk/checks`` and the decision on one of them."""
    found = APIRouter(include_in_schema=False)
    room = counter.room

    @found.get("/desk/checks")
    def listed(
        document: str = "", severity: str = "", state: str = "OPEN", p: str = "", done: str = "",
        staff: Staff = Depends(counter.staff),
    ) -> Response:  # fmt: skip
        held = {d.id: d for d in room.store.documents()}
        rows = [row for row in rows_of(room, held, document, severity) if _is_in(row, state)]
        page = page_number(p)
        given = {"document": document, "severity": severity, "state": state}
        shown = _with_places(room, rows[(page - 1) * _SHOWN : page * _SHOWN])
        return counter.page(
            "checks.html", staff, here="/desk/checks", rows=shown, total=len(rows), page=page,
            more=len(rows) > page * _SHOWN, given=given, severities=_SEVERITIES, states=_STATES, done=done,
            documents=[(d.id, d.file) for d in held.values()], back="/desk/checks?" + urlencode({**given, "p": page}),
        )  # fmt: skip

    @found.post("/desk/checks/{document_id}/{mark}")
    def decide(
        document_id: str, mark: str, staff: Staff = Depends(counter.admin), form: Form = Depends(counter.form)
    ) -> Response:
        counter.document(document_id)
        check = next((c for c in room.store.checks(document_id) if mark_of(c) == mark), None)
        if check is None:
            raise DeskError(409, "这份文件重新读过，这一处核对已经不在了；请回到清单看现在的结果。")
        decision = Decision.__members__.get(form.get("decision", ""))
        if decision is None:
            raise DeskError(422, "没有这种处理。")
        reason = form.get("reason", "")[:300]
        if decision is Decision.DISMISSED and not reason:
            raise DeskError(422, "不算问题要写明理由。")
        room.ledger.decide(check, decision, reason, staff.name)
        counter.record(
            staff, "check.decide", document_id, decision=decision.value, reason=reason, check=check.message
        )
        back = way_back(form.get("back", "/desk/checks"))
        return sent_on(back + ("&" if "?" in back else "?") + "done=decided")

    return found


def rows_of(room: Room, held: Mapping[str, Document], document: str = "", severity: str = "") -> list[Row]:
    """Checks that do not hold, the gravest first; of documents that count, or of the one that is named."""
    query = sa.select(schema.checks).order_by(schema.checks.c.document_id, schema.checks.c.id)
    if severity == Verdict.ROUNDING.value:
        query = query.where(schema.checks.c.verdict == Verdict.ROUNDING.value)
    else:
        query = query.where(schema.checks.c.verdict == Verdict.FAILS.value)
        column = schema.checks.c.severity
        query = query.where(column == severity if severity else column != Severity.NOTE.value)
    query = query.where(schema.checks.c.document_id == document) if document else query
    reviews = room.ledger.all_reviews()
    rows = []
    for check in map(row_to_check, room.database.rows(query)):
        owner = held.get(check.document_id)
        if owner is not None and (owner.current or document):
            mark = mark_of(check)
            review = reviews.get(check.document_id, {}).get(mark)
            rows.append(
                Row(check, owner, mark, review if review and review.decision is not Decision.OPEN else None)
            )
    places = {document_id: place for place, document_id in enumerate(held)}
    return sorted(rows, key=lambda r: (_ORDER[r.check.severity], places[r.document.id], r.check.id))


def open_counts(room: Room) -> dict[str, int]:
    """Failed checks that nobody has settled, by document; only where there are decisions are checks read one by one."""
    counts = room.store.failed_counts()
    for document_id, reviews in room.ledger.all_reviews().items():
        if document_id in counts:
            settled = {mark for mark, review in reviews.items() if review.decision is not Decision.OPEN}
            failed = [c for c in room.store.checks(document_id) if c.verdict is Verdict.FAILS]
            failed = [c for c in failed if c.severity is not Severity.NOTE]
            counts[document_id] = sum(mark_of(c) not in settled for c in failed)
    return counts


def _is_in(row: Row, state: str) -> bool:
    return state == "all" or state == (row.review.decision.name if row.review else "OPEN")


def _with_places(room: Room, rows: Sequence[Row]) -> list[Row]:
    """The rows with their operands, each with the figure of the store that it is."""
    facts = {d: room.store.facts(d) for d in dict.fromkeys(row.document.id for row in rows)}
    return [
        Row(
            r.check, r.document, r.mark, r.review, [_place(o, r.document.id, facts) for o in r.check.operands]
        )
        for r in rows
    ]


def _place(operand: Operand, document_id: str, facts: Mapping[str, Sequence[Fact]]) -> Place:
    owner = operand.document_id or document_id
    here = [
        f
        for f in facts.get(owner, ())
        if f.source.page == operand.page and same_figure(f.source.box, operand.box)
    ]
    value = "" if operand.value is None else f"{number(operand.value)} {operand.unit}"
    fact = next((f for f in here if operand.value is not None and _prints(f, operand)), None)
    to = f"/desk/documents/{owner}?page={operand.page}" + (f"#fact-{fact.id}" if fact else "")
    correct = f"/desk/facts/{fact.id}/correct" if fact else ""
    corrected = f"{number(fact.value)} {fact.unit}" if fact and fact.amended else ""
    return Place(operand.label, operand.page, value or operand.quote, to, correct, corrected)


def _prints(fact: Fact, operand: Operand) -> bool:
    printed = fact.amended.printed if fact.amended else fact.value
    return printed == operand.value
