"""How far a rate or a number moved where one sentence tells both ends: 「由8.74%下降至1.12%」 (句中升降)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.from_to import BEFORE
from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from service.figures.changes import POINTS
from service.figures.held import facts_of
from service.figures.lookup import same_subject
from service.figures.ratios import rounded
from service.figures.told import label_of
from service.model import Finding, Operand, Operation, Plan

Outcome = tuple[Finding | None, tuple[Fact, ...]]


def or_moved(
    work_out: Callable[[Plan, Sequence[Fact]], Outcome],
) -> Callable[[Plan, Sequence[Fact]], Outcome]:
    """The change that is found otherwise; else that between both ends of a sentence, where no other year is named."""

    def found(plan: Plan, facts: Sequence[Fact]) -> Outcome:
        told = work_out(plan, facts)
        return told if told[0] is not None or plan.base_year is not None else (_moved(plan, facts), ())

    return found


#: Asks for the end that it started from.
_AT_FIRST = regex(r"变动前|年初|期初|原来|原先|此前|以前|之前")


def at_first(fact: Fact, text: str, facts: Sequence[Fact]) -> Fact:
    """The end that a rate started from where the question says so and its sentence tells it; else the fact itself."""
    if fact.measure not in (Measure.RATE, Measure.COUNT) or not _AT_FIRST.search(text):
        return fact
    own = (f for f in facts_of(facts, fact.subject.name) if f.breakdown == BEFORE or f.year < fact.year)
    return next((f for f in own if f.source.quote == fact.source.quote != ""), fact)


def _moved(plan: Plan, facts: Sequence[Fact]) -> Finding | None:
    subject = plan.subject
    if subject is None:
        return None
    own = [f for f in facts_of(facts, subject.name) if same_subject(f, subject) and f.value is not None]
    before = [f for f in own if f.breakdown == BEFORE and f.year == plan.year]
    after = [f for f in own if f.breakdown != BEFORE and before and f.source.quote == before[0].source.quote]
    values = {(f.value, f.unit) for f in before}, {(f.value, f.unit) for f in after}
    if any(len(held) != 1 for held in values):
        return None
    return _between(plan, before[0], after[0])


def _between(plan: Plan, before: Fact, after: Fact) -> Finding | None:
    if before.value is None or after.value is None:
        return None
    gap, unit = after.value - before.value, POINTS if after.measure is Measure.RATE else after.unit
    sign = "%" if after.measure is Measure.RATE else ""
    formula = f"{plain(after.value)}{sign} − {plain(before.value)}{sign} = {plain(gap)} {unit}"
    measure = Measure.CHANGE
    if plan.operation is Operation.CHANGE_RATE and unit != POINTS:
        if not before.value:
            return None
        gap, unit, measure = rounded(gap / before.value * 100), "%", Measure.CHANGE_RATE
        formula = (
            f"({plain(after.value)} − {plain(before.value)}) ÷ {plain(before.value)} × 100% = {plain(gap)}%"
        )
    operands = (Operand(label_of(after), after), Operand(label_of(before), before))
    label = f"{label_of(after)}增减"
    return Finding(label, gap, unit, measure, after.year, after.stage.value, operands, formula)
