"""One number that several places tell, and the two numbers of one indicator (一数几处、一行两数).

A row and a sentence, or several tables, tell one number: the chances of all of them are those of the number. An
indicator has what was aimed at and what came of it: its row is as sure as both together, which of them is meant is
said in the question.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ingest.arrays import np
from ingest.model import Stage
from ingest.numbers import convert
from ingest.patterns import regex
from service.closest.places import Place, measure_of
from service.closest.prepared import Ready

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: So many digits are no coincidence; a number of fewer must go by the same name.
_DIGITS = 3
_SHORTEST = 2
_LEAD = regex(r"^(?:其中|以及|并|和|及|共|[、：:（(])+|[：:]$|(?:为|是|达到?|共计?)$")
#: The stages that tell what came of something; the others tell what was aimed at.
_OUTCOMES = (Stage.EXECUTION, Stage.FINAL_ACCOUNTS)
_OUTCOME = regex("完成|实际|达成")
_DONE = regex(r"实际|真正|到底|最后|最终|结果|完成了|做到了?|达到了")
_AIMED = regex(
    r"目标|计划|指标值|要求|打算|原定|原本|预期|预计|[至最]少|[至最]多|不[低少高超]于?|想要?|准备|任务"
)


def chances_together(ready: Sequence[Ready], chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """The chance of the number of each place, told there or elsewhere."""
    places = [one.place for one in ready]
    same = np.array([[_is_same(a, b) for b in places] for a in places], dtype=bool)
    return np.asarray((same * chances).sum(axis=1))


def of_stage(text: str, ready: Sequence[Ready], chances: NDArray[np.float64], best: int) -> tuple[int, float]:
    """Of the two numbers of an indicator's row the one that is meant, and how sure the row is; the best itself where
    it is none of two. What came of it is meant where what was aimed at is not said."""
    done = _DONE.search(text) is not None or not _AIMED.search(text)
    row = [at for at, one in enumerate(ready) if _is_row(one.place, ready[best].place)]
    meant = [at for at in row if _is_outcome(ready[at].place) is done]
    if len(row) != 2 or len(meant) != 1:
        return best, float(chances[best])
    each = {ready[at].place.value: float(chances[at]) for at in row}  # what was met is one number
    return meant[0], sum(each.values())


def _is_same(one: Place, other: Place) -> bool:
    """Whether two places tell one number: of the same amount, and of one name or too many digits for chance."""
    if one is other:
        return True
    if one.unit != other.unit and measure_of(one) != "money":
        return False
    value = other.value if one.unit == other.unit else convert(other.value, other.unit, one.unit)
    if value is None or value != one.value:
        return False
    if len(_digits(one.value)) >= _DIGITS:
        return True
    names = sorted((_LEAD.sub("", place.own + place.after) for place in (one, other)), key=len)
    return len(names[0]) >= _SHORTEST and names[0] in names[1]


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.normalize().as_tuple().digits))


def _is_row(one: Place, other: Place) -> bool:
    """Whether two numbers stand in one row of a table of indicators, be it read as a table or as a passage."""
    a, b = one.fact, other.fact
    if a is None or b is None:
        same = one.column and other.column and one.sentence == other.sentence and one.chunk is other.chunk
        return bool(same and (one.own, one.unit, one.fact) == (other.own, other.unit, other.fact))
    return a.subject.kind == "绩效指标" and (
        (a.subject, a.unit, a.year, a.document_id, a.source.page, a.source.row)
        == (b.subject, b.unit, b.year, b.document_id, b.source.page, b.source.row)
    )


def _is_outcome(place: Place) -> bool:
    if place.fact is None:
        return _OUTCOME.search(place.column) is not None
    return place.fact.stage in _OUTCOMES
