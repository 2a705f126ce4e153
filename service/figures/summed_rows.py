"""An economic account that a table prints only by function, row for row: the sum of its rows (同科目各行之和).

「部门基本支出预算表（人员类、运转类公用经费项目）」 has 基本工资 once for each functional item and project. One of them
is not the account; all of them are, where the table's own total shows that its rows hold everything once.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.model import Fact, Measure, Origin
from ingest.numbers import plain
from service.figures.told import label_of
from service.model import Finding, Operand, Plan

_ECONOMIC = "经济分类"
#: What the total of such a table is of.
_WHOLES = ("基本支出", "项目支出", "本年支出合计", "支出总计")


def summed_rows(plan: Plan, fact: Fact, facts: Sequence[Fact]) -> Finding | None:
    """The sum of all rows of the account of a fact that is one of them; None where it is no such row, where a row of
    its own is asked for, or where the table does not prove that its rows are whole."""
    subject = fact.subject
    if subject.kind != _ECONOMIC or plan.breakdown is not None or fact.origin is not Origin.CELL:
        return None
    if fact.breakdown == TOTAL:
        return None
    table = [f for f in facts if _is_beside(f, fact)]
    rows = [f for f in table if f.subject == subject]
    if len(rows) < 2 or any(row.breakdown == TOTAL for row in rows) or not _is_whole(table):
        return None
    if any(f.subject == subject and f.breakdown == TOTAL and _is_alike(f, fact) for f in facts):
        return None  # another table prints the whole account
    total = sum((row.value or Decimal(0) for row in rows), Decimal(0))
    name = subject.name
    operands = tuple(Operand(label_of(row), row) for row in rows)
    formula = " + ".join(plain(row.value or Decimal(0)) for row in rows) + f" = {plain(total)}"
    return Finding(name, total, fact.unit, fact.measure, fact.year, fact.stage.value, operands, formula)


def _is_alike(one: Fact, other: Fact) -> bool:
    """Whether two amounts are of one document, year, stage and money."""
    same = one.year == other.year and one.document_id == other.document_id and one.stage is other.stage
    return (
        same
        and one.measure is Measure.AMOUNT
        and (one.fund, one.entity, one.unit) == (other.fund, other.entity, other.unit)
    )


def _is_beside(one: Fact, other: Fact) -> bool:
    """Whether two amounts stand in one column of one table."""
    return (
        _is_alike(one, other)
        and one.origin is Origin.CELL
        and one.value is not None
        and (one.source.sequence, one.source.column) == (other.source.sequence, other.source.column)
    )


def _is_whole(table: Sequence[Fact]) -> bool:
    """Whether the accounts of a column make up its printed total, so that each of its rows is there once."""
    totals = {f.value for f in table if f.subject.name in _WHOLES and f.breakdown == TOTAL}
    parts = [f for f in table if f.subject.kind == _ECONOMIC]
    return len(totals) == 1 and sum((f.value or Decimal(0) for f in parts), Decimal(0)) in totals
