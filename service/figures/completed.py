"""What is added to evidence once it is found: last year worked back, which income a rest is (补充)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import convert, plain
from ingest.patterns import regex
from ingest.text import fold
from service.figures.year_before import or_worked_back
from service.model import Body, Declined, Evidence, Plan, Reason
from service.things.said_elsewhere import said_elsewhere

#: All income, and the income of which the rest is asked for.
_ALL_INCOME = ("本年收入合计", "收入总计")
#: Names alone are asked for, and not how many there are.
_NAMES = regex(
    r"(?:名称|名字)(?:是(?:什么|啥)|都?有哪些)?[？?。]*$|叫(?:什么|啥)(?:名字?|名称)?[？?。呢啊]*$"
)
_HOW_MANY = regex("几|多少|数量|个数")


def completed(
    evidence: Evidence | Declined, plan: Plan, body: Body, facts: Sequence[Fact], single: bool
) -> Evidence | Declined:
    """The evidence with what else the documents tell of it; ``single`` says that one figure is asked for."""
    evidence = or_worked_back(evidence, plan, body, facts) if single else evidence
    if isinstance(evidence, Declined):
        return evidence
    if (unnamed := _only_counted(evidence, plan, body)) is not None:
        return unnamed
    return said_elsewhere(evidence, plan, facts) or _with_source(evidence, facts)


def _only_counted(evidence: Evidence, plan: Plan, body: Body) -> Declined | None:
    """That what is counted is not named, where its names alone are asked for: its number is no answer to that."""
    text = fold(plan.text)
    single = len(evidence.findings) == 1 and evidence.findings[0].measure is Measure.COUNT
    if not single or evidence.told or evidence.quotes or _HOW_MANY.search(text) or not _NAMES.search(text):
        return None
    found = evidence.findings[0]
    counted = f"{found.label} {plain(found.value)} {found.unit}"
    told = f"{body.name}{found.year}年度的公开资料只写明{counted}，没有写明名称。"
    return Declined(Reason.NOT_DISCLOSED, told)


def _with_source(evidence: Evidence, facts: Sequence[Fact]) -> Evidence:
    """「不是财政拨款的收入有多少，属于什么」: the one income that is printed at just the amount of the rest."""
    first = evidence.findings[0] if evidence.findings else None
    if first is None or evidence.told or first.measure is not Measure.CHANGE or len(first.operands) != 2:
        return evidence
    whole, part = (operand.fact for operand in first.operands)
    if whole.subject.name not in _ALL_INCOME or part.subject.kind != "收入来源":
        return evidence
    rest = convert(first.value, first.unit, "元")
    same = {
        f.subject.name: f
        for f in facts
        if f.document_id == whole.document_id
        and (f.year, f.stage, f.measure) == (whole.year, whole.stage, Measure.AMOUNT)
        and f.subject.kind == "收入来源"
        and f.yuan == rest != 0
    }
    if len(same) != 1:
        return evidence
    source = next(iter(same.values()))
    sides = "，".join(f"{o.label} {plain(o.fact.value or Decimal(0))} {o.fact.unit}" for o in first.operands)
    amount = f"{plain(source.value or Decimal(0))} {source.unit}"
    told = f"{sides}，前者比后者多 {plain(first.value)} {first.unit}（{first.formula}）。"
    same_as = f"这部分与第{source.source.page}页列出的「{source.subject.name}」{amount}数额相同。"
    return replace(evidence, told=told + same_as)
