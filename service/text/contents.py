"""The table of contents of a document as entries under each other: parts, sections, statements (目录条目)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import chinese_number, fold

#: A number; 「表五一般公共预算…」 is the fifth.
_N = r"[一二三四五六七八九十]{1,3}(?!般)|\d{1,3}"
#: How entries are numbered, outermost first; the last stands for those that are not.
_KINDS = tuple(
    regex(pattern)
    for pattern in (
        rf"^第(?P<n>{_N})(?:部分|[章篇])[、:：.]?",
        rf"^第(?P<n>{_N})节[、:：.]?",
        r"^(?P<n>[一二三四五六七八九十]{1,3})[、.．]",
        r"^[(（](?P<n>[一二三四五六七八九十]{1,3})[)）]",
        r"^(?P<n>\d{1,2})[、.．]",
        r"^[(（](?P<n>\d{1,2})[)）]",
        rf"^(?:公开|附)?(?:表0?(?P<t>{_N})|0?(?P<n>{_N})表)[、:：.．]?(?=[\u4e00-\u9fff“(（])|^附件(?P<a>{_N})?[、:：.．]?",
        r"^",
    )
)
_TABLE = regex(r"表(?:[(（][^()（）]*[)）])?$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: as printed, how deep, its number (0 for none), its title without it, its place among
    the lines, and the entries straight below it."""

    text: str
    kind: int
    number: int
    title: str
    line: int
    below: tuple[Entry, ...] = ()

    @property
    def is_statement(self) -> bool:
        """Whether it lists one statement, and is no heading over several."""
        return not self.below and bool(_TABLE.search(self.title))


def entries_of(chunk: Chunk) -> tuple[Entry, ...]:
    """The outermost entries of a table of contents, each with those below it."""
    flat = [_entry(text, i) for i, text in enumerate(chunk.text.split("\n")) if fold(text)]
    return _nested(flat)


def every(entries: Sequence[Entry]) -> list[Entry]:
    """All entries, those below others too, in the order printed."""
    return [one for entry in entries for one in (entry, *every(entry.below))]


def _entry(text: str, line: int) -> Entry:
    printed = re.sub(r"\s+", "", text)
    for kind, pattern in enumerate(_KINDS):
        match = pattern.match(printed)
        if match is not None:
            said = next(filter(None, match.groupdict().values()), "")
            return Entry(text, kind, _number(said), fold(printed[match.end() :]) or fold(printed), line)
    raise AssertionError("the last pattern matches every text")


def _number(text: str) -> int:
    return int(text) if text.isdigit() else chinese_number(text) or 0


def _nested(flat: Sequence[Entry]) -> tuple[Entry, ...]:
    """Entries with those that follow each at a deeper kind below it."""
    found: list[Entry] = []
    place = 0
    while place < len(flat):
        end = place + 1
        while end < len(flat) and flat[end].kind > flat[place].kind:
            end += 1
        one = flat[place]
        below = _nested(flat[place + 1 : end])
        found.append(Entry(one.text, one.kind, one.number, one.title, one.line, below))
        place = end
    return tuple(found)
