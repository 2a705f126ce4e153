"""Own arithmetic against what is printed: a rate worked out of the amounts, beside the printed one (自算与所写)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Measure, Origin
from ingest.numbers import convert, plain
from service.figures.compute import compute
from service.figures.lookup import look_up
from service.figures.ratios import near
from service.figures.told import label_of
from service.model import Declined, Evidence, Finding, Operand, Operation, Plan, Reason, Where

#: What is worked out, the measures that a document may print of it, and what must not be taken from its sentences.
_RATIOS = {
    Operation.CHANGE_RATE: (Measure.CHANGE_RATE, (Measure.CHANGE, Measure.CHANGE_RATE)),
    Operation.CHANGE: (Measure.CHANGE, (Measure.CHANGE, Measure.CHANGE_RATE)),
    Operation.SHARE: (Measure.SHARE, (Measure.SHARE,)),
    Operation.COMPLETION: (Measure.COMPLETION, (Measure.COMPLETION,)),
}
_STEP = Decimal("0.01")


def own_against_printed(plan: Plan, facts: Sequence[Fact]) -> Evidence | Declined | None:
    """The figure worked out, and the printed one where there is one; None where nothing is to be worked out."""
    ratio = _RATIOS.get(plan.operation)
    if ratio is None:
        return None
    measure, printed_ones = ratio
    own = _own(plan, facts, measure, printed_ones)
    if own is None:
        return Declined(
            Reason.NOT_DISCLOSED, f"资料里没有计算「{plan.operation.value}」所需的全部数字，算不出来。"
        )
    whole = next((p.whole for p in plan.places if p.whole is not None), None)
    if whole is not None and own.operands[-1].fact.yuan != whole:
        base = own.operands[-1]
        there = f"{base.label}为 {plain(base.fact.value or Decimal(0))} {base.fact.unit}"
        return Declined(Reason.NOT_DISCLOSED, f"问题里的数与资料不符：{there}，没有据此计算。")
    told = _printed(plan, facts, measure)
    pointed = whole is not None or any(p.where is Where.TEXT for p in plan.places)
    if told is not None and plan.base is not None and not pointed and not near(told, own.value):
        told = None  # the share that is printed is of another whole
    return _both(plan, own, told, whole is not None)


def _own(
    plan: Plan, facts: Sequence[Fact], measure: Measure, printed_ones: tuple[Measure, ...]
) -> Finding | None:
    """From the amounts alone; for a rate of change, else from the printed amount of the change."""
    for dropped in dict.fromkeys((printed_ones, (measure,))):
        kept = [f for f in facts if f.measure not in dropped]
        finding = compute(plan, kept)[0]
        if finding is not None and finding.formula is not None and finding.printed is None:
            return finding
    return None


def _printed(plan: Plan, facts: Sequence[Fact], measure: Measure) -> Fact | None:
    text = [f for f in facts if f.origin is Origin.SENTENCE and (not plan.home or f.document_id in plan.home)]
    for fund in dict.fromkeys((plan.fund, None)):
        found = look_up(
            replace(plan, statement=None, base=None, fund=fund, operation=Operation.LOOKUP), text, measure
        )
        if found is not None and found.fact.value is not None:
            return found.fact
    return None


def _both(plan: Plan, own: Finding, told: Fact | None, by_whole: bool) -> Evidence:
    own = replace(own, label=f"{own.label}（按表内数计算）", entity=plan.entity)
    text = f"{plan.entity}{own.year}年度{own.label}为 {_of(own.value, own.unit)}（{own.formula}）。"
    if told is None or told.value is None:
        return Evidence((own,), told=f"{text}正文没有写明这个比例。")
    label = f"{label_of(told)}{told.measure.value}（第{told.source.page}页正文所写）"
    printed = Finding(
        label, told.value, told.unit, told.measure, told.year, told.stage.value, (Operand(label, told),),
        printed=told, entity=plan.entity,
    )  # fmt: skip
    value = convert(told.value, told.unit, own.unit) if told.unit != own.unit else told.value
    text += f"第{told.source.page}页正文写的是 {_of(told.value, told.unit)}"
    if value is None:
        return Evidence((own, printed), told=f"{text}。")
    gap = _gap(own, printed, value)
    text += (
        "，与计算结果一致。"
        if abs(gap.value) < _STEP
        else f"，两者相差 {plain(gap.value)} {gap.unit}（{gap.formula}）。"
    )
    asked = any(p.where is Where.TEXT for p in plan.places) or plan.gap
    shown = (
        (gap, printed, own) if plan.gap and not by_whole else (own, printed, gap) if asked else (own, printed)
    )
    return Evidence(shown, told=text)


def _gap(own: Finding, printed: Finding, value: Decimal) -> Finding:
    high, low = max(own.value, value), min(own.value, value)
    unit = "个百分点" if own.unit == "%" else own.unit
    operands = (*printed.operands, *own.operands)
    return Finding(
        "所写与计算结果之差", high - low, unit, Measure.CHANGE, own.year, own.stage, operands,
        f"{plain(high)} − {plain(low)} = {plain(high - low)}", entity=own.entity,
    )  # fmt: skip


def _of(value: Decimal, unit: str) -> str:
    return f"{plain(value)}%" if unit == "%" else f"{plain(value)} {unit}"
