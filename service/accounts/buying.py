"""Sorts of purchases by their bare words, where the question is about purchases (采购的三类)."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.patterns import regex
from service.model import Operation, Term
from service.read.terms import Match
from service.read.wording import Wording

#: What may stand behind the word for a sort of purchases.
_SORT_ALONE = regex(
    r"货物|工程|服务|类|哪|谁|的|占|和|与|及|跟|多少|有|是|各|分别|采购|支出|花|预算|[，。？?]|$"
)
_SORTS = ("政府采购货物支出", "政府采购工程支出", "政府采购服务支出")


def of_purchases(
    wording: Wording, matches: list[Match[Term]], asked: Operation | None = None
) -> list[Match[Term]]:
    """「政府采购里服务占多少」: where purchases are named, 货物, 工程 and 服务 are sorts of them."""
    matches = _goods_beside(matches)
    if not any(m.value.name in ("政府采购支出", *_SORTS) for m in matches):
        return matches
    found = list(matches)
    for sort in _SORTS:
        for said in re.finditer(sort[4:6], wording.text):
            over = any(m.start < said.end() and said.start() < m.end for m in matches)
            if not over and not wording.taken[said.start()] and _SORT_ALONE.match(wording.text[said.end() :]):
                found.append(Match(said.start(), said.end(), said[0], Term(sort, "政府采购")))
    found = _goods_beside(found)
    if asked is not Operation.SHARE:
        found = _without_whole(found)
    return sorted(found, key=lambda m: m.start)


def _goods_beside(matches: list[Match[Term]]) -> list[Match[Term]]:
    """「买东西和买服务各花了多少」: beside another sort of purchase, things bought are goods and not all purchases."""
    sorts = any(m.value.name in _SORTS for m in matches if m.word != "买东西")
    goods = Term(_SORTS[0], "政府采购")
    return [replace(m, value=goods) if sorts and m.word == "买东西" else m for m in matches]


def _without_whole(matches: list[Match[Term]]) -> list[Match[Term]]:
    """「采购里货物和服务各多少」: where sorts are named, 采购 alone only says of what; a whole is none of its parts."""
    if not any(m.value.name in _SORTS for m in matches):
        return matches
    return [
        m for m in matches if m.value.name != "政府采购支出" or any(sort[4:6] in m.word for sort in _SORTS)
    ]
