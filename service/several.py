"""Questions with more than one figure: several years, bodies or accounts, their sum, their order (多项运算)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Flow, Measure, Stage
from ingest.numbers import convert, plain
from service.compute import compute, in_unit, label_of
from service.lookup import breakdown_fits, statement_of
from service.model import Body, Evidence, Finding, Operand, Operation, Plan
from service.targets import Point

#: How many places of a ranking are told.
_PLACES = 3


def gather_points(points: Sequence[Point], operation: Operation, unit: str | None) -> Evidence:
    """A finding for each point that is printed, those that are missing named, then their sum or difference."""
    findings, missing = [], []
    for point in points:
        found = compute(replace(point.plan, operation=_single(_of_one(point.plan.operation, operation))), point.facts)[0]
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
    if operation is Operation.RANK:
        findings = _sorted(findings)
    return Evidence(tuple(findings), notes=tuple(missing))


def rank(body: Body, plan: Plan, facts: Sequence[Fact]) -> Evidence:
    """The largest classes of a body's expenditure in the statement that people mean, or its largest items."""
    fitting = [f for f in facts if _ranked(f, plan)]
    stages = {f.stage for f in fitting}
    stage = next((s for s in (Stage.FINAL_ACCOUNTS, Stage.BUDGET, *Stage) if s in stages), None)
    fitting = [f for f in fitting if f.stage is stage]
    statement = statement_of(fitting, _kind(plan), plan)
    held = {
        f.subject.code: f for f in fitting if f.statement == statement and f.subject.level == _level(plan)
    }
    reverse = not any(word in plan.text for word in ("最少", "最小", "最低"))
    ordered = sorted(held.values(), key=lambda f: f.yuan or Decimal(0), reverse=reverse)[:_PLACES]
    findings = [
        Finding(
            label_of(f),
            f.value,
            f.unit,
            f.measure,
            f.year,
            f.stage.value,
            (Operand(label_of(f), f),),
            printed=f,
        )
        for f in ordered
        if f.value is not None
    ]
    note = f"按《{ordered[0].source.table}》的{_level(plan)}级科目比较，共{len(held)}项。" if ordered else ""
    return Evidence(tuple(replace(f, entity=body.name) for f in findings), notes=(note,) if note else ())


def _ranked(fact: Fact, plan: Plan) -> bool:
    return (
        fact.year == plan.year
        and fact.subject.kind == _kind(plan)
        and fact.subject.code.startswith(plan.subject.code if plan.subject else "")
        and fact.flow is Flow.EXPENDITURE
        and fact.measure is Measure.AMOUNT
        and fact.standing == 0
        and breakdown_fits(fact, plan)
        and (plan.fund is None or fact.fund is plan.fund)
        and (plan.stage is None or fact.stage is plan.stage)
    )


def _kind(plan: Plan) -> str:
    """The classification whose accounts are ranked: that of the account named, whose parts are meant."""
    return plan.subject.kind if plan.subject is not None and plan.subject.code else "功能分类"


def _level(plan: Plan) -> str:
    if plan.subject is not None and plan.subject.code:
        return {3: "款", 5: "项"}.get(len(plan.subject.code), "项")
    return "项" if any(word in plan.text for word in ("哪项", "哪个科目", "项级", "支出项")) else "类"


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
    many = (Operation.SUM, Operation.COMPARE, Operation.TREND, Operation.RANK, Operation.DIFFERENCE)
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


def _sorted(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: convert(f.value, f.unit, "元") or f.value, reverse=True)


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
