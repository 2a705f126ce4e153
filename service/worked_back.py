"""Last year's figure worked back from this year's document: its figure less the change that it prints (倒推).

It is the figure of no document of that year, and is told as worked out; where a document of that year prints its own,
that one goes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact, Flow, Measure, Stage
from ingest.numbers import convert, plain
from service.bases import base_of, same_money
from service.changes import change
from service.lookup import look_up
from service.model import Body, Declined, Evidence, Finding, Operand, Operation, Place, Plan, Reason
from service.told import label_of


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
    """From the documents of one kind: the figure, less the change that they print of the very same money."""
    now_facts = [f for f in facts if f.year == source]
    asked = replace(
        plan, operation=Operation.CHANGE, year=source, stage=None, statement=None, flow=Flow.NONE, base_year=None,
        home=home, base_home=frozenset(),
    )  # fmt: skip
    moved = change(asked, now_facts)[0]
    told = moved.printed if moved is not None else None
    if told is None or told.value is None or told.measure is not Measure.CHANGE:
        return None
    found = look_up(replace(asked, operation=Operation.LOOKUP, fund=told.fund, stage=told.stage), now_facts)
    if found is None or found.fact.value is None or not same_money(found.fact, told):
        return None
    now = found.fact
    step = convert(told.value, told.unit, now.unit)
    if step is None or now.value is None:
        return None
    value = now.value - step
    less = f"({plain(step)})" if step < 0 else plain(step)
    formula = f"{plain(now.value)} − {less} = {plain(value)}"
    label = f"{label_of(now)}（按{source}年度文件推算）"
    operands = (Operand(f"{source}年{label_of(now)}", now), Operand(f"{source}年比上年增减额", told))
    stage = {"预算": Stage.BUDGET, "执行": Stage.EXECUTION}.get(base_of(told, facts), now.stage)
    return Finding(label, value, now.unit, now.measure, source - 1, stage.value, operands, formula)


def _told(plan: Plan, made: Finding, body: Body, facts: Sequence[Fact]) -> Evidence:
    made = replace(made, entity=body.name)
    source = made.operands[0].fact
    text = (
        f"按{source.year}年度文件第{made.operands[1].fact.source.page}页所写的增减额推算，{body.name}{made.year}年度"
        f"{label_of(source)}{made.stage}为 {plain(made.value)} {made.unit}（{made.formula}）。"
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
        f"{body.name}{source}年度的资料没有同时写明「{name}」和它比上年的增减额，推算不出{year}年度的数。",
    )
