"""The rows of a table of its own that add up to an account: 「政府购买服务买了哪几项，各多少」 (合计之下的各行).

The classification knows no parts of such an account; the table that prints its total lists them, and they make it up.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.compute import in_unit
from service.figures.held import facts_of
from service.model import CODED_KINDS, CONFIDENT, Evidence, Finding, Operand, Plan
from service.targets import Point

_LISTED = regex(
    r"哪[几些]|(?:[买购]|包括|包含|花|用)(?:了|的|在)*(?:什么|啥|哪)|都(?:有|是|[买购])(?:了)?(?:什么|啥)|明细|清单|具体(?:有|是|包括)|逐[项个一]|(?:分别|各)(?:项|个)?(?:是|花|用|有)?了?多少"
)
_RANKED = regex(r"最(?P<end>[大多高贵少小低])")
_OTHER = regex(r"比(?:上|去|前)|增[加减长]|减少|占|为什么|原因|平均|合计|一共|总共")
_LEAST = "少小低"
_TOTAL = "合计"


def rows_of_total(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The rows that make up the plan's account, all or the largest; None where no table's rows add up to it."""
    subject, text = plan.subject, fold(plan.parted or plan.text)
    ranked = _RANKED.search(text)
    if subject is None or len(points) != 1 or not (ranked or _LISTED.search(text)) or _OTHER.search(text):
        return None
    if subject.kind in CODED_KINDS or (plan.taken and plan.explained <= CONFIDENT):
        return None
    totals = [f for f in facts_of(sources.facts, subject.name) if f.subject.name == subject.name]
    totals = [f for f in totals if f.year == plan.year and _is_total(f) and plan.stage in (None, f.stage)]
    for total in totals:
        rows = _rows(total, sources.facts)
        if rows:
            return _told(rows, total, plan, sources, ranked["end"] if ranked else "")
    return None


def _is_total(fact: Fact) -> bool:
    money = fact.measure is Measure.AMOUNT and fact.value is not None
    return money and fact.source.sequence >= 0 and fact.subject.level == _TOTAL


def _rows(total: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """The other rows of the total's column, where there are several and they come to just the total."""

    def key(fact: Fact) -> tuple[object, ...]:
        source = fact.source
        return (fact.document_id, source.sequence, source.column, fact.year, fact.stage, fact.fund, fact.unit)

    rows = [f for f in facts if key(f) == key(total) and f.subject.name != total.subject.name]
    rows = [f for f in rows if f.value is not None]
    return (
        rows
        if len(rows) > 1 and sum((f.value or Decimal(0) for f in rows), Decimal(0)) == total.value
        else []
    )


def _told(rows: Sequence[Fact], total: Fact, plan: Plan, sources: Sources, end: str) -> Evidence:
    findings = tuple(in_unit(_finding(f, sources.body.name), plan.unit) for f in rows)
    name = f"{sources.body.name}{total.year}年度{total.subject.name}"
    if end:
        pick = min if end in _LEAST else max
        first = pick(findings, key=lambda f: f.value)
        if sum(f.value == first.value for f in findings) > 1:
            return Evidence(findings)
        said = f"{first.label}，{plain(first.value)} {first.unit}"
        return Evidence((first,), told=f"{name}逐项列出的 {len(rows)} 项里，最{end}的是{said}。")
    listed = "、".join(f"{f.label} {plain(f.value)} {f.unit}" for f in findings)
    return Evidence(findings, told=f"{name}逐项列出的有 {len(rows)} 项：{listed}。")


def _finding(fact: Fact, body: str) -> Finding:
    return Finding(fact.subject.name, fact.value or Decimal(0), fact.unit, fact.measure, fact.year, fact.stage.value,
                   (Operand(fact.subject.name, fact),), printed=fact, entity=body)  # fmt: skip
