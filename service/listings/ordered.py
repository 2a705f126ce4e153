"""Which place of an order is asked for: 最贵的, 排第二, 前三, 倒数第二 (问名次)."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.patterns import regex
from ingest.text import chinese_number
from service.model import Plan

_MOST = regex(r"最(?:[多大贵高]|好)")
_LEAST = regex(r"最(?:[少小低差]|便宜)|从(?:小到大|低到高|少到多)|倒数")
_N = r"(?P<n>[一二两三四五六七八九十]|\d{1,2})"
_PLACE = regex(
    rf"(?:排|第)(?:在|第)*{_N}(?:名|位|多|大|贵|高|的|[^年季批期包届次，]|$|，)|倒数第?{_N.replace('<n>', '<m>')}"
)
_TOP = regex(
    rf"前{_N}(?!个?(?:季度|月|年|天|期))|最[多大贵高少小低]的(?P<m>[二两三四五六七八九十]|\d)(?:个|项|样|家|所|种|笔)"
)
_SORTED = regex(r"排|从[大高多小低少]到|第[一二三四五六七八九十\d]+[多大贵高]")


@dataclass(frozen=True, slots=True)
class Order:
    """Places of an order: from the ``least`` on, the ``nth`` alone or the first ``count``."""

    least: bool
    nth: int
    count: int


def order_of(text: str, plan: Plan) -> Order | None:
    """The places that a question asks for; None where it sets nothing in order."""
    place, top = _PLACE.search(text), _TOP.search(text)
    least = bool(_LEAST.search(text)) or (plan.least and not _MOST.search(text))
    if not (_MOST.search(text) or _LEAST.search(text) or (place and _SORTED.search(text)) or top):
        return None
    if top is not None:
        return Order(least, 0, _value(top["n"] or top["m"]))
    if place is not None:
        return Order(least, _value(place["n"] or place["m"]), 1)
    return Order(least, 0, 1)


def _value(number: str) -> int:
    return int(number) if number.isdigit() else chinese_number(number.replace("两", "二")) or 1
