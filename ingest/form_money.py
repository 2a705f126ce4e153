"""What is money in a performance form, and what only looks like it (自评表里的金额)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.fields import ACCOUNT_CODE
from ingest.form_heads import is_under
from ingest.model import Cell, Fact, Measure, Stage
from ingest.numbers import MONEY, unit_in_header
from ingest.patterns import regex
from ingest.quantities import Quantity, named_amount
from ingest.text import fold

_ACCOUNT = regex(r"科目|编码|代码|功能分类")


def is_aside(heading: str, text: str, found: Quantity) -> bool:
    """Whether a cell of a listed project is the code of its account, or counts what was done (实际完成 40张)."""
    counted = found.unit not in ("", "%", "分", *MONEY)
    return counted or (
        _ACCOUNT.search(fold(heading)) is not None and ACCOUNT_CODE.fullmatch(text) is not None
    )


def is_beside_named(cell: Cell, row: Sequence[Cell], head: Sequence[Cell]) -> bool:
    """Whether a bare number stands behind cells that hold a name and its amount, and under no heading: its points."""
    named = any(named_amount(c.text)[0] for c in row if c.column < cell.column)
    return named and not any(is_under(cell, heading) for heading in head)


_STAGE = regex(r"(?:年初|全年|调整后?|年度|本年)?(?:预算|执行|支出|决算)(?:数|额)?(?:[(（].*[)）])?")


def stage_over(cell: Cell, head: Sequence[Cell]) -> tuple[str, str]:
    """The stage under which a number stands, and the unit that the headings tell: 「资金（万元） │ 全年预算」."""
    over = next((h.text for h in head if is_under(cell, h) and _STAGE.fullmatch(fold(h.text))), "")
    units = (unit_in_header(h.text) for h in head if h.text == over or h.column < cell.column)
    return over, next((unit for unit in units if unit), "") or ""


def in_money(facts: Sequence[Fact]) -> list[Fact]:
    """A bare number of a rate, 「预算执行率 3.2」, is money where the form's money of that stage is the same.

    Other bare numbers are left as printed.
    """
    money = {(f.stage, f.value): f for f in facts if f.subject.kind == "项目" and f.measure is Measure.AMOUNT}
    plan = {f.value: f for (stage, _), f in money.items() if stage is not Stage.EXECUTION}
    found = []
    for fact in facts:
        bare = not fact.unit and fact.subject.name.endswith("率") and fact.measure is Measure.COUNT
        same = money.get((fact.stage, fact.value))
        if same is None and fact.stage is not Stage.EXECUTION:
            same = plan.get(fact.value)
        if bare and same is not None:
            fact = replace(fact, measure=Measure.AMOUNT, unit=same.unit, yuan=same.yuan)
        found.append(fact)
    return found
