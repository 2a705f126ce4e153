"""How far a rate or a number moved where one sentence tells both ends: 「由8.74%下降至1.12%」 (句中升降)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

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


#: Asks by how much a thing is more or less, of whatever it is: 「大了多少」, 「少开了几场」.
_BY_HOW_MUCH = regex(
    r"(?<![至最不还])(?:[大小高低长短快慢宽窄扩缩](?:[了出]|(?=多少))|[多少][\u4e00-\u9fff]{0,2}[了出]|[多少](?=多少|几))(?:多少|几|好多)(?!分之)"
)
#: The occasion of a change as it is said: 「搬了新楼以后」; so much of it must stand in the sentence.
_PARTICLE, _HELD = regex(r"[了的以之过后]"), 0.6


def by_how_much(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan for the change, where it is asked by how much there is more of what one sentence tells both ends of.

    What the question calls its occasion is understood where that sentence tells of it.
    """
    if plan.subject is None or plan.base_year is not None or len(plan.stages) > 1:
        return plan
    asked = plan.operation is Operation.LOOKUP and _BY_HOW_MUCH.search(plan.text)
    if not asked and plan.operation is not Operation.CHANGE:
        return plan
    quote = _both_ends(plan, facts)
    if not quote:
        return plan
    told = all(_is_occasion(run, plan.text, quote) for run in plan.taken) and bool(plan.taken)
    plan = replace(plan, explained=1.0, taken=()) if told else plan
    return replace(plan, operation=Operation.CHANGE)


def _both_ends(plan: Plan, facts: Sequence[Fact]) -> str:
    """The sentence that tells both ends of what is asked for; empty where none does."""
    subject = plan.subject
    assert subject is not None
    own = [f for f in facts_of(facts, subject.name) if same_subject(f, subject) and f.source.quote]
    own = [f for f in own if f.measure in (Measure.COUNT, Measure.RATE, Measure.AMOUNT)]
    now = {f.source.quote for f in own if f.year == plan.year and f.breakdown != BEFORE}
    was = (f for f in own if f.breakdown == BEFORE or f.year == (plan.year or 0) - 1)
    return next((f.source.quote for f in was if f.source.quote in now), "")


def _is_occasion(run: str, text: str, quote: str) -> bool:
    """Whether words that nothing explains say upon what it changed, as the sentence does."""
    said = "后" in run or text[text.find(run) + len(run) :].startswith(("以后", "之后", "过后", "后"))
    what = _PARTICLE.sub("", run) if said and "后" in quote else ""
    return bool(what) and sum(char in quote for char in what) >= _HELD * len(what)


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
