"""Questions with more than one figure: several years, bodies or accounts, their sum, their order (多项运算)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Measure
from ingest.numbers import convert, plain
from service.compute import compute, in_unit
from service.model import Evidence, Finding, Operand, Operation, Plan
from service.ratios import rounded
from service.targets import Point


def gather_points(points: Sequence[Point], operation: Operation, unit: str | None) -> Evidence:
    """A finding for each point that is printed, those that are missing named, then their sum or difference."""
    findings, missing = [], []
    for point in points:
        found = compute(
            replace(point.plan, operation=_single(_of_one(point.plan.operation, operation))), point.facts
        )[0]
        if found is None:
            missing.append(f"{point.body.name}{point.plan.year}年度没有列出「{_name(point.plan)}」。")
        else:
            findings.append(replace(in_unit(found, unit), entity=point.body.name))
    if operation is Operation.SUM and len(findings) == len(points):
        return Evidence((_sum(findings), *findings))
    if operation is Operation.SUM and findings:
        missing.append("因此没有给出合计。")
    if operation is Operation.DIFFERENCE and len(findings) == 2:
        return Evidence((_gap(*findings), *findings))
    if operation is Operation.AVERAGE and len(findings) == len(points):
        return Evidence((_mean(findings), *findings))
    if operation is Operation.RANK:
        findings = _sorted(findings, points[0].plan.least)
    return Evidence(tuple(findings), notes=tuple(missing))


def _of_one(own: Operation, together: Operation) -> Operation:
    """What is computed for each point: a change between two bodies is one of their figures, not of their years."""
    return together if together is Operation.DIFFERENCE else own


def _gap(one: Finding, other: Finding) -> Finding:
    """How much the first figure is above the second."""
    value = convert(other.value, other.unit, one.unit)
    value = other.value if value is None else value
    gap = one.value - value
    formula = f"{plain(one.value)} − {plain(value)} = {plain(gap)}"
    names = [_point_label(f, (one, other)) for f in (one, other)]
    operands = tuple(Operand(n, f.operands[0].fact) for n, f in zip(names, (one, other), strict=True))
    return Finding(f"{names[0]}与{names[1]}之差", gap, one.unit, Measure.CHANGE, one.year, one.stage, operands, formula,
                   entity=one.entity)  # fmt: skip


def _single(operation: Operation) -> Operation:
    many = (
        Operation.SUM, Operation.COMPARE, Operation.TREND, Operation.RANK, Operation.DIFFERENCE, Operation.AVERAGE,
    )  # fmt: skip
    return Operation.LOOKUP if operation in many else operation


def _name(plan: Plan) -> str:
    return plan.subject.name if plan.subject else "该项"


def _sum(findings: Sequence[Finding]) -> Finding:
    """The sum of findings, in the unit of the first, with all of them as operands."""
    unit = findings[0].unit
    values = [convert(f.value, f.unit, unit) or f.value for f in findings]
    total = sum(values, Decimal(0))
    formula = " + ".join(plain(v) for v in values) + f" = {plain(total)}"
    operands = tuple(Operand(_point_label(f, findings), f.operands[0].fact) for f in findings)
    first = findings[0]
    label = "、".join(dict.fromkeys(f.label for f in findings)) + "合计"
    return Finding(label, total, unit, first.measure, max(f.year for f in findings), first.stage, operands, formula,
                   entity=first.entity)  # fmt: skip


def _point_label(finding: Finding, findings: Sequence[Finding]) -> str:
    if len({f.entity for f in findings}) > 1:
        return f"{finding.entity}{finding.label}"
    return f"{finding.year}年{finding.label}" if len({f.year for f in findings}) > 1 else finding.label


def _sorted(findings: Sequence[Finding], least: bool) -> list[Finding]:
    return sorted(findings, key=lambda f: convert(f.value, f.unit, "元") or f.value, reverse=not least)


def _mean(findings: Sequence[Finding]) -> Finding:
    """The mean of findings, from their sum."""
    total = _sum(findings)
    count = len(findings)
    value = rounded(total.value / count)
    formula = f"({(total.formula or '').split(' = ')[0]}) ÷ {count} = {plain(value)}"
    return replace(total, label=total.label.removesuffix("合计") + "平均", value=value, formula=formula)


def tell_points(findings: Sequence[Finding]) -> str:
    """One sentence a figure, then which is more and by how much where two are set side by side."""
    lines = [
        f"{f.entity}{f.year}年度{f.label}{f.stage if f.measure is Measure.AMOUNT else ''}为 {plain(f.value)} {f.unit}"
        for f in findings
    ]
    text = "；".join(lines) + "。"
    if len(findings) == 2 and findings[0].unit == findings[1].unit:
        one, other = findings
        gap = one.value - other.value
        if gap == 0:
            return text + "两者相同。"
        more = one if gap > 0 else other
        who = (
            more.entity
            if one.entity != other.entity
            else f"{more.year}年度"
            if one.year != other.year
            else more.label
        )
        text += f"{who}更多，相差 {plain(abs(gap))} {one.unit}。"
    return text
