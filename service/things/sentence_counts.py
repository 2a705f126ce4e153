"""The numbers of one sentence as they stand beside each other: what each counts, and in which part of it (句中诸数)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.patterns import regex
from ingest.quantities import placed
from ingest.text import fold

_MARKS = regex(r"[，。；：、:;,（(]")
_SEGMENTS = regex(r"[；;。]")
#: What ends the words that a number may be named by behind it.
_BEHIND = regex(r"[，。；：、:;,（()）\d]")
#: Words that make a number one of a change, a share, a limit or another year, not of the thing itself.
_OF_CHANGE = regex(
    r"增加|减少|增长|下降|上升|降低|提高|净增|净减|增至|减至|增到|减到|较上|比上|上年|去年|上一年|同期|占[^，。；]{0,14}$|标准|单价|单位?价值|每[人次辆件户亩平]|人均|平均|满分|由$|从$"
)
#: Words before a number that only lead to it.
_LEADS = regex(
    r"^(?:其中|全年|年内|本年度?|当年|累计|共计|合计|总计|一共|共(?![享同建])|现有|实有|核定|完成了?|实现了?|组织|开展|并|和(?!谐)|与|及|[“”\s])+(?=..)"
)
_ENDS = regex(r"(?:共计|累计|合计|总计|达到|达|为|共|约|计|的|了|有|是|[“”：:\s])+$")


@dataclass(frozen=True, slots=True)
class Told:
    """One number of a sentence: what stands before it back to the last mark or number, what stands behind it.

    ``lead`` is empty where it follows another number at once (46期2148人); ``segment`` numbers the parts between
    semicolons and stops, ``clause`` those between all marks.
    """

    value: Decimal
    unit: str
    lead: str
    behind: str
    start: int
    segment: int
    clause: int
    changed: bool

    @property
    def words(self) -> str:
        """All that names it."""
        return fold(self.lead + self.behind)

    @property
    def name(self) -> str:
        """What it is called by itself; empty where nothing is said of it."""
        name = _LEADS.sub("", self.lead)
        name = name.lstrip("”") if name.count("”") > name.count("“") else name
        name = _ENDS.sub("", name).strip("\"' ")
        return f"{name}”" if name.count("“") > name.count("”") else name


def told_in(sentence: str) -> list[Told]:
    """The numbers of a sentence in their order, each with its words."""
    found: list[Told] = []
    last = 0
    for start, end, quantity in placed(sentence):
        before = sentence[last:start]
        marks = list(_MARKS.finditer(before))
        pieces = _MARKS.split(before)
        # 「批次、42人」: a mark right before the number takes no words away from what stands before it.
        lead = pieces[-1].strip()
        mark = _BEHIND.search(sentence, end)
        behind = sentence[end : mark.start() if mark else len(sentence)]
        since = sentence[_since(sentence, start) : start]
        found.append(
            Told(
                quantity.value, quantity.unit, lead, behind.strip(), start, len(_SEGMENTS.findall(sentence[:start])),
                (found[-1].clause if found else 0) + bool(marks), _OF_CHANGE.search(since) is not None,
            )
        )  # fmt: skip
        last = end
    return found


def _since(sentence: str, start: int) -> int:
    """Where the clause of a number begins."""
    marks = [m.end() for m in _MARKS.finditer(sentence, 0, start)]
    return marks[-1] if marks else 0


def nearest(at: Told, others: Sequence[Told]) -> Told | None:
    """The one of several that stands in the same clause, else the only one of its part, else the next behind."""
    if len(others) < 2:
        return others[0] if others else None
    inner = [told for told in others if told.clause == at.clause]
    if len(inner) == 1:
        return inner[0]
    behind = [told for told in others if told.start > at.start]
    return min(behind, key=lambda told: told.start) if behind else None
