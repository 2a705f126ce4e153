"""What several places say, told side by side with what lies between them (两处对照)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Fact, Measure, Origin
from ingest.numbers import MONEY, convert, plain
from service.figures.compute import in_unit
from service.figures.lookup import Found, differs
from service.figures.told import label_of, printed_as
from service.model import Body, Evidence, Finding, Operand, Place, Plan


@dataclass(frozen=True, slots=True)
class Told:
    """What one place says: its figure, and how the place is called."""

    place: Place
    found: Found
    name: str


def told_at(place: Place, found: Found) -> Told:
    """The figure of a place with the place's name: 第4页《2023年度收入支出决算总表》."""
    fact = found.fact
    table = f"《{fact.source.table or fact.statement}》" if fact.origin is Origin.CELL else "正文"
    return Told(place, found, f"第{fact.source.page}页{table}")


def side_by_side(
    told: Sequence[Told], lacking: Sequence[str], body: Body, facts: Sequence[Fact], plan: Plan
) -> Evidence:
    """The figures of the places and their difference, which goes first where it is asked for; ``lacking`` are remarks
    on places that say nothing. All are in the unit that the plan asks for, where it asks for one."""
    apart = plan.gap
    findings = [in_unit(_finding(t, body), plan.unit) for t in told]
    gap = _gap(told, body, plan.unit) if len(told) == 2 else None
    sentence = _sentence(told, gap, body, facts, plan.unit) + "".join(lacking)
    shown = [gap, *findings] if gap is not None and apart else findings
    return Evidence(tuple(shown), told=sentence, notes=tuple(lacking), others=_others(told))


def _others(told: Sequence[Told]) -> tuple[Fact, ...]:
    """What one place prints of the same in yet another way, without what the question points at already."""
    here = {(t.found.fact.value, t.found.fact.unit) for t in told}
    found = (f for t in told for f in t.found.others if f.origin is t.found.fact.origin)
    return tuple(f for f in found if (f.value, f.unit) not in here)


def _finding(told: Told, body: Body) -> Finding:
    fact = told.found.fact
    label = f"{label_of(fact)}（{told.name}）"
    return printed_as(label, fact, body.name)


def _gap(told: Sequence[Told], body: Body, asked: str | None) -> Finding | None:
    """The larger figure less the smaller, in the unit asked for, else that of the first; None where their units are of
    different things."""
    one, other = (t.found.fact for t in told)
    if one.value is None or other.value is None:
        return None
    units = {one.unit, other.unit}
    own = asked if asked and units <= set(MONEY) else one.unit
    first, second = convert(one.value, one.unit, own), convert(other.value, other.unit, own)
    if first is None or second is None:
        return None
    large, small = told if first >= second else (told[1], told[0])
    high, low = max(first, second), min(first, second)
    unit = "个百分点" if own == "%" else own
    operands = tuple(Operand(f"{label_of(t.found.fact)}（{t.name}）", t.found.fact) for t in (large, small))
    formula = f"{plain(high)} − {plain(low)} = {plain(high - low)}"
    return Finding(
        f"{label_of(one)}两处之差", high - low, unit, Measure.CHANGE, one.year, one.stage.value, operands, formula,
        entity=body.name,
    )  # fmt: skip


def _sentence(
    told: Sequence[Told], gap: Finding | None, body: Body, facts: Sequence[Fact], asked: str | None
) -> str:
    """Both figures with their places and their money where it differs, and what lies between them."""
    funds = {t.found.fact.fund for t in told}
    parts = []
    for t in told:
        fact = t.found.fact
        money = f"（{fact.fund.value}）" if len(funds) > 1 else ""
        parts.append(f"{t.name}的{label_of(fact)}{money}为 {_amount(fact, asked)}")
    text = f"{body.name}{told[0].found.fact.year}年度：{'；'.join(parts)}。"
    if gap is None:
        return text
    if not gap.value:
        return text + "两处一致。"
    size = f"相差 {plain(gap.value)} {gap.unit}（{gap.formula}）"
    if not differs(told[0].found.fact, told[1].found.fact):
        return f"{text}两处一致，{size}是四舍五入所致。"
    if len(funds) > 1:
        return f"{text}两处口径不同，{size}。{_same_amount(gap, facts)}"
    return f"{text}两处不一致，{size}。"


def _amount(fact: Fact, asked: str | None) -> str:
    """The figure as it is printed, and in the unit asked for where that is another."""
    value = fact.value or Decimal(0)
    other = convert(value, fact.unit, asked) if asked and asked != fact.unit else None
    return f"{plain(value)} {fact.unit}" + (f"（{plain(other)} {asked}）" if other is not None else "")


def _same_amount(gap: Finding, facts: Sequence[Fact]) -> str:
    """An income of just this amount in the same documents, which one fund has and the other has not."""
    one, other = (o.fact for o in gap.operands)
    wanted = convert(gap.value, gap.unit, "元")
    for fact in facts:
        same = fact.document_id in (one.document_id, other.document_id) and fact.year == one.year
        source = fact.subject.kind == "收入来源" and fact.measure is Measure.AMOUNT
        if same and source and fact.yuan == wanted:
            amount = f"{plain(fact.value or Decimal(0))} {fact.unit}"
            return f"与第{fact.source.page}页的「{fact.subject.name}」{amount}数额相同。"
    return ""
