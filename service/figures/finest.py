"""Of one figure the form that is printed most exactly: the table's 元 before the text's rounded 万元 (最细的数).

What is worked out from a rounded figure is off by more than what the document prints allows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.model import Fact, Flow, Fund, Origin
from ingest.numbers import MONEY
from service.figures.held import facts_of, plain_name
from service.figures.lookup import rounds_to
from service.model import CODED_KINDS, Finding

_ONE_PURSE = {Fund.GENERAL, Fund.APPROPRIATION}
#: A table that codes no accounts says of none of them what sort it is.
_OPEN_KIND = "其他"


def finest(fact: Fact, facts: Sequence[Fact]) -> Fact:
    """The figure itself, or the cell of its document that prints the same amount of the same thing more exactly; where
    several cells differ in what they print nothing decides."""
    if fact.yuan is None or fact.unit not in MONEY or fact.origin is not Origin.SENTENCE:
        return fact
    cells = [f for f in facts_of(facts, fact.subject.name) if f.origin is Origin.CELL and _is_it(f, fact)]
    finer = [f for f in cells if _step(f) < _step(fact)]
    return min(finer, key=lambda f: f.source.page) if len({f.yuan for f in finer}) == 1 else fact


def at_finest(finding: Finding, facts: Sequence[Fact], tell: Callable[[Fact], Finding]) -> Finding:
    """A figure that is told as it is printed, as it is printed most exactly."""
    printed = finding.printed
    if printed is None or finding.value != printed.value or finding.unit != printed.unit:
        return finding
    best = finest(printed, facts)
    return finding if best is printed else replace(tell(best), label=finding.label)


def _is_it(cell: Fact, told: Fact) -> bool:
    """Whether a cell prints the amount that a sentence tells: of the same thing, year, stage and fund."""
    if cell.yuan is None or cell.unit not in MONEY:
        return False
    of = ("year", "document_id", "entity", "stage", "measure")
    if any(getattr(cell, name) != getattr(told, name) for name in of):
        return False
    same = _same_thing(cell, told) and cell.breakdown in (told.breakdown, TOTAL) and _same_money(cell, told)
    return same and rounds_to(cell, told)


def _same_thing(cell: Fact, told: Fact) -> bool:
    one, other = cell.subject, told.subject
    alike = one.kind == other.kind or {one.kind, other.kind} <= {*CODED_KINDS, _OPEN_KIND}
    codes = {one.code, other.code} - {""}
    return alike and len(codes) < 2 and plain_name(one.name) == plain_name(other.name)


def _same_money(cell: Fact, told: Fact) -> bool:
    flows = {cell.flow, told.flow} - {Flow.NONE, Flow.BALANCE}
    return len(flows) < 2 and (cell.fund is told.fund or {cell.fund, told.fund} == _ONE_PURSE)


def _step(fact: Fact) -> Decimal:
    """The smallest amount in 元 that a figure is printed to."""
    exponent = fact.value.as_tuple().exponent if fact.value is not None else 0
    return MONEY[fact.unit].scaleb(int(exponent))
