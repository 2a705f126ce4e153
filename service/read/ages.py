"""Somebody's age against the ages that a text is of: 「我奶奶92岁」, 「90—99周岁每人每月200元」 (年龄段)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.patterns import regex

#: How old somebody is, no limit from which on something is paid.
_SAID = regex(
    r"(?<![\d.\-—–~～至到])(?P<age>\d{1,3})周?岁(?!及?以[上下]|的?[以之][上下]|[-—–~～至到]|[(（]含)"
)
_SINCE = r"(?:(?:老年?人)?[(（]?(?:含|及)?[)）]?以(?P<way>[上下]))?"
#: An age, a range of ages, or those from an age on: 80—89周岁, 百岁, 100周岁（含）以上.
AGES = regex(rf"(?P<low>\d{{1,3}}|百)(?:周?岁)?(?:\s*[-—–~～至到]+\s*(?P<high>\d{{1,3}})\s*)?周?岁{_SINCE}")
_OF_FULL = regex(r"(?P<not>不)?满$")
_OLDEST = 150


def ages_said(question: str) -> tuple[int, ...]:
    """The ages of somebody that a question names.

    >>> ages_said("我奶奶92岁，每月补多少"), ages_said("80岁以上老人有多少")
    ((92,), ())
    """
    return tuple(int(m["age"]) for m in _SAID.finditer(question))


def is_of_age(text: str, age: int) -> bool | None:
    """Whether a text is of that age; None where it names no ages.

    >>> is_of_age("80—89周岁每人每月50元", 92), is_of_age("100周岁以上", 101), is_of_age("新增老人", 92)
    (False, True, None)
    """
    spans = list(_spans(text))
    return any(low <= age <= high for low, high in spans) if spans else None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The first and the last age of each that a text names."""
    for match in AGES.finditer(text):
        low = 100 if match["low"] == "百" else int(match["low"])
        yield _span(match, low, _OF_FULL.search(text[: match.start()]))


def _span(match: re.Match[str], low: int, full: re.Match[str] | None) -> tuple[int, int]:
    if match["high"] is not None:
        return low, int(match["high"])
    if match["way"] == "下":
        return 0, low
    if full is not None and full["not"]:
        return 0, low - 1
    return low, _OLDEST if match["way"] or full is not None else low
