"""Whether the money of the general budget is all that is appropriated to a body (拨款是否只有一种资金)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact, Fund, Measure
from service.figures.held import facts_of

#: What is appropriated besides the general budget, for which its income does not stand.
_BESIDE_GENERAL = ("政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入")


def is_all_there_is(told: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a total of the general budget is that of all appropriations: no other fund has money of its own."""
    others = (
        f for f in facts_of(facts, told.subject.name) if f.fund in (Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL)
    )
    return told.fund is not Fund.GENERAL or not any(_is_beside(f, told) for f in others)


def is_one_of_several(told: Fact, facts: Sequence[Fact]) -> bool:
    """Whether the income from the general budget is not all that is appropriated."""
    if told.subject.name != "一般公共预算财政拨款收入":
        return False
    return any(_is_beside(f, told) for name in _BESIDE_GENERAL for f in facts_of(facts, name))


def _is_beside(fact: Fact, told: Fact) -> bool:
    same = (fact.year, fact.stage, fact.measure) == (told.year, told.stage, Measure.AMOUNT)
    return same and bool(fact.value)
