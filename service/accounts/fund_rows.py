"""The row of one fund below a balance of all appropriations: 年初结转和结余，其中一般公共预算 (分资金的结转)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact, Fund
from service.accounts.lexicon import term_of
from service.model import Plan

_ONE = frozenset((Fund.GENERAL, Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL))


def in_fund_row(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan of the row that a statement prints for the fund that is named; the plan itself where it prints none."""
    subject = plan.subject
    if plan.fund not in _ONE or subject is None or subject.kind != "结转结余":
        return plan
    rows = {
        f.subject.name: f
        for f in facts
        if f.year == plan.year
        and f.fund is plan.fund
        and f.subject.path[-1:] == (subject.name,)
        and f.value is not None
    }
    return replace(plan, subject=term_of(next(iter(rows.values())))) if len(rows) == 1 else plan
