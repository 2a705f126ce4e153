"""Last year's figure worked back from this year's document: its figure less the change that it prints, or over the
rate of it, which is rounded (倒推).

It is the figure of no document of that year, and is told as worked out; where a document of that year prints its own,
that one goes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from ingest.model import Fact, Flow, Measure, Stage
from ingest.numbers import convert, plain
from service.accounts.lexicon import term_of
from service.figures.bases import base_of, same_money
from service.figures.changes import change
from service.figures.lookup import STANDS_FOR, look_up
from service.figures.ratios import rounded
from service.figures.told import label_of
from service.model import Body, Declined, Evidence, Finding, Operand, Operation, Place, Plan, Reason

_HUNDRED = Decimal(100)


def worked_back(plan: Plan, place: Place, body: Body, facts: Sequence[Fact]) -> Evidence | Declined:
    """The figure of the year asked for, from the document of the year after it."""
    year = plan.year or 0
    source = place.year or year + 1
    if source != year + 1:
        return _cannot(plan, body, source, year)
    held = [d for d in body.documents if d.year == source and place.kind in ("", d.kind.value)]
    for kind in dict.fromkeys(d.kind for d in sorted(held, key=lambda d: d.kind.value != "决算")):
        home = frozenset(d.id for d in held if d.kind is kind)
        made = _from(plan, source, home, [f for f in facts if f.document_id in home])
        if made is not None:
            return _told(plan, made, body, facts)
    return _cannot(plan, body, source, year)


def _from(plan: Plan, source: int, home: frozenset[str], facts: Sequence[Fact]) -> Finding | None:
    """From the documents of one kind: the figure, less the change that they print of the very same money, else over
    the printed rate."""
    now_facts = [f for f in facts if f.year == source]
    asked = replace(
        plan, operation=Operation.CHANGE, year=source, stage=None, statement=None, flow=Flow.NONE, base_year=None,
        base_kind=_BASE_OF.get(plan.stage, "") if plan.stage else "", home=home, base_home=frozenset(), places=(),
    )  # fmt: skip
    moved = change(asked, now_facts)[0]
    told = moved.printed if moved is not None else None
    if told is None or told.value is None or told.measure not in (Measure.CHANGE, Measure.CHANGE_RATE):
        return None
    if plan.subject is not None and told.subject.name != plan.subject.name:
        asked = replace(
            asked, subject=term_of(told)
        )  # the change of a total that is the same this year alone
    now = _now(replace(asked, operation=Operation.LOOKUP, fund=told.fund, stage=told.stage), told, now_facts)
    made = _less(now, told) if now is not None else None
    if now is None or made is None:
        return None
    stage = _STAGE_OF.get(base_of(told, facts), now.stage)
    if plan.stage is not None and stage not in STANDS_FOR[plan.stage]:
        return None  # what was budgeted is not what was spent
    label = f"{label_of(now)}（按{source}年度文件推算）"
    operands = (Operand(f"{source}年{label_of(now)}", now), Operand(f"{source}年比上年增减", told))
    return Finding(label, made[0], now.unit, now.measure, source - 1, stage.value, operands, made[1])


#: What a change is counted from, by stage and back.
_BASE_OF = {Stage.BUDGET: "预算", Stage.FINAL_ACCOUNTS: "决算", Stage.EXECUTION: "执行"}
_STAGE_OF = {"预算": Stage.BUDGET, "执行": Stage.EXECUTION, "决算": Stage.FINAL_ACCOUNTS}


def _now(plan: Plan, told: Fact, facts: Sequence[Fact]) -> Fact | None:
    """This year's figure: that of the sentence of the change, else one in its unit, so that both are rounded alike."""
    beside = [f for f in facts if f.source.quote and f.source.quote == told.source.quote]
    for held in (beside, [f for f in facts if f.unit == told.unit], facts):
        found = look_up(plan, held)
        if found is not None and found.fact.value is not None and same_money(found.fact, told):
            return found.fact
    return None


def _less(now: Fact, told: Fact) -> tuple[Decimal, str] | None:
    """Last year's figure and how it is worked out: exact from an amount, to two places from a rate."""
    if now.value is None or told.value is None:
        return None
    if told.measure is Measure.CHANGE:
        return _less_amount(now, told)
    if told.value <= -_HUNDRED:
        return None
    value = rounded(now.value / (1 + told.value / _HUNDRED))
    sign = "−" if told.value < 0 else "＋"
    return value, f"{plain(now.value)} ÷ (1 {sign} {plain(abs(told.value))}%) ≈ {plain(value)}"


def _less_amount(now: Fact, told: Fact) -> tuple[Decimal, str] | None:
    """The figure less the change, to the place of the coarser of the two (元 in a table, 万元 in the text)."""
    step = convert(told.value or Decimal(0), told.unit, now.unit)
    place = convert(
        Decimal(1).scaleb(int((told.value or Decimal(0)).as_tuple().exponent)), told.unit, now.unit
    )
    if step is None or place is None or now.value is None:
        return None
    less = f"({plain(step)})" if step < 0 else plain(step)
    value = now.value - step
    if told.unit != now.unit and step and place > Decimal(1).scaleb(int(now.value.as_tuple().exponent)):
        value = (value / place).quantize(Decimal(1), ROUND_HALF_UP) * place
        return value, f"{plain(now.value)} − {less} ≈ {plain(value)}"
    return value, f"{plain(now.value)} − {less} = {plain(value)}"


def _told(plan: Plan, made: Finding, body: Body, facts: Sequence[Fact]) -> Evidence:
    made = replace(made, entity=body.name)
    source, told = made.operands[0].fact, made.operands[1].fact
    rate = told.measure is Measure.CHANGE_RATE
    what = "增减幅度" if rate else "增减额"
    about = "约为" if "≈" in (made.formula or "") else "为"
    text = (
        f"按{source.year}年度文件第{told.source.page}页所写的{what}推算，{body.name}{made.year}年度"
        f"{label_of(source)}{made.stage}{about} {plain(made.value)} {made.unit}（{made.formula}）。{_spread(made)}"
    )
    own = _own(plan, made, body, facts)
    if own is None or own.value is None:
        return Evidence((made,), told=f"{text}这是推算的数，不是{made.year}年度文件印出的数。")
    shown = Finding(
        label_of(own), own.value, own.unit, own.measure, own.year, own.stage.value, (Operand(label_of(own), own),),
        printed=own, entity=body.name,
    )  # fmt: skip
    value = convert(made.value, made.unit, own.unit)
    lead = f"{body.name}{own.year}年度文件第{own.source.page}页印出的{label_of(own)}为 {plain(own.value)} {own.unit}。"
    gap = abs(own.value - value) if value is not None else None
    tail = "" if gap is None else "两者一致。" if not gap else f"两者相差 {plain(gap)} {own.unit}。"
    return Evidence((shown, made), told=f"{lead}{text}{tail}")


def _spread(made: Finding) -> str:
    """Between what a figure lies that is worked out of a rate, which is rounded itself."""
    now, rate = made.operands[0].fact, made.operands[1].fact
    if rate.measure is not Measure.CHANGE_RATE or rate.value is None or now.value is None:
        return ""
    half = Decimal(5).scaleb(int(rate.value.as_tuple().exponent) - 1)
    ends = sorted(rounded(now.value / (1 + (rate.value + s * half) / _HUNDRED)) for s in (1, -1))
    return f"增减幅度是四舍五入的数，实际在 {plain(ends[0])} 至 {plain(ends[1])} {made.unit}之间。"


def _own(plan: Plan, made: Finding, body: Body, facts: Sequence[Fact]) -> Fact | None:
    """What a document of that year prints itself, of the same stage and money."""
    home = frozenset(d.id for d in body.documents if d.year == made.year)
    held = [f for f in facts if f.document_id in home]
    fund = made.operands[0].fact.fund
    wanted = replace(
        plan,
        operation=Operation.LOOKUP,
        year=made.year,
        stage=Stage(made.stage),
        statement=None,
        fund=fund,
        home=home,
    )
    found = look_up(wanted, held) if home else None
    return found.fact if found is not None and same_money(found.fact, made.operands[0].fact) else None


def _cannot(plan: Plan, body: Body, source: int, year: int) -> Declined:
    name = plan.subject.name if plan.subject else "该项"
    return Declined(
        Reason.NOT_DISCLOSED,
        f"{body.name}{source}年度的资料没有同时写明「{name}」和它比上年的增减，推算不出{year}年度的数。",
    )
