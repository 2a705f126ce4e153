"""No budget at the beginning of the year: 「年初没有安排预算，决算18.06万元」 says so (年初未安排预算)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact, Origin, Stage
from ingest.patterns import regex
from service.figures.held import facts_of
from service.figures.lookup import same_subject
from service.model import Plan

_NONE = regex(
    r"年初(?:预算)?(?:没有|未|无|没)(?:安排|列入|列|编制|编报)?(?:此项|该项|相关|支出)?(?:预算|安排)?(?=[，,。；、]|$)"
)
_PLANNED = (Stage.BUDGET, Stage.INITIAL_BUDGET)


def not_planned(plan: Plan, facts: Sequence[Fact]) -> Fact | None:
    """The declaration that nothing was planned for the account that is asked for, by a sentence on its outcome.

    None where no budget is asked for, or no sentence says so.
    """
    subject = plan.subject
    if subject is None or plan.stage not in _PLANNED or plan.count_unit is not None:
        return None
    own = facts_of(facts, subject.name, subject.code) if subject.code else facts_of(facts, subject.name)
    for fact in own:
        if fact.year == plan.year and _NONE.search(fact.source.quote) and same_subject(fact, subject):
            return replace(
                fact, stage=Stage.INITIAL_BUDGET, value=None, yuan=None, unit="", origin=Origin.DECLARATION
            )
    return None
