"""Bounds that a question sets: 超过100万元, 不到90%, 在95%到100%之间, 恰好100% (界限).

以上 and 以下 hold the bound itself, 超过 and 不到 do not (民法典第一千二百五十九条).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.patterns import regex

#: Relations of a value to a bound, to two bounds that count themselves, and to two that do not.
CLOSED, OPEN = "[]", "()"

#: 「一百万」, 「五十万元」: written out in front of 万 or 亿 alone, where 一 is no article.
_N, _U = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+(?=[万亿]))", r"(?:个?百分点|[%％]|[亿万千百]元?|元)"
_OF = rf"(?P<n>{_N})(?P<u>{_U})"
_INCLUDED = r"(?:[(（]含[^()（）]{0,8}[)）])?"


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound in 元, or in per cent where ``rate``; ``high`` is the second of two; ``words`` as said."""

    relation: str
    low: Decimal
    high: Decimal | None
    rate: bool
    words: str


# ruff: noqa: E501 - rows are read whole
#: Tried from the top: a longer way of saying it stands above those that are a part of it.
_ROWS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (CLOSED, regex(rf"(?:在|介于|处于)?(?P<n>{_N})(?P<u>{_U})?(?:到|至|和|与|[-—–~～])(?P<m>{_N})(?P<v>{_U})(?:之间|以内|范围内?)(?:{_INCLUDED})")),
    (">=", regex(rf"(?:不低于|不少于|不小于|不止|至少|起码){_OF}(?:以上)?")),
    ("<=", regex(rf"(?:不超过?|未超过?|没超过?|不高于|不大于|不多于|至多){_OF}(?:以下|以内)?")),
    (">", regex(rf"(?:超过?|高于|大于|多于|突破|高过|大过){_OF}(?!以下|以内)(?:以上)?")),
    ("<", regex(rf"(?:不到|低于|小于|少于|不足|不满|没有?到|未到|没有?达到|未达到?|达不到){_OF}(?:以下)?")),
    (">=", regex(rf"(?:达到?|在)?{_OF}(?:及|或|和)?以上{_INCLUDED}|达到?{_OF.replace('n>', 'a>').replace('u>', 'b>')}")),
    ("<=", regex(rf"(?:在)?{_OF}(?:及|或|和)?(?:以下|以内|之内){_INCLUDED}")),
    (">=", regex(rf"(?<=[少降低减加长升增])了?{_OF}(?=的)")),
    ("=", regex(rf"(?:恰好|正好|刚好|恰恰|等于)(?:[是为等于]{{1,2}})?{_OF}")),
)  # fmt: skip
_SIZES = {"元": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def bound_of(text: str) -> Bound | None:
    """The first bound of a question that its rows know; None where it sets none."""
    text = re.sub(r"(?<=\d)[,，](?=\d{3})", "", text)
    for relation, pattern in _ROWS:
        match = pattern.search(text)
        if match is not None:
            return _bound(relation, match)
    return None


def _bound(relation: str, match: re.Match[str]) -> Bound:
    said = match.groupdict()
    number, unit = said["n"] or said["a"] or "0", said["u"] or said.get("b") or said.get("v") or ""
    high = said.get("m")
    rate = unit[-1:] in "%％点"
    upper = _value(high, said["v"] or unit) if high else None
    return Bound(relation, _value(number, unit), upper, rate, match[0])


def _value(number: str, unit: str) -> Decimal:
    amount = Decimal(number) if number[0].isdigit() else Decimal(_written(number))
    return amount * _SIZES.get(unit[:1], 1)


_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}


def _written(number: str) -> int:
    """The value of a number below ten thousand that is written out: 一百, 三千五百, 百."""
    total, held = 0, 0
    for char in number:
        if char in _STEPS:
            total, held = total + (held or 1) * _STEPS[char], 0
        else:
            held = _DIGITS[char]
    return total + held
