"""Questions with more than one figure: several years, bodies or accounts, their sum, their order (多项运算)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import convert, plain
from ingest.patterns import regex
from service.across.place_of import at_place
from service.across.points_apart import in_points
from service.figures.compute import compute, in_unit, told_of
from service.figures.counted_then import counted_then
from service.figures.finest import at_finest
from service.figures.from_next_year import from_next_year
from service.figures.lookup import absences, look_up
from service.figures.points_told import tell_points
from service.figures.ratios import rounded
from service.figures.unplanned import not_planned
from service.model import Evidence, Finding, Operand, Operation, Plan
from service.read.one_sought import sought
from service.targets import Point, asked_either_way, years_either_way


def gather_points(
    points: Sequence[Point], operation: Operation, unit: str | None, said: str = ""
) -> Evidence:
    """A finding for each point that is printed, those that are missing named, then their sum or difference; ``said``
    is the question with its years."""
    said = said or points[0].plan.text
    findings, missing = _computed(points, operation, unit)
    findings = _in_one_word(findings)
    if unit is None and len({f.unit for f in findings}) > 1:
        findings = [in_unit(f, findings[0].unit) for f in findings]  # what is compared is told in one unit
    if operation in _JOINING and not _one_unit(findings):
        return Evidence(tuple(findings), notes=(*missing, "各数的计量单位不同，没有合并计算。"))
    half = _half_year(points, missing, said) or _half_set_apart(points, missing, operation)
    if half or (operation is Operation.RANK and not _one_unit(findings)):
        return Evidence(
            notes=tuple(missing)
        )  # 万元 and 个 make no order, one of two years does not say which
    if operation is Operation.SUM and findings and len(findings) < len(points):
        missing.append("因此没有给出合计。")
    if operation is Operation.DIFFERENCE:
        findings = _in_turn(findings, points[0].plan.text, said)
    if operation is Operation.SUM and (bought := _of_two_tables(findings, said)):
        return Evidence(
            notes=(*missing, f"「{bought}」只列在政府采购表里，与其他几项不在同一张表，没有相加。")
        )
    joined = _JOINED.get(operation) if findings else None
    whole = joined(findings) if joined is not None and len(findings) == len(points) else None
    if whole is not None:
        return Evidence((whole, *findings))
    if operation is not Operation.RANK and _IN_ORDER.search(points[0].plan.text):
        findings = _sorted(findings, points[0].plan.least)
    if operation is Operation.RANK:
        return _in_order(findings, points[0].plan, missing)
    apart = in_points(findings, said, tell_points) if len(findings) == len(points) else None
    return apart or _year_first(findings, said) or Evidence(tuple(findings), notes=tuple(missing))


def _half_year(points: Sequence[Point], missing: Sequence[str], said: str) -> bool:
    """「哪年多」 of one body, where the figure of one of the years is missing."""
    return bool(missing) and _WHICH_YEAR.search(said) is not None and len({p.body for p in points}) == 1


def _half_set_apart(points: Sequence[Point], missing: Sequence[str], operation: Operation) -> bool:
    """「甲和乙差多少」 of two things of which one has no figure: the other alone would be read as what is between."""
    things = {p.plan.subject for p in points}
    return bool(missing) and operation in _SET_APART and len(things) > 1


def _year_first(findings: Sequence[Finding], said: str) -> Evidence | None:
    """「哪年高，高的那年是多少」: of two years of one thing the one that is asked for first; None of anything else."""
    asked = _WHICH_YEAR.search(said)
    years, things = {f.year for f in findings}, {(f.entity, f.label) for f in findings}
    if picked := sought(said):
        return _picked(findings, picked, f"{{year}}年更{picked}。" if len(things) == 1 else "")
    if asked is None or (len(findings), len(years), len(things)) != (2, 2, 1):
        return None
    return _picked(findings, asked["side"], f"{{year}}年更{asked['side']}。")


def _picked(findings: Sequence[Finding], side: str, told: str) -> Evidence | None:
    """The larger of two first, or the smaller; None where they are alike or no two of one unit."""
    findings = list({(f.entity, f.label, f.year, f.stage, f.value): f for f in findings}.values())
    if len(findings) != 2 or not _one_unit(findings):
        return None
    one, other = _sorted(findings, least=side in "少低小")
    if _size(one) == _size(other):
        return None
    return Evidence((one, other), told=tell_points((one, other)) + told.format(year=one.year))


def _of_two_tables(findings: Sequence[Finding], said: str) -> str:
    """The purchase that would be added to an account, which has it within; none where purchases are asked for."""
    subjects = [f.operands[0].fact.subject for f in findings if f.operands]
    bought = [s.name for s in subjects if s.kind == "政府采购"]
    return bought[0] if 0 < len(bought) < len(subjects) and "购" not in said else ""


def _in_order(findings: list[Finding], plan: Plan, missing: Sequence[str]) -> Evidence:
    """The findings from the largest, or the one at the place that is asked for."""
    ordered, nth = _sorted(findings, plan.least), plan.nth
    placed = at_place(ordered, nth, plan.least)
    if placed is not None:
        return replace(placed, notes=tuple(missing))
    return Evidence(tuple(ordered[nth - 1 : nth] if nth else ordered), notes=tuple(missing))


#: What is worked out for several may be wanted in order too: 「增速排序」.
_IN_ORDER = regex(r"排序|排名|排一[下排]|排列|[从由][高大多]到")


#: 「哪年多，差多少」: the larger less the smaller, so that the first year told is the one asked for.
_WHICH_YEAR = regex(r"哪一?个?年度?[^，,。？?]{0,6}?(?P<side>[多高大少低小])")


def _in_turn(findings: list[Finding], text: str, said: str) -> list[Finding]:
    """Of two years held against each other the later less the earlier; where only how far they are apart or which
    is more is asked, the larger less the smaller."""
    years = {f.year for f in findings}
    if len(years) == len(findings) and len({(f.entity, f.label) for f in findings}) == 1:
        if _WHICH_YEAR.search(text) or years_either_way(said):
            return _sorted(findings, least=False)
        return sorted(findings, key=lambda f: -f.year)
    return _sorted(findings, least=False) if asked_either_way(text) else findings


def lacking(found: Evidence) -> list[str]:
    """The names, in the notes of some evidence, of what is not printed, with the year where it is of another."""
    told = {f.year for f in found.findings}
    notes = [(note, re.search(r"(\d{4})年度", note)) for note in found.notes]
    return [
        f"{said[0]}{name}" if said and told and int(said[1]) not in told else name
        for note, said in notes
        for name in re.findall(r"「(.+?)」", note)
    ]


def _computed(
    points: Sequence[Point], operation: Operation, unit: str | None
) -> tuple[list[Finding], list[str]]:
    """The figure of each point, and what is told of those that are not printed."""
    made = [_of_point(point, operation) for point in points]
    known = [(point, found) for point, found in zip(points, made, strict=True) if isinstance(found, Finding)]
    findings, missing = [], []
    for point, found in zip(points, made, strict=True):
        if found is None:
            worked = from_next_year(point, operation, [p for p, _ in known])
            found = _counted(point, known) or worked or _lacking(point, operation)
        if isinstance(found, str):
            missing.append(found)
        else:
            findings.append(replace(in_unit(found, unit), entity=point.body.name))
    return findings, list(dict.fromkeys(missing))


def _of_point(point: Point, operation: Operation) -> Finding | str | None:
    """The figure of one point, or why it is not told though there are some; None where none is printed."""
    single = _single(_of_one(point.plan.operation, operation))
    if point.plan.per and operation in (Operation.COMPARE, Operation.RANK, Operation.DIFFERENCE):
        single = Operation.AVERAGE  # 「两家人均工资哪个高」
    if single is Operation.LOOKUP and (rival := _rivalled(point)):
        return rival
    found = compute(replace(point.plan, operation=single), point.facts)[0]
    exact = found is not None and operation in _JOINING and single is Operation.LOOKUP
    return at_finest(found, point.facts, told_of) if found is not None and exact else found


def _counted(point: Point, known: Sequence[tuple[Point, Finding]]) -> Finding | None:
    """What the year's document counts of the same thing in words of its own, where another year's is known."""
    year = point.plan.year or 0
    for other, finding in known:
        same = (other.body, other.plan.subject) == (point.body, point.plan.subject)
        then = counted_then(finding.printed, year, point.facts) if same and finding.printed else None
        if then is not None and then.value is not None:
            return replace(told_of(then), label=finding.label)
    return None


def _lacking(point: Point, operation: Operation) -> str:
    """What is told of a point that has no figure."""
    single = _single(_of_one(point.plan.operation, operation))
    stage = point.plan.stage.value if point.plan.stage else ""
    lacking = f"没有列出{stage}" if single is Operation.LOOKUP else f"没有算「{single.value}」所需的数字："
    none = not_planned(point.plan, point.facts) or _declared_none(point)
    whose = f"{point.body.name}{point.plan.year}年度"
    if none is not None:
        return f"{whose}{_name(point.plan)}：{none.source.quote}（第{none.source.page}页）"
    return f"{whose}{lacking}「{_name(point.plan)}」。"


def _declared_none(point: Point) -> Fact | None:
    """What a document says of the year where it has nothing of what is asked for: 「…无政府采购支出」."""
    subject = point.plan.subject
    declared = absences(subject, point.plan.fund, point.facts) if subject is not None else []
    return next((f for f in declared if f.year == point.plan.year), None)


def _rivalled(point: Point) -> str:
    """That a thing stands in several places with other figures, of which none is told beside others."""
    held = look_up(point.plan, point.facts)
    if held is None or not held.rivals:
        return ""
    told = f"{point.body.name}{point.plan.year}年度「{_name(point.plan)}」"
    return f"{told}在几处都有，数额不同，没有说明是哪一处，所以没有列出。"


#: Operations that say how two stand to each other.
_SET_APART = (Operation.DIFFERENCE, Operation.TIMES)
#: Operations that make one figure of several, which needs one unit.
_JOINING = (Operation.SUM, Operation.DIFFERENCE, Operation.TIMES, Operation.AVERAGE)


#: Words for one unit, by what stands for it.
_ONE_WORD = {"批": "批次", "名": "人", "台": "台（套）"}


def _in_one_word(findings: list[Finding]) -> list[Finding]:
    """The findings with their unit in one word, where they only differ in that: 18 批次 and 12 批 are 30."""
    units = {f.unit for f in findings}
    alike = len(units) > 1 and len({_ONE_WORD.get(unit, unit) for unit in units}) == 1
    return [replace(f, unit=_ONE_WORD.get(f.unit, f.unit)) for f in findings] if alike else findings


def _one_unit(findings: Sequence[Finding]) -> bool:
    """Whether all figures can be told in the unit of the first (万元 and 元, not 万元 and 件)."""
    return all(convert(f.value, f.unit, findings[0].unit) is not None for f in findings)


def _of_one(own: Operation, together: Operation) -> Operation:
    """What is computed for each point: a change between two bodies is one of their figures, not of their years."""
    return together if together is Operation.DIFFERENCE else own


def gap(findings: Sequence[Finding]) -> Finding | None:
    """How much the first figure is above the second."""
    if len(findings) != 2:
        return None
    one, other = findings
    value = convert(other.value, other.unit, one.unit)
    value = other.value if value is None else value
    gap = one.value - value
    formula = f"{plain(one.value)} − {plain(value)} = {plain(gap)}"
    names = [_point_label(f, (one, other)) for f in (one, other)]
    operands = tuple(Operand(n, f.operands[0].fact) for n, f in zip(names, (one, other), strict=True))
    return Finding(f"{names[0]}与{names[1]}之差", gap, one.unit, Measure.CHANGE, one.year, one.stage, operands, formula,
                   entity=one.entity)  # fmt: skip


def times(findings: Sequence[Finding]) -> Finding | None:
    """How many times the other figure the first one is."""
    if len(findings) != 2:
        return None
    one, other = findings
    value = convert(other.value, other.unit, one.unit)
    value = other.value if value is None else value
    if not value:
        return None
    quotient = rounded(one.value / value)
    formula = f"{plain(one.value)} ÷ {plain(value)} = {plain(quotient)}"
    names = [_point_label(f, (one, other)) for f in (one, other)]
    operands = tuple(Operand(n, f.operands[0].fact) for n, f in zip(names, (one, other), strict=True))
    label = f"{names[0]}是{names[1]}的倍数"
    return Finding(label, quotient, "倍", Measure.RATE, one.year, one.stage, operands, formula,
                   entity=one.entity)  # fmt: skip


def _single(operation: Operation) -> Operation:
    many = (
        Operation.SUM, Operation.COMPARE, Operation.TREND, Operation.RANK, Operation.DIFFERENCE, Operation.AVERAGE,
        Operation.TIMES,
    )  # fmt: skip
    return Operation.LOOKUP if operation in many else operation


def _name(plan: Plan) -> str:
    return plan.subject.name if plan.subject else "该项"


def add_up(findings: Sequence[Finding]) -> Finding:
    """The sum of findings, in the unit of the first, with all of them as operands."""
    unit = findings[0].unit
    values = [convert(f.value, f.unit, unit) or f.value for f in findings]
    total = sum(values, Decimal(0))
    formula = " + ".join(plain(v) for v in values) + f" = {plain(total)}"
    operands = tuple(Operand(_point_label(f, findings), f.operands[0].fact) for f in findings)
    first = findings[0]
    label = "、".join(dict.fromkeys(f.label for f in findings)) + "合计"
    whose = "、".join(dict.fromkeys(f.entity for f in findings))  # a sum over bodies is of none of them alone
    return Finding(label, total, unit, first.measure, max(f.year for f in findings), first.stage, operands, formula,
                   entity=whose)  # fmt: skip


def _point_label(finding: Finding, findings: Sequence[Finding]) -> str:
    if len({f.entity for f in findings}) > 1:
        return f"{finding.entity}{finding.label}"
    return f"{finding.year}年{finding.label}" if len({f.year for f in findings}) > 1 else finding.label


def _sorted(findings: Sequence[Finding], least: bool) -> list[Finding]:
    return sorted(findings, key=_size, reverse=not least)


def _size(finding: Finding) -> tuple[Decimal, Decimal]:
    """How large a figure is; of a quotient that is rounded also before it was."""
    value = convert(finding.value, finding.unit, "元") or finding.value
    if "÷" not in (finding.formula or "") or len(finding.operands) != 2:
        return value, Decimal(0)
    one, other = (o.fact.yuan if o.fact.yuan is not None else o.fact.value for o in finding.operands)
    return value, one / other if one is not None and other else Decimal(0)


def _mean(findings: Sequence[Finding]) -> Finding:
    """The mean of findings, from their sum."""
    total = add_up(findings)
    count = len(findings)
    value = rounded(total.value / count)
    formula = f"({(total.formula or '').split(' = ')[0]}) ÷ {count} = {plain(value)}"
    return replace(total, label=total.label.removesuffix("合计") + "平均", value=value, formula=formula)


#: What is made of several figures where all of them are there.
_JOINED: dict[Operation, Callable[[Sequence[Finding]], Finding | None]] = {
    Operation.SUM: add_up,
    Operation.DIFFERENCE: gap,
    Operation.TIMES: times,
    Operation.AVERAGE: _mean,
}
