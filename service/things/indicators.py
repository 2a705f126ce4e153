"""Indicators of performance forms: named after their project, asked for as planned or as carried out (绩效指标)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.cells import TOTAL
from ingest.model import Fact
from ingest.patterns import regex
from service.model import Plan, Term
from service.read.terms import Match

_KIND = "绩效指标"
#: So long a name of an indicator is no daily word that stands by chance.
_LONG = 4
#: How a form heads what an indicator should come to, and how that is asked for.
_TARGET = regex(r"目标|指标值|计划值|预期")
_ASKS_TARGET = regex(
    r"目标值?|指标值|计划值|预期值?|(?:要|应该?|须|得)达到|(?:定|设)(?:的|了|在|为)?(?:是|多少|几)|要求(?:是|达到)?多少"
)
_ASKS_ACTUAL = regex(r"完成值|实际|达到了|完成了|做到了|执行|达成")


def indicator_named(matches: Sequence[Match[Term]]) -> Term | None:
    """「基本公共卫生服务项目健康档案动态使用率」: the indicator named after the project or item that it belongs to."""
    last = max(matches, key=lambda m: m.start, default=None)
    if last is None or len(matches) < 2 or not last.exact:
        return None
    return last.value if last.value.kind == _KIND and last.length >= _LONG else None


def wants_target(plan: Plan) -> bool:
    """Whether what an indicator should come to is asked for, not what it came to."""
    return bool(_ASKS_TARGET.search(plan.text)) and not _ASKS_ACTUAL.search(plan.text)


def is_of_form(fact: Fact) -> bool:
    """Whether a figure stands in a column of its own of a performance form."""
    return fact.subject.kind == _KIND and bool(fact.breakdown) and fact.breakdown != TOTAL


def is_target(fact: Fact) -> bool:
    """Whether a figure of a form is what should be reached."""
    return bool(_TARGET.search(fact.breakdown))
