"""All that is appropriated to a body, added up where only the income from each fund is printed (财政拨款收入相加)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact, Measure
from ingest.numbers import plain
from service.figures.lookup import look_up
from service.figures.ratios import same_unit
from service.figures.told import label_of
from service.model import Finding, Operand, Plan, Term

_WHOLE = "财政拨款收入"
_FUNDS = ("一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入")


def appropriated(plan: Plan, facts: Sequence[Fact]) -> Finding | None:
    """The sum of the incomes from the funds; None where another income is asked for, or they stand in two tables."""
    if plan.subject is None or plan.subject.name != _WHOLE or plan.breakdown is not None:
        return None
    found = (look_up(replace(plan, subject=Term(name, "收入来源"), fund=None), facts) for name in _FUNDS)
    parts = [f.fact for f in found if f is not None and f.fact.value]
    places = {(f.document_id, f.statement, f.year, f.stage) for f in parts}
    if len(parts) < 2 or len(places) > 1 or not parts[0].statement:
        return None
    values = [same_unit(parts[0], part)[1] for part in parts]
    total = sum(values[1:], values[0])
    formula = f"{' + '.join(map(plain, values))} = {plain(total)}"
    first = parts[0]
    operands = tuple(Operand(label_of(part), part) for part in parts)
    return Finding(
        f"{_WHOLE}（{len(parts)}种资金相加）", total, first.unit, Measure.AMOUNT, first.year, first.stage.value,
        operands, formula,
    )  # fmt: skip
