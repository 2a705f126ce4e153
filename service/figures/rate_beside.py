"""The rate of a change beside its amount, where the question leaves open which of the two is meant (增减额与增减率)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact, Measure
from ingest.patterns import regex
from service.figures.changes import change_rate
from service.model import Finding, Operation, Plan

#: What asks for the amount alone.
_AMOUNT_ASKED = regex(r"多少|几[万亿千百块个件辆台人名家次项批]|金额|数额|[增减加少差]额")


def rate_beside(plan: Plan, amount: Finding | None, facts: Sequence[Fact]) -> tuple[Finding, ...]:
    """The rate of the same change, computed from the same figures; none where the amount alone is asked for."""
    if amount is None or plan.operation is not Operation.CHANGE or amount.measure is not Measure.CHANGE:
        return ()
    if plan.unit is not None or _AMOUNT_ASKED.search(plan.text) or not amount.value:
        return ()
    rate, _ = change_rate(plan, facts)
    if (
        rate is None
        or rate.measure is not Measure.CHANGE_RATE
        or rate.formula is None
        or rate.year != amount.year
    ):
        return ()
    return (rate,) if (rate.value > 0) == (amount.value > 0) and rate.value else ()


def is_change_with_rate(findings: Sequence[Finding]) -> bool:
    """Whether the findings are one change, told by amount and by rate."""
    return [f.measure for f in findings] == [Measure.CHANGE, Measure.CHANGE_RATE]
