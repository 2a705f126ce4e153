"""Income and expenditure whose totals are told in one breath: 「收入总计、支出总计各增加」 is of either (收支同述)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact, Fund, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.model import Plan

_TOTALS = ("收入总计", "支出总计")
#: Both totals side by side, and a word that says that what follows is of each.
_BOTH = regex(
    r"(?P<of>财政拨款)?收入总计[、，和及](?:财政拨款)?支出总计(?:[\d.,]*[万亿]?元)?[，]?(?:均|各|都|分别各|同)"
)


def told_of_both(plan: Plan, facts: Sequence[Fact], measure: Measure) -> Fact | None:
    """How both totals changed, as of the one asked for, where a sentence tells it of them together; else None."""
    if plan.subject is None or plan.subject.name not in _TOTALS:
        return None
    held = [f for f in facts if f.measure is measure and f.year == plan.year and _is_of_both(f, plan)]
    if len({(f.value, f.unit) for f in held}) != 1:
        return None
    named = replace(held[0].subject, name=plan.subject.name, kind=plan.subject.kind)
    return replace(held[0], subject=named)


def _is_of_both(fact: Fact, plan: Plan) -> bool:
    said = _BOTH.search(fold(fact.source.quote)) or _BOTH.search(fact.source.quote)
    of_fund = "财政拨款" if plan.fund is Fund.APPROPRIATION else ""
    if said is None or (said["of"] or "") != of_fund or plan.fund not in (None, Fund.ALL, Fund.APPROPRIATION):
        return False
    name = fact.subject.name.removeprefix(of_fund)
    return name in (*_TOTALS, "收入总计、支出", "收入总计、支出总计", "收入总计和支出总计")
