"""By how many per cent one account of a body is above another: 「公用经费比人员经费少百分之几」 (高出的比例)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact, Measure, Stage
from ingest.numbers import plain
from ingest.patterns import regex
from service.across.proportions import excess
from service.figures.several import gather_points
from service.figures.told import label_of, printed_as
from service.figures.variances import against_budget
from service.model import Declined, Evidence, Finding, Operation, Plan, Reason
from service.targets import Point

#: One account, the other it is held against, and that per cent are asked for.
_EXCESS = regex(
    r"(?:比|较|相比)[^，。？]{2,16}?[，,]?(?:要)?(?:[多少高低大小](?:出|了|出了)?|相?差(?:了)?)"
    r"(?:百分之(?:几|多少)|几成|多少(?:个百分比|[%％]|百分比)|几个百分比)"
)
#: What is a rate already is held apart in points, and of years there is a change of its own.
_RATE = regex(r"占|比重|比例|率|幅|百分点|(?:上|去|前)一?年|同期|\d{4}")


_OTHER = Declined(
    Reason.NOT_DISCLOSED, "没有在公开资料里找到问题里相比的另一项的数字，算不出多百分之几，所以没有给出。"
)


#: 「决算比年初预算少百分之几」: one account at two stages.
_AGAINST_BUDGET = regex(
    r"(?:决算|支出|实际|执行|花|用)[^，。？]{0,8}?(?:比|较)(?P<which>年初|全年|调整后?的?)?预算"
)
_BUDGETS = {"年初": Stage.INITIAL_BUDGET, "全年": Stage.ADJUSTED_BUDGET, "调整": Stage.ADJUSTED_BUDGET}


def apart_by(plan: Plan, points: Sequence[Point]) -> Evidence | Declined | None:
    """The first of two accounts, or stages, against the second in per cent; None where something else is asked for."""
    if _EXCESS.search(plan.text) is None or _RATE.search(plan.text):
        return None
    budget = _AGAINST_BUDGET.search(plan.text)
    if budget is not None and len(points) == 1:
        return _over_budget(points[0], _BUDGETS.get((budget["which"] or "")[:2])) or _OTHER
    if len(points) == 1 and plan.operation is Operation.SHARE and plan.base is None:
        return _OTHER  # one of the two is not known: its share of something else is no answer
    subjects = [p.plan.subject for p in points]
    if len(subjects) != 2 or subjects[0] == subjects[1]:
        return None
    if len({(p.plan.year, p.body.key) for p in points}) > 1:
        return None
    made = _excess(points, plan)
    if made is None or len({f.stage for f in made.findings}) > 1:
        return _OTHER if plan.operation is Operation.SHARE else None
    return made


def _over_budget(point: Point, stage: Stage | None) -> Evidence | None:
    """Outcome and budget of the same money, and by how many per cent the one is above the other."""
    pair = against_budget(replace(point.plan, operation=Operation.LOOKUP, stage=stage), point.facts)
    if pair is None:
        return None
    return _told([_finding(fact, point) for fact in pair])


def _finding(fact: Fact, point: Point) -> Finding:
    name = label_of(fact)
    return printed_as(name, fact, point.body.name)


def _excess(points: Sequence[Point], plan: Plan) -> Evidence | None:
    """Both figures, and by how many per cent the first is above the second; None where one is not printed."""
    alone = [replace(p, plan=replace(p.plan, operation=Operation.LOOKUP, base=None, also=())) for p in points]
    return _told(gather_points(alone, Operation.LOOKUP, plan.unit).findings)


def _told(found: Sequence[Finding]) -> Evidence | None:
    made = excess(found) if len(found) == 2 else None
    if made is None:
        return None
    one, other = (f"{f.label}{'' if found[0].stage == found[1].stage else f.stage}" for f in found)
    head = replace(made.findings[0], label=f"{one}比{other}高出的比例")
    ratio, formula = head.value, head.formula
    told = "，".join(
        f"{f.entity}{f.year}年度{f.label}{f.stage if f.measure is Measure.AMOUNT else ''} {plain(f.value)} {f.unit}"
        for f in found
    )
    told += f"，前者比后者{'多' if ratio >= 0 else '少'} {plain(abs(ratio))}%（{formula}）。"
    return replace(made, findings=(head, *made.findings[1:]), told=told)
