"""A share of the very whole that is named: of a sum, of last year, of the money of one fund (占比按所述全体)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Flow, Fund, Measure
from ingest.numbers import convert, plain
from service.figures.lookup import look_up
from service.figures.ratios import rounded, whole_as_printed
from service.figures.told import label_of, printed_as
from service.figures.with_carried import own_beside, whole_called
from service.model import (
    CODED_KINDS,
    Body,
    Declined,
    Evidence,
    Finding,
    Operand,
    Operation,
    Plan,
    Ratio,
    Reason,
    Term,
)

_HUNDRED = Decimal(100)


def shares_said(plan: Plan, body: Body, facts: Sequence[Fact]) -> Evidence | Declined | None:
    """The shares of the whole that is named; None where the ordinary whole is meant."""
    ratio = plan.ratio
    if ratio is None:
        return None
    if ratio.strange:
        return Declined(
            Reason.NOT_DISCLOSED, f"{body.name}的公开资料里没有找到「{ratio.strange}」，算不出占它的比例。"
        )
    year = (plan.year or 0) - 1 if ratio.last else plan.year
    wholes = ratio.wholes or ratio.parts
    bottom = [_figure(plan, term, fund, year, facts) for term, fund in wholes]
    fund = next((f.fund for f in bottom if f is not None), None) if len(bottom) == 1 else None
    top = [_figure(plan, term, own or _of_whole(term, fund), plan.year, facts) for term, own in ratio.parts]
    lacking = [
        term.name
        for (term, _), fact in zip((*ratio.parts, *wholes), (*top, *bottom), strict=True)
        if fact is None
    ]
    if lacking:
        names = "、".join(f"「{name}」" for name in dict.fromkeys(lacking))
        return Declined(
            Reason.NOT_DISCLOSED, f"{body.name}的公开资料里没有算这个比例所需的{names}，没有给出。"
        )
    tops, bottoms = [f for f in top if f], [f for f in bottom if f]
    groups = [tops] if ratio.summed else [[fact] for fact in tops]
    made = [_share(group, _of_print(group, bottoms, plan, facts), ratio, body) for group in groups]
    found = [finding for finding in made if finding is not None]
    if len(found) < len(groups):
        return Declined(Reason.NOT_DISCLOSED, "所问的两边单位不同、全体为零，或分项比全体还大，算不出占比。")
    beside = [_as_printed(fact, body) for fact in (*tops, *bottoms)] if ratio.summed else []
    notes = own_beside(replace(plan, ratio=None), found[0], facts) if len(found) == 1 else ()
    return Evidence((*found, *beside), told="".join(_tell(f, body) for f in found), notes=notes)


def _of_print(
    group: Sequence[Fact], bottoms: Sequence[Fact], plan: Plan, facts: Sequence[Fact]
) -> Sequence[Fact]:
    """The whole that the printed share of a part is of: 「收入预算」 may count what was brought forward too."""
    if len(group) != 1 or len(bottoms) != 1:
        return bottoms
    part = group[0].subject
    asked = replace(plan, subject=Term(part.name, part.kind, part.code, part.path), ratio=None)
    whole = whole_as_printed(asked, group[0], bottoms[0], facts) or bottoms[0]
    return [whole_called(asked, whole, facts)]


def _of_whole(term: Term, fund: Fund | None) -> Fund | None:
    """A part is counted in the money of its whole where both are classed by function."""
    return fund if fund is not Fund.ALL and term.kind in ("功能分类", "支出结构") else None


def _figure(
    plan: Plan, term: Term, fund: Fund | None, year: int | None, facts: Sequence[Fact]
) -> Fact | None:
    asked = replace(
        plan, operation=Operation.LOOKUP, subject=term, also=(), base=None, breakdown=None, year=year,
        flow=Flow.EXPENDITURE if plan.flow is Flow.EXPENDITURE and term.kind in CODED_KINDS else Flow.NONE,
        statement=None, fund=fund, ratio=None, assumed=False,
        home=plan.home if year == plan.year else frozenset(),
    )  # fmt: skip
    found = look_up(asked, facts)
    if found is None or found.rivals or found.fact.value is None or found.fact.measure is not Measure.AMOUNT:
        return None
    return found.fact


def _share(top: Sequence[Fact], bottom: Sequence[Fact], ratio: Ratio, body: Body) -> Finding | None:
    """The sum of the parts over that of the wholes, in the unit of the first."""
    unit = top[0].unit
    values = [[convert(f.value or Decimal(0), f.unit, unit) for f in side] for side in (top, bottom)]
    if any(v is None for side in values for v in side):
        return None
    above, below = (sum((v for v in side if v is not None), Decimal(0)) for side in values)
    if not below or (above > below and not ratio.last):
        return None
    share = rounded(above / below * _HUNDRED)
    sides = [_written([v for v in side if v is not None]) for side in values]
    formula = f"{sides[0]} ÷ {sides[1]} × 100% = {share}%"
    names = "、".join(map(_named, top)) + ("合计" if len(top) > 1 else "")
    if len(top) == len(bottom) == 1 and names == _named(bottom[0]) and not ratio.last:
        names = f"{names}中的{top[0].fund.value}"
    before = f"{bottom[0].year}年" if ratio.last else ""
    whole = before + "、".join(map(_named, bottom)) + ("合计" if len(bottom) > 1 else "")
    operands = tuple(Operand(_named(f), f) for f in (*top, *bottom))
    return Finding(
        f"{names}占{whole}的比重", share, "%", Measure.SHARE, top[0].year, top[0].stage.value, operands, formula,
        entity=body.name,
    )  # fmt: skip


def _as_printed(fact: Fact, body: Body) -> Finding:
    label = _named(fact)
    return printed_as(label, fact, body.name)


def _named(fact: Fact) -> str:
    """The account, with its fund where that of the whole money is not meant."""
    plainly = fact.fund is Fund.ALL or fact.subject.kind not in ("总额", "支出结构", "结转结余")
    return (
        label_of(fact)
        if plainly or fact.fund.value in label_of(fact)
        else f"{fact.fund.value}{label_of(fact)}"
    )


def _written(values: Sequence[Decimal]) -> str:
    return plain(values[0]) if len(values) == 1 else f"({' + '.join(map(plain, values))})"


def _tell(finding: Finding, body: Body) -> str:
    return f"{body.name}{finding.year}年度{finding.label}为 {plain(finding.value)}%（{finding.formula}）。"
