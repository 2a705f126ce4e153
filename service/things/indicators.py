"""Indicators of performance forms: named after their project, asked for as planned or as carried out (绩效指标)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.cells import TOTAL
from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.model import PHRASE_KINDS, Plan, Term
from service.read.terms import Match

_KIND = "绩效指标"
#: So long a name of an indicator is no daily word that stands by chance.
_LONG = 4
#: How a form heads what an indicator should come to, and how that is asked for.
_TARGET = regex(r"目标|指标值|计划值|预期")
_ASKS_TARGET = regex(
    r"目标值?|指标值|计划值|预期值?|(?:要|应该?|须|得)达到|(?:定|设)(?:的|了|在|为)?(?:是|多少|几)|要求(?:是|达到)?多少|不[低少高多超大小]于?(?=百分之|多少|几)|[至最]少(?=[^，。？]{0,4}(?:多少|几[次回场人个件家户]|百分之))"
)
_ASKS_ACTUAL = regex(r"完成值|实际|达到了|完成了|做到了|执行|达成")


def indicator_named(matches: Sequence[Match[Term]]) -> Term | None:
    """「基本公共卫生服务项目健康档案动态使用率」: the indicator named after the project or item that it belongs to."""
    last = max(matches, key=lambda m: m.start, default=None)
    if last is None or len(matches) < 2 or not last.exact:
        return None
    return last.value if last.value.kind == _KIND and last.length >= _LONG else None


def wants_target(plan: Plan) -> bool:
    """Whether what an indicator should come to is asked for, not what it came to; its own name asks for neither."""
    text = plan.text.replace(fold(plan.subject.name), "") if plan.subject is not None else plan.text
    return bool(_ASKS_TARGET.search(text)) and not _ASKS_ACTUAL.search(text)


#: Points that an indicator is worth are told only where they are asked for: they are no target and no result.
_WEIGHT, _WEIGHT_ASKED = regex(r"^(?:权重|分值)"), regex(r"权重|分值|分数|几分|多少分|满分")
#: What a row is worth, and nothing else of it: 「满分是几分」 is no score.
_WORTH = regex(r"权重|分值|满分(?:是|为|有|多少|几|[？?]?$)|(?:值|占|设)了?(?:几|多少)分")


def of_other_column(fact: Fact, plan: Plan) -> bool:
    """Whether a figure is of another column of a form than the one asked for: what a row is worth, or all but that."""
    weight = bool(_WEIGHT.search(fact.breakdown))
    own = plan.subject.name if plan.subject is not None else ""
    if fact.subject.kind in PHRASE_KINDS and _WORTH.search(plan.text) and not _WORTH.search(own):
        return not weight
    return weight and not _WEIGHT_ASKED.search(plan.text)


def as_indicator(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan of the form's indicator, where a column of the form is asked for and a sentence's words were heard."""
    subject = plan.subject
    if subject is None or subject.kind not in PHRASE_KINDS or subject.kind in (_KIND, "项目"):
        return plan
    if not (_WORTH.search(plan.text) or wants_target(plan) or _RESULT.search(plan.text)):
        return plan
    name = fold(subject.name)
    own = [f.subject for f in facts if f.year == plan.year and is_of_form(f) and fold(f.subject.name) == name]
    terms = {(s.name, s.path): Term(s.name, s.kind, s.code, s.path) for s in own}
    return replace(plan, subject=next(iter(terms.values()))) if len(terms) == 1 else plan


_RESULT = regex(r"完成值|得了?(?:几|多少)分|得分")


def is_of_form(fact: Fact) -> bool:
    """Whether a figure stands in a column of its own of a performance form."""
    return fact.subject.kind == _KIND and bool(fact.breakdown) and fact.breakdown != TOTAL


#: 「实际完成指标值」 is what was reached, though it says 指标值.
_REACHED = regex("(?<!预期)(?<!预计)(?<!计划)(?:完成|实际)")
#: What a value holds for that is not of the year alone: a half of it, or all years of a project.
_SPAN = regex("半年|实施期|总体|中期|全周期")


def of_other_span(fact: Fact, plan: Plan) -> bool:
    """Whether a value of an indicator is that of half a year, or of several, where its year is asked for."""
    return bool(_SPAN.search(fact.breakdown)) is not bool(_SPAN.search(plan.text))


def is_target(fact: Fact) -> bool:
    """Whether a figure of a form is what should be reached."""
    return bool(_TARGET.search(fact.breakdown)) and not _REACHED.search(fact.breakdown)
