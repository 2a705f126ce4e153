"""Outcome against budget: by how much, by how many per cent, how far the budget was used (决算与预算).

Both are printed, or the one and how far it is off the other, 「较年初预算数增加193.41万元，增长14.0%」.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Measure, Stage
from ingest.numbers import convert, plain
from service.figures.lookup import Found, look_up
from service.figures.ratios import near, printed_only, rounded, same_unit
from service.figures.told import label_of
from service.model import Finding, Operand, Plan

Outcome = tuple[Finding | None, tuple[Fact, ...]]

_HUNDRED = Decimal(100)
_SCORE = "分"


def variance(plan: Plan, facts: Sequence[Fact]) -> Outcome:
    """Outcome less budget; as it is printed where the budget is not."""
    pair = against_budget(plan, facts)
    if pair is None:
        return _printed(plan, facts, Measure.VARIANCE), ()
    outcome, budget = pair
    new, old = same_unit(outcome, budget)
    operands = (Operand(outcome.stage.value, outcome), Operand(budget.stage.value, budget))
    formula = f"{plain(new)} − {plain(old)} = {plain(new - old)}"
    label = f"{label_of(outcome)}决算数比{budget.stage.value}数增减额"
    finding = Finding(label, new - old, outcome.unit, Measure.CHANGE, outcome.year, "决算", operands, formula)
    return finding, ()


def completion(plan: Plan, facts: Sequence[Fact]) -> Outcome:
    """Outcome over budget, beside the rate that the document prints."""
    pair = against_budget(plan, facts)
    printed = look_up(replace(plan, stage=None, statement=None), facts, Measure.COMPLETION)
    if pair is None or not pair[1].value:
        told = printed_only(replace(plan, stage=None), facts, Measure.COMPLETION)
        return told if told[0] is not None or pair is not None else (_worked_back(plan, facts), ())
    outcome, budget = pair
    top, bottom = same_unit(outcome, budget)
    ratio = rounded(top / bottom * _HUNDRED)
    operands = (Operand(outcome.stage.value, outcome), Operand(budget.stage.value, budget))
    formula = f"{plain(top)} ÷ {plain(bottom)} × 100% = {ratio}%"
    label = f"{label_of(outcome)}完成{budget.stage.value}的比例"
    own = printed.fact if printed and near(printed.fact, ratio) else None
    return Finding(label, ratio, "%", Measure.COMPLETION, outcome.year, "决算", operands, formula, own), ()


def variance_rate(plan: Plan, facts: Sequence[Fact]) -> Outcome:
    """Outcome less budget in per cent of the budget, beside the rate that the document prints."""
    printed = _printed(plan, facts, Measure.VARIANCE_RATE)
    pair = against_budget(plan, facts)
    if pair is None or not pair[1].value:
        return (printed or _rate_worked_back(plan, facts)) if pair is None else None, ()
    outcome, budget = pair
    new, old = same_unit(outcome, budget)
    ratio = rounded((new - old) / old * _HUNDRED)
    operands = (Operand(outcome.stage.value, outcome), Operand(budget.stage.value, budget))
    formula = f"({plain(new)} − {plain(old)}) ÷ {plain(old)} × 100% = {plain(ratio)}%"
    label = f"{label_of(outcome)}决算数比{budget.stage.value}数增减幅度"
    own = printed.printed if printed and printed.printed and near(printed.printed, ratio) else None
    return Finding(
        label, ratio, "%", Measure.CHANGE_RATE, outcome.year, "决算", operands, formula, own
    ), ()  # fmt: skip


def _printed(plan: Plan, facts: Sequence[Fact], measure: Measure) -> Finding | None:
    """How far an outcome is off its budget, as a sentence prints it."""
    found = look_up(replace(plan, stage=None, statement=None), facts, measure)
    if found is None or found.fact.value is None:
        return None
    fact = found.fact
    rate = measure is Measure.VARIANCE_RATE
    label = f"{label_of(fact)}决算数比年初预算数增减{'幅度' if rate else '额'}"
    made = Measure.CHANGE_RATE if rate else Measure.CHANGE
    operands = (Operand("与预算之差", fact),)
    return Finding(
        label, found.fact.value, fact.unit, made, fact.year, fact.stage.value, operands, printed=fact
    )


def _back(plan: Plan, facts: Sequence[Fact]) -> tuple[Fact, Fact, Decimal, Decimal] | None:
    """The outcome, how far it is off its budget, its value, and the budget that these make; None where nothing does."""
    gap = look_up(replace(plan, stage=None, statement=None), facts, Measure.VARIANCE)
    if gap is None or gap.fact.value is None:
        return None
    now = look_up(replace(plan, stage=Stage.FINAL_ACCOUNTS, fund=gap.fact.fund, statement=None), facts)
    value = (
        convert(now.fact.value, now.fact.unit, gap.fact.unit) if now and now.fact.value is not None else None
    )
    if now is None or value is None or now.fact.fund is not gap.fact.fund or value <= gap.fact.value:
        return None
    return now.fact, gap.fact, value, value - gap.fact.value


def _worked_back(plan: Plan, facts: Sequence[Fact]) -> Finding | None:
    """How far the budget was used, the budget being the outcome less what it is off by."""
    back = _back(plan, facts)
    if back is None:
        return None
    now, gap, value, budget = back
    ratio = rounded(value / budget * _HUNDRED)
    formula = f"{plain(value)} ÷ ({plain(value)} − ({plain(gap.value or Decimal(0))})) × 100% = {ratio}%"
    operands = (Operand(label_of(now), now), Operand("与预算之差", gap))
    label = f"{label_of(now)}完成年初预算的比例"
    return Finding(label, ratio, "%", Measure.RATE, now.year, "决算", operands, formula)


def _rate_worked_back(plan: Plan, facts: Sequence[Fact]) -> Finding | None:
    """What an outcome is off its budget by, in per cent of the budget, where the amount alone is printed."""
    back = _back(plan, facts)
    if back is None:
        return None
    now, gap, _, budget = back
    off = gap.value or Decimal(0)
    ratio = rounded(off / budget * _HUNDRED)
    formula = f"{plain(off)} ÷ {plain(budget)} × 100% = {plain(ratio)}%"
    operands = (Operand("与预算之差", gap), Operand(label_of(now), now))
    label = f"{label_of(now)}决算数比年初预算数增减幅度"
    return Finding(label, ratio, "%", Measure.CHANGE_RATE, now.year, "决算", operands, formula)


def against_budget(plan: Plan, facts: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """Outcome and budget of one subject; the budget that stands with the outcome, in its sentence or table."""
    outcome = look_up(replace(plan, stage=Stage.FINAL_ACCOUNTS), facts)
    wanted = plan.stage if plan.stage in (Stage.ADJUSTED_BUDGET, Stage.INITIAL_BUDGET) else None
    order = (Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET, Stage.BUDGET)
    if plan.subject is not None and plan.subject.kind == "项目":
        # A project is held to its final budget.
        order = (Stage.ADJUSTED_BUDGET, Stage.BUDGET, Stage.INITIAL_BUDGET)
    # A budget that the accounts print beside the outcome is meant before that of another document.
    own = [f for f in facts if outcome is not None and f.document_id == outcome.fact.document_id]
    whole = _of_all_money(plan, outcome, order, (own, facts)) if wanted is None else None
    if outcome is not None and whole is not None:
        return outcome.fact, whole
    # A form of projects prints the points of each beside its money: they are held against no amount.
    own, facts = ([f for f in held if f.unit != _SCORE] for held in (own, facts))
    for stage in (wanted,) if wanted else order:
        planned = replace(plan, stage=stage, statement=None)
        budget = look_up(planned, own) or look_up(planned, facts)
        if outcome is None or budget is None or outcome.fact is budget.fact:
            continue
        paired = look_up(
            replace(plan, stage=Stage.FINAL_ACCOUNTS, fund=budget.fact.fund, statement=None), facts
        )
        return (paired or outcome).fact, budget.fact
    return None


def _of_all_money(
    plan: Plan, outcome: Found | None, stages: Sequence[Stage], lists: Sequence[Sequence[Fact]]
) -> Fact | None:
    """The budget of the same money as the outcome of a total: all that is spent is not held to one fund's budget."""
    if outcome is None or plan.fund is not None or plan.subject is None or plan.subject.kind != "总额":
        return None
    for facts in lists:
        for stage in stages:
            found = look_up(replace(plan, stage=stage, statement=None, fund=outcome.fact.fund), facts)
            if found is not None and found.fact is not outcome.fact and found.fact.fund is outcome.fact.fund:
                return found.fact
    return None
