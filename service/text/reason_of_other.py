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
