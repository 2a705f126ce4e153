"""Where the figures of a sentence stand in it, and what is between them (句中位置)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Fact
from ingest.numbers import parse_number
from ingest.patterns import regex
from ingest.text import fold

_NUMBER = regex(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_OPEN, _CLOSED = "（(", "）)"
#: What stands before a name and is no part of it: the rest of a bracket, words that lead to the first of a list.
_BEFORE = regex(
    r"^[^（(]*[）)][、，]?|^(?:全年|年内|累计|共计|共(?=[^享同建治])|分别(?:来自|为|是)?|其中|以及|[和及与]|发现|查处|受理|接到|收到|新建(?=..)|开展(?:了)?|组织(?:了)?|举办(?:了)?|完成(?:了)?|发放(?:了)?|抽检|获得?(?=.{2})|办理)+(?=..)"
)
_BRACKETED = regex(r"[（(][^（()）]*[）)]")


@dataclass(frozen=True, slots=True)
class Item:
    """One figure of a sentence: where number and unit stand, and in how many brackets."""

    fact: Fact
    start: int
    end: int
    depth: int

    @property
    def name(self) -> str:
        """What it is called, folded, without what only leads to it."""
        return own_name(self.fact)


def own_name(fact: Fact) -> str:
    """The name of a listed figure, folded, without what leads to it and without brackets."""
    bare = _BRACKETED.sub("", fact.subject.name)
    return fold(_BEFORE.sub("", bare) or bare)


def items_of(quote: str, held: Sequence[Fact]) -> list[Item]:
    """The figures in the order in which they are printed, each at its own number."""
    numbers = [(m.start(), m.end(), parse_number(m[0])) for m in _NUMBER.finditer(quote)]
    found: list[Item] = []
    last = -1
    for fact in held:
        for start, end, value in numbers:
            if start > last and value == fact.value:
                close = end + (1 if quote[end : end + 1] in "余多" else 0)
                close += len(fact.unit) if quote.startswith(fact.unit, close) else 0
                found.append(Item(fact, start, close, depth(quote, start)))
                last = start
                break
    return found


def depth(quote: str, place: int) -> int:
    """How many brackets are open at a place."""
    before = quote[:place]
    return sum(before.count(c) for c in _OPEN) - sum(before.count(c) for c in _CLOSED)


def closing(quote: str, start: int) -> int:
    """Where the bracket that opens at a place closes, else the end of the sentence."""
    level = depth(quote, start)
    ends = (m.start() for m in re.finditer("[）)]", quote) if m.start() > start)
    return next((end for end in ends if depth(quote, end + 1) == level), len(quote))


def plain_between(quote: str, start: int, end: int) -> str:
    """What stands between two places, without what is in brackets."""
    return _BRACKETED.sub("", quote[start:end])
