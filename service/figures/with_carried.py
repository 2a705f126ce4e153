"""All income with what was carried over, where 收入总额 is asked for and is more than the year's own (收入总额).

「收入预算总额」 and 「总收入」 may mean either: the total that the two sides of a budget balance at is told, the
year's own income beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact, Fund
from ingest.numbers import plain
from ingest.patterns import regex
from service.figures.lookup import differs, look_up
from service.model import Finding, Operation, Plan, Term

_GRAND, _OWN = Term("收入总计", "总额"), Term("本年收入合计", "总额")
_ALL_SAID = regex(r"总收入|收入(?:预算|决算)?总[额数量规]|收入(?:预算|决算)?总共")
#: What says that the year's own is meant.
_OF_YEAR = regex(r"本年|当年|当期|合计|财政拨款|基金|一般公共|不含|不包括")


def with_carried(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan of the total, where that is printed and is not the year's own income; else as it is."""
    asked = plan.operation is Operation.LOOKUP and plan.subject == _OWN and plan.fund in (None, Fund.ALL)
    if not asked or not _ALL_SAID.search(plan.text) or _OF_YEAR.search(plan.text):
        return plan
    own, grand = look_up(plan, facts), look_up(replace(plan, subject=_GRAND), facts)
    if own is None or grand is None or grand.fact.subject.name != _GRAND.name:
        return plan
    same = (own.fact.fund, own.fact.stage) == (grand.fact.fund, grand.fact.stage)
    return replace(plan, subject=_GRAND) if same and differs(own.fact, grand.fact) else plan


def own_beside(plan: Plan, finding: Finding, facts: Sequence[Fact]) -> tuple[str, ...]:
    """The year's own income, told beside the total that was taken for it."""
    if plan.subject != _GRAND or not _ALL_SAID.search(plan.text) or plan.operation is not Operation.LOOKUP:
        return ()
    own = look_up(replace(plan, subject=_OWN), facts)
    if own is None or own.fact.value is None or own.fact.subject.name != _OWN.name:
        return ()
    if not finding.operands or not differs(own.fact, finding.operands[0].fact):
        return ()
    return (f"其中本年收入合计 {plain(own.fact.value)} {own.fact.unit}，其余是上年结转等。",)
