"""Whether a statement with a reason is surely of something else than is asked about (他事之因)."""

from __future__ import annotations

from ingest.patterns import regex
from service.text.given import Given

#: What is said of points, and what a review tells of.
_POINTS = regex(r"[扣失丢得评打]了?分|满分|\d分(?![之钟])|自评|绩效")
_ASKS_POINTS = regex(r"[扣失丢]了?[\d.]*分|得分|评分|满分|\d分(?![之钟])")
_CODE = regex(r"(?<!\d)\d{7}(?!\d)")


def of_other_code(code: str, name: str, given: Given) -> bool:
    """Whether a statement has the codes of other accounts and neither the code nor the name of this one."""
    codes = set(_CODE.findall(given.context))
    return bool(code and codes) and code not in codes and name not in given.context + given.path


def of_no_points(asked: str, given: Given) -> bool:
    """Whether it is asked why points were lost, and a statement says only why more or less money was spent."""
    told = given.path + given.context + given.reason
    return _ASKS_POINTS.search(asked) is not None and not _POINTS.search(told)


#: How something moved is asked, by no word for the budget: a statement that ends by how far it is off the budget tells
#: another move than one against the year before, which is what is meant.
_MOVED_ASKED = regex(r"增[加长]|减少|上[升涨]|下[降滑]|降[了低下]|涨|[多少]了")
_MOVED_FROM_BUDGET = regex(
    r"[较比与同跟](?:年初|全年|调整后?)?预算数?(?:相比)?(?:增|减|降|升|下降|上升|少|多)[^较比同年]{0,24}$"
)


#: What such a statement counts less.
_OTHER_MOVE = 0.9


def off_budget(asked: str, context: str) -> float:
    """What a statement counts less that tells how far something is off its budget, where it is asked why it moved.

    >>> off_budget("三公经费下降的原因", "三公经费决算32万元较预算减少4万元降低11")
    0.9
    """
    other = _MOVED_ASKED.search(asked) is not None and _MOVED_FROM_BUDGET.search(context) is not None
    return _OTHER_MOVE if other else 0.0
