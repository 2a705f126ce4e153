"""「道路清扫保洁与垃圾收运」 is one name, though it has an 与 in it (带连词的名称)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.model import PHRASE_KINDS

_JOIN = regex("(?<=..)[和与跟及](?=..)")


def split_apart(text: str, mark: re.Pattern[str], facts: Sequence[Fact]) -> list[str]:
    """The pieces of a text between the marks, none of which is within a name that the documents print."""
    spans = list(_names_in(text, facts)) if _JOIN.search(text) else []
    pieces, start = [], 0
    for match in mark.finditer(text):
        if not any(low <= match.start() < high for low, high in spans):
            pieces.append(text[start : match.start()])
            start = match.end()
    return [*pieces, text[start:]]


def _names_in(text: str, facts: Sequence[Fact]) -> list[tuple[int, int]]:
    """Where names that join two words stand in a text."""
    told = {
        name
        for fact in facts
        if fact.subject.kind in PHRASE_KINDS
        for name in (fact.subject.name, *fact.subject.path[:1])
        if _JOIN.search(name)
    }
    found = ((text.find(name), len(name)) for name in map(fold, told))
    return [(at, at + size) for at, size in found if at >= 0]
