"""The part of an account that lies in the half of spending that is its whole: 「某事务占项目支出」 (分栏之部分)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact, Measure
from service.figures.held import facts_of
from service.model import Plan

_HALVES = ("基本支出", "项目支出")
#: What an account agrees in with its own figure in another column.
_KEYS = ("document_id", "year", "stage", "fund", "statement", "entity", "subject")


def in_column(plan: Plan, part: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The figure of the part in the column of its whole, 基本支出 or 项目支出; the part itself where there is none.

    None where it stands in a table of the other half alone: 办公费 of 基本支出 is no part of 项目支出.
    """
    half = plan.base.name if plan.base is not None else ""
    if half not in _HALVES or part.measure is not Measure.AMOUNT:
        return part
    other = _HALVES[half == _HALVES[0]]
    if part.subject.kind == "经济分类" and other in part.statement:
        return None
    if part.subject.kind != "功能分类" or part.breakdown in _HALVES:
        return part
    row = [
        f for f in facts_of(facts, part.subject.name) if all(getattr(f, k) == getattr(part, k) for k in _KEYS)
    ]
    return next((f for f in row if f.breakdown == half and f.value is not None), part)
