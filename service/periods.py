"""Years in a question: written in any script, or told by 去年, 今年 (年度)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.text import chinese_number

_WRITTEN = re.compile(
    r"(?P<long>20\d\d)(?:\s*年)?(?:度)?|(?<![\d.])(?P<short>\d\d)\s*年(?!前|后|内|级)(?:度)?"
)
_RANGE = re.compile(
    r"(?<!\d)(?P<first>20\d\d|\d\d)\s*年?度?\s*(?:到|至|[-—–~～]+)\s*(?P<last>20\d\d|\d\d)\s*(?:年度?|(?=三年|两年|四年|五年))"
)
_CHINESE = re.compile(
    r"(?P<digits>[二两][〇零○Oo0][一二三四五六七八九〇零○]{2}|[一二]?十[一二三四五六七八九]?)年(?:度)?"
)
#: Words for years counted back from the newest year that a body has; a base of comparison is no year asked for.
_RELATIVE = (
    ("今年", 0),
    ("本年度", 0),
    ("这一年", 0),
    ("去年", 1),
    ("上一年", 1),
    ("上年度", 1),
    ("前年", 2),
)
_YEAR_WORD = r"(?:上一?年度?|去年|前一年|(?:20)?\d\d\s*年度?)"
_BASE = re.compile(
    rf"(?:比|较|对比|相比于?)\s*{_YEAR_WORD}(?:相比|比较)?|(?:同|跟|和|与)\s*{_YEAR_WORD}(?:预算数?|决算数?|执行数?)?(?:相比|比较|比|来比)"
    r"|上一?年度?(?!结|末|余|转)|同比"
)


@dataclass(frozen=True, slots=True)
class Period:
    """Years that a question asks for, as numbers or as steps back from the newest, and the places of their words."""

    years: tuple[int, ...]
    back: int | None
    base: bool
    spans: tuple[tuple[int, int], ...]


def find_period(text: str) -> Period:
    """The years of a question; years that stand only as the base of a comparison are left out."""
    bases = [m.span() for m in _BASE.finditer(text)]
    years: list[int] = []
    spans: list[tuple[int, int]] = list(bases)
    for match in _RANGE.finditer(text):
        first, last = (int(y) if len(y) == 4 else 2000 + int(y) for y in (match["first"], match["last"]))
        if 0 < last - first <= 15:
            years += range(first, last + 1)
            spans.append(match.span())
    for match in _WRITTEN.finditer(text):
        if _within(match.start(), spans):
            continue
        if not _within(match.start(), bases) and not _is_code(text, match):
            years.append(int(match["long"]) if match["long"] else 2000 + int(match["short"]))
            spans.append(match.span())
    for match in _CHINESE.finditer(text):
        number = chinese_number(
            match["digits"].replace("○", "〇").replace("O", "〇").replace("o", "〇").replace("0", "〇")
        )
        if number is not None and not _within(match.start(), bases):
            years.append(number if number > 100 else 2000 + number)
            spans.append(match.span())
    back = None
    for word, steps in _RELATIVE:
        start = text.find(word)
        if start >= 0 and not _within(start, bases):
            spans.append((start, start + len(word)))
            back = steps if back is None and not years else back
    return Period(tuple(dict.fromkeys(years)), back, bool(bases), tuple(spans))


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(low <= place < high for low, high in spans)


def _is_code(text: str, match: re.Match[str]) -> bool:
    """2010601 is an account code, not the year 2010."""
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    return (after.isdigit() and "年" not in match[0]) or before.isdigit()
