"""How many of the year's indicators were met, and how many were not: 「28项绩效指标完成26项」 (指标完成数)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Measure, Subject
from ingest.patterns import regex
from ingest.text import fold
from service.model import Body, Declined, Evidence, Finding, Operand, Plan, Reason

_ASKED = regex(r"(?:几|多少)[项个条]|数量|[项个]数")
_NOT_MET = regex(r"(?:未|没有?|不)(?:能)?(?:完成|达标|达到|达成|实现|做到)|完不成|落空")
_MET = regex(r"完成|达标|达到|达成|实现|做到")
_DONE = r"(?:完成|达到|达成|实现|达标)"
#: How a sentence tells of both, the one of them within the other.
_TOLD: tuple[re.Pattern[str], ...] = tuple(
    regex(pattern)
    for pattern in (
        rf"(?P<all>\d+)[项个](?:绩效|目标|考核)*指标(?:中|里)?[，,]?(?:已|全部|共|实际)*{_DONE}(?:了)?(?:目标值?|指标值?)?(?P<met>\d+)[项个]",
        rf"(?P<all>\d+)[项个](?:绩效|目标|考核)*指标(?:中|里)[，,]?(?:有|共有)?(?P<met>\d+)[项个](?:指标)?(?:已|均|全部)*{_DONE}",
    )
)
_ELSE = regex(r"率|分|原因|为什么|哪|什么|啥|钱|元")


def indicators_met(plan: Plan, body: Body, facts: Sequence[Fact]) -> Evidence | Declined | None:
    """How many indicators were met, or not; None where that is not asked. What is not told is declined: the number
    of all indicators is no answer."""
    text = fold(plan.text)
    if "指标" not in text or not _MET.search(text) or not _ASKED.search(text) or _ELSE.search(text):
        return None
    own = [
        f for f in facts if f.year == plan.year and f.measure is Measure.COUNT and "指标" in f.subject.name
    ]
    if any(_MET.search(f.subject.name) for f in own):
        return None  # they are counted by that name
    for fact in own:
        told = next((m for pattern in _TOLD if (m := pattern.search(fact.source.quote))), None)
        if told is not None and Decimal(told["all"]) == fact.value and int(told["met"]) <= int(told["all"]):
            return _told(fact, Decimal(told["met"]), bool(_NOT_MET.search(text)), body)
    if not own:
        return None
    return Declined(Reason.NOT_DISCLOSED, f"{body.name}{plan.year}年度的公开资料没有写明完成了几项指标。")


def _told(fact: Fact, met: Decimal, wanting: bool, body: Body) -> Evidence:
    done = replace(fact, value=met, subject=Subject(fact.subject.kind, "完成的绩效指标"), id=0)
    whole = fact.value or Decimal(0)
    value, label = (whole - met, "未完成的绩效指标") if wanting else (met, "完成的绩效指标")
    formula = f"{whole} − {met} = {value}" if wanting else None
    operands = (Operand(fact.subject.name, fact), Operand("完成的绩效指标", done)) if wanting else (
        Operand("完成的绩效指标", done),
    )  # fmt: skip
    found = Finding(label, value, fact.unit, Measure.COUNT, fact.year, fact.stage.value, operands, formula,
                    printed=None if wanting else done, entity=body.name)  # fmt: skip
    told = f"{body.name}{fact.year}年度设定的 {whole} {fact.unit}绩效指标完成 {met} {fact.unit}，未完成 {whole - met} {fact.unit}。"
    return Evidence((found,), told=told)
