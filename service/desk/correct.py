"""Correcting a figure by hand (人工更正)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from fastapi import APIRouter, Depends
from starlette.responses import Response

from ingest.corrections import same_place
from ingest.ledger import place_of
from ingest.model import Fact
from ingest.numbers import MONEY, parse_number, plain
from service.compose import image_url
from service.desk.counter import Counter, sent_on
from service.desk.room import Room
from service.desk.staff import DeskError, Form, Staff

_MAX_DIGITS = 30


def routes(counter: Counter) -> APIRouter:
    """``/desk/facts/{id}/correct``."""
    found = APIRouter(include_in_schema=False)
    room = counter.room

    def figure(fact_id: int) -> Fact:
        fact = room.store.fact(fact_id)
        if fact is None or fact.value is None:
            raise DeskError(404, "没有这个数；文件可能重新读过，请回到那一页再点“更正”。")
        return fact

    def drawn(fact: Fact, staff: Staff, given: Form, wrong: str = "") -> Response:
        printed = fact.amended.printed if fact.amended else fact.value
        unit = fact.amended.unit if fact.amended else fact.unit
        return counter.page(
            "correct.html", staff, 422 if wrong else 200, here="/desk", document=counter.document(fact.document_id),
            fact=fact, place=place_of(fact), printed=printed, printed_unit=unit, given=given, wrong=wrong,
            also=_also(room, fact), image=image_url(fact.document_id, fact.source.page, [fact.source.box]),
            units=list(MONEY) if unit in MONEY else [unit, "%"] if unit else [],
        )  # fmt: skip

    @found.get("/desk/facts/{fact_id:int}/correct")
    def ask(fact_id: int, staff: Staff = Depends(counter.admin)) -> Response:
        fact = figure(fact_id)
        return drawn(fact, staff, {"value": plain(fact.value or Decimal(0)), "unit": fact.unit, "reason": ""})

    @found.post("/desk/facts/{fact_id:int}/correct")
    def correct(
        fact_id: int, staff: Staff = Depends(counter.admin), form: Form = Depends(counter.form)
    ) -> Response:
        fact = figure(fact_id)
        given = {name: form.get(name, "") for name in ("value", "unit", "reason")}
        value = read_value(given["value"])
        wrong = _wrong(fact, value, given)
        if wrong or value is None:
            return drawn(fact, staff, given, wrong)
        made = room.ledger.correct(fact, value, given["unit"], given["reason"], staff.name)
        counter.record(
            staff, "fact.correct", made.document_id, file=made.file, place=made.label, reason=made.reason,
            printed=f"{made.printed} {made.printed_unit}", value=f"{made.value} {made.unit}", correction=made.id,
        )  # fmt: skip
        where = f"/desk/documents/{made.document_id}?page={made.page}&done=corrected"
        return sent_on(f"{where}#fact-{fact_id}")

    return found


def read_value(text: str) -> Decimal | None:
    """A number as people type it, full-width digits and thousand separators too; None for anything else."""
    value = parse_number(unicodedata.normalize("NFKC", text))
    return value if value is not None and len(value.as_tuple().digits) <= _MAX_DIGITS else None


def _wrong(fact: Fact, value: Decimal | None, given: Form) -> str:
    """Why a correction cannot be taken; empty where it can."""
    printed = fact.amended.printed if fact.amended else fact.value
    unit = fact.amended.unit if fact.amended else fact.unit
    told = (
        (value is None, "“更正为”要写一个数，如 1,234.56。"),
        (unit in MONEY and given["unit"] not in MONEY, "金额的单位要写元、千元、万元、百万元或亿元。"),
        (len(given["unit"]) > 16, "单位太长。"),
        ((value, given["unit"]) == (printed, unit), "和原文印的一样；要恢复原文的数，请在“更正”里撤销。"),
        (not given["reason"], "请写理由。"),
        (len(given["reason"]) > 300, "理由不要超过 300 字。"),
    )
    return next((text for wrong, text in told if wrong), "")


def _also(room: Room, fact: Fact) -> Sequence[str]:
    """Other things that the same cell was read as, which are corrected along with it."""
    if fact.source.quote:
        return []
    printed = fact.amended.printed if fact.amended else fact.value
    same = [
        f
        for f in room.store.printed(fact.document_id)
        if f.id != fact.id and f.value == printed and same_place(fact.source.page, fact.source.box, f)
    ]
    return list(dict.fromkeys(f"{f.entity}{f.subject.name}（{f.breakdown}）" for f in same))
