"""What a printed change is counted from: last year's budget, or what was spent in it; of which money (增减的基数).

A budget's table sets it against what last year's was carried out as, its text against last year's budget: two changes
of one account, both right. A change of one fund is none of all the money.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact, Fund, Measure, Origin, Stage
from ingest.patterns import regex

_SAID = regex(
    r"(?:比|较|与|同)(?:上一?年|去年|(?:20)?\d\d年)度?(?:年初)?的?(?P<kind>预算执行|预算|决算|执行|实际)"
)
#: What a word for last year's figure, or the stage of it, is called.
_KIND = {"预算执行": "执行", "实际": "执行"}
_OF_STAGE = {
    Stage.BUDGET: "预算",
    Stage.INITIAL_BUDGET: "预算",
    Stage.FINAL_ACCOUNTS: "决算",
    Stage.EXECUTION: "执行",
}
#: Kinds of subject that every fund has a figure of.
BY_FUND = ("总额", "支出结构", "功能分类")


def base_of(change: Fact, facts: Sequence[Fact]) -> str:
    """预算, 决算 or 执行 of the year before, as the sentence or the table's own column says; empty where unknown."""
    if change.origin is not Origin.CELL:
        said = [m for m in _SAID.finditer(change.source.quote)]
        kinds = {_KIND.get(m["kind"], m["kind"]) for m in said}
        return kinds.pop() if len(kinds) == 1 else ""
    beside = {
        _OF_STAGE.get(f.stage, "")
        for f in facts
        if f.document_id == change.document_id
        and f.source.sequence == change.source.sequence
        and f.subject == change.subject
        and f.measure is Measure.AMOUNT
        and f.year == change.year - 1
    }
    return beside.pop() if len(beside) == 1 else ""


def counts_from(change: Fact, kind: str, facts: Sequence[Fact]) -> bool:
    """Whether a change may be counted from the ``kind`` (预算, 决算, 执行 …) that the question names."""
    asked = _KIND.get(kind, kind)
    base = base_of(change, facts) if asked else ""
    return not base or base == asked or {base, asked} <= {"决算", "执行"}


def same_money(one: Fact, other: Fact) -> bool:
    """Whether two figures count the same money: all funds of one year are not held against one fund of another."""
    if other.subject.kind not in BY_FUND or one.fund is other.fund:
        return True
    return {one.fund, other.fund} == {Fund.GENERAL, Fund.APPROPRIATION}
