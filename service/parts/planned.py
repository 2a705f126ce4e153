"""What was planned for the parts of a whole, a zero that is printed or declared among them (各分项的年初预算)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact, Fund, Stage
from service.accounts.lexicon import term_of
from service.figures.lookup import look_up
from service.figures.unplanned import not_planned
from service.model import Condition, Operation, Plan


def budget_of(plan: Plan, part: Fact, facts: Sequence[Fact]) -> Fact | None:
    """What was planned for a part, a zero that is printed or declared too; None where nothing is said of it."""
    alone = replace(
        plan, operation=Operation.LOOKUP, subject=term_of(part), statement=None, condition=None, breakdown=None,
        stage=Stage.INITIAL_BUDGET, count_unit=None,
    )  # fmt: skip
    found = look_up(alone, facts)
    if found is not None and found.fact.fund is not part.fund and part.fund is Fund.ALL:
        return None  # what was planned of one fund is not all that was planned
    return found.fact if found is not None else not_planned(alone, facts)


def without_budget(
    plan: Plan, condition: Condition, parts: Sequence[Fact], facts: Sequence[Fact]
) -> list[Fact]:
    """Parts for which nothing was planned, where a rate of their budgets is asked for."""
    if condition.by not in (Operation.COMPLETION, Operation.VARIANCE_RATE):
        return []
    planned = ((part, budget_of(plan, part, facts)) for part in parts)
    return [part for part, budget in planned if budget is not None and not budget.value]
