"""Somebody's age against the ages that a clause is of: 「我奶奶92岁」, 「90—99周岁每人每月200元」 (年龄段)."""

from __future__ import annotations

from ingest.patterns import regex

_SAID = regex(r"(?<![\d.\-—–~～至到])(?P<age>\d{1,3})(?:周)?岁(?!及?以[上下]|的?以[上下])")
_BETWEEN = regex(r"(?P<low>\d{1,3})(?:周?岁)?\s*[-—–~～至到]+\s*(?P<high>\d{1,3})\s*周?岁")
_FROM = regex(r"(?P<low>\d{1,3})周?岁(?:及|（含）|\(含\))?以上|年?满(?P<full>\d{1,3})周?岁")
_UP_TO = regex(r"(?P<high>\d{1,3})周?岁(?:及|（含）|\(含\))?以下|不满(?P<under>\d{1,3})周?岁")
_OLDEST = 150


def ages_said(question: str) -> tuple[int, ...]:
    """The ages of somebody that a question names.

    >>> ages_said("我奶奶92岁，每月补多少")
    (92,)
    """
    return tuple(int(m["age"]) for m in _SAID.finditer(question))


def is_of_age(clause: str, age: int) -> bool | None:
    """Whether a clause is of that age; None where it names no ages.

    >>> is_of_age("80—89周岁每人每月50元", 92), is_of_age("100周岁以上", 101), is_of_age("新增老人", 92)
    (False, True, None)
    """
    spans = [(int(m["low"]), int(m["high"])) for m in _BETWEEN.finditer(clause)]
    if not spans:
        spans = [(int(m["low"] or m["full"]), _OLDEST) for m in _FROM.finditer(clause)]
        spans += [(0, int(m["high"] or int(m["under"]) - 1)) for m in _UP_TO.finditer(clause)]
    return any(low <= age <= high for low, high in spans) if spans else None
