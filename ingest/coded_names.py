"""Accounts named with their code in running text: 行政运行（2070101）, 20701-文物, 205（教育支出） (带编码的科目)."""

from __future__ import annotations

from collections.abc import Mapping

from ingest.accounts import label_to_class
from ingest.items_named import LEVELS, section_named
from ingest.leads import without_opening
from ingest.model import Subject
from ingest.patterns import regex
from ingest.text import fold
from ingest.wording import phrase_of

#: A name with its code in brackets behind it: 「行政运行（2070101）」.
_BY_CODE = regex(
    r"(?P<name>[^，。；：:\d]{2,40}?)[（(](?P<code>2\d{2}(?:\d{2}){0,2}|[35]\d{2}(?:\d{2})?)[类款项]?[)）](?:支出|预算|决算|数|为|是)*$"
)
#: A name behind its code: 「2070101-行政运行」, 「2070101 行政运行」.
_BEHIND_CODE = regex(
    r"(?<![\d.A-Za-z])(?P<code>2\d{2}(?:\d{2}){0,2}(?=\s*[-—–－])|2\d{2}(?:\d{2}){1,2}|[35]\d{4})\s*(?P<dash>[-—–－（(]?)\s*(?P<name>[\u4e00-\u9fff][^，。；：:\d（(]{1,38}?)(?:[（(][类款项][)）])?[)）]?"
    r"(?:(?<=.{3})支出|预算|决算|数|为|是)*$"
)


#: Digits of the code of a class.
_CLASS_DIGITS = 3
#: The name in brackets behind the code: 「201（一般公共服务支出）」.
_NAME_IN_BRACKETS = regex(
    r"(?<![\d.A-Za-z])(?P<code>2\d{2}(?:\d{2}){0,2})[（(](?P<name>[\u4e00-\u9fff][^，。；：:\d]{1,38})[)）](?:支出|预算|决算|数|为|是)*$"
)


def coded_name(phrase: str, known: Mapping[str, Subject]) -> Subject | None:
    """The account whose code stands in brackets behind its name, or before it: that of the tables, else as printed."""
    match = _BY_CODE.search(phrase)
    if match is None:
        return section_named(phrase, known) or _in_brackets(phrase, known) or _behind_code(phrase, known)
    name, code = without_opening(phrase_of(match["name"].lstrip(".．、 "))), match["code"]
    # 「卫生健康支出公共卫生妇幼保健机构（2100403）」: the names above it may stand before its own.
    told = next((s for s in known.values() if s.code == code and fold(name).endswith(fold(s.name))), None)
    kind = "功能分类" if code[0] == "2" else "经济分类"
    own = (
        name.split()[-1] if name.split() else ""
    )  # 「教育支出 普通教育 小学教育（2050202）」 in a text without tables
    if told is not None or len(own) < 2:
        return told
    named = label_to_class(own) if len(code) == _CLASS_DIGITS else None
    # A class known by its name under another code: one of the two is misprinted, and its name says what it is.
    printed = code if named is None or kind != "功能分类" else ""
    return _of_class(own, code) or Subject(kind, own, printed, LEVELS[len(code)])


def _of_class(name: str, code: str) -> Subject | None:
    """The functional class that both its name and its code say: 「一般公共服务（201）支出」."""
    found = label_to_class(name)
    return Subject("功能分类", found[1], found[0], "类") if found is not None and found[0] == code else None


def _in_brackets(phrase: str, known: Mapping[str, Subject]) -> Subject | None:
    """The account whose name stands in brackets behind its code; a class is called so, others are of the tables."""
    match = _NAME_IN_BRACKETS.search(phrase)
    if match is None:
        return None
    name, code = match["name"], match["code"]
    bare = fold(name).removesuffix("支出")
    told = (s for s in known.values() if s.code == code and fold(s.name).removesuffix("支出") == bare)
    return next(told, None) or _of_class(name, code)


def _behind_code(phrase: str, known: Mapping[str, Subject]) -> Subject | None:
    """The account of the tables whose name stands behind its code; a number before any other word is no code."""
    match = _BEHIND_CODE.search(phrase)
    if match is None:
        return None
    bare = fold(match["name"]).removesuffix("支出")
    told = (s for s in known.values() if s.code == match["code"])
    held = next((s for s in told if fold(s.name).removesuffix("支出") == bare), None)
    if known or not match["dash"] or match["code"][0] != "2":
        return held
    # 「20105-统计信息事务」: without tables the code and the dash say that it is an account.
    return Subject("功能分类", match["name"], match["code"], LEVELS[len(match["code"])])
