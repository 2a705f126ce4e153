"""The figures of several years, bodies or accounts in a sentence, and which is more (多项的说法)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Measure
from ingest.numbers import convert, plain
from service.figures.ratios import rounded
from service.model import Finding


def tell_points(findings: Sequence[Finding], listed: bool = False) -> str:
    """The figures in one sentence, what they share said once; then which is more, or how it went over the years.

    ``listed`` says that they are only listed: two things of one year are then not held against each other.
    """
    entities, years = {f.entity for f in findings}, {f.year for f in findings}
    labels = {f.label for f in findings}
    if len(entities) == 1 and len(labels) == 1 and len(years) == len(findings) > 1:
        return _tell_years(findings)
    if len(entities) == 1 and len(years) == 1 and len(findings) > (1 if listed else 2):
        told = "、".join(f"{f.label} {plain(f.value)} {f.unit}" for f in findings)
        return f"{findings[0].entity}{findings[0].year}年度{findings[0].stage}：{told}。"
    lines = [
        f"{f.entity}{f.year}年度{f.label}{_stage(f)}为 {plain(f.value)} {f.unit}{worked_out(f)}"
        for f in findings
    ]
    return (
        "；".join(lines)
        + "。"
        + (_tell_more(*findings) if len(findings) == 2 and not _signed(findings) else "")
    )


def _signed(findings: Sequence[Finding]) -> bool:
    """Whether changes go down or nowhere, so that more and less would mislead."""
    moved = (Measure.CHANGE, Measure.CHANGE_RATE)
    return any(f.measure in moved and f.value <= 0 for f in findings)


def _tell_years(findings: Sequence[Finding]) -> str:
    """One account over the years, and the last against the first."""
    first, last = min(findings, key=lambda f: f.year), max(findings, key=lambda f: f.year)
    told = "、".join(f"{f.year}年{_stage(f)} {plain(f.value)} {f.unit}{worked_out(f)}" for f in findings)
    text = f"{first.entity}{first.label}：{told}。"
    if first.unit != last.unit:
        return text
    gap, unit = _moved(first, last), "个百分点" if last.unit == "%" else last.unit
    if not gap:
        return f"{text}{last.year}年与{first.year}年相同。"
    rate = (
        f"（{plain(rounded(abs(gap) / first.value * 100))}%）" if first.value > 0 and last.unit != "%" else ""
    )
    return (
        f"{text}{last.year}年比{first.year}年{'增加' if gap > 0 else '减少'} {plain(abs(gap))} {unit}{rate}。"
    )


def _moved(first: Finding, last: Finding) -> Decimal:
    """By how much the last year is off the first; as it is printed, where the first is worked back from just that."""
    printed = first.operands[-1].fact if worked_out(first) and last.year == first.year + 1 else None
    moved = convert(printed.value, printed.unit, last.unit) if printed and printed.value is not None else None
    return last.value - first.value if moved is None else moved


def worked_out(finding: Finding) -> str:
    """That a figure is worked back from the next year's document; nothing of any other."""
    source = finding.year + 1
    worked = any(operand.label == f"{source}年比上年增减" for operand in finding.operands)
    return f"（按{source}年度文件推算：{finding.formula}）" if worked else ""


def _stage(finding: Finding) -> str:
    return finding.stage if finding.measure is Measure.AMOUNT else ""


def _tell_more(one: Finding, other: Finding) -> str:
    """Which of two figures is more, and by how much, in the unit of the first; nothing of units that do not convert."""
    value = convert(other.value, other.unit, one.unit)
    if value is None:
        return ""
    gap = one.value - value
    if gap == 0:
        rounded = "四舍五入后" if one.label.startswith("平均") else ""  # of quotients no more is known here
        return f"{rounded}两者相同。"
    more = one if gap > 0 else other
    who = more.entity if one.entity != other.entity else more.label
    if who == more.label and one.label == other.label:
        who = more.stage if one.stage != other.stage else f"{more.year}年"  # 预算和决算分别多少
    if one.unit == "%":
        return f"{who}更高，相差 {plain(abs(gap))} 个百分点。"
    return f"{who}更多，相差 {plain(abs(gap))} {one.unit}。"
