"""Running text straight above a table: lines of a paragraph that are no title of it (表上的正文)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Line
from ingest.numbers import unit_of
from ingest.patterns import regex

#: So many characters with the end of a clause among them are running text, where they are no title.
_LEAST, _CLAUSE, _TITLED = 24, regex("[，。；]"), regex("表(?:[(（][^)）]*[)）])?$")
_ENDED = "。；：:"


def is_running(text: str) -> bool:
    """Whether a line is of a paragraph that goes on in the next one: clauses, and no title or unit."""
    clauses = len(text) >= _LEAST and _CLAUSE.search(text)
    return bool(clauses) and not unit_of(text) and not _TITLED.search(text)


def has_text(lines: Sequence[Line]) -> bool:
    """Whether text runs in the lines above or below a table; one that goes on over the page has none there."""
    return sum(is_running(line.text) or line.text[-1] in "。；" for line in lines) > 1


def without_tail(caption: Sequence[Line], lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above a table without the end of a paragraph, 「…情况如下表：」, whose unit may be the table's."""
    at = lines.index(caption[0]) if caption and caption[0] in lines else 0
    if not at:
        return caption
    before = lines[at - 1]
    above = before.box[3] <= caption[0].box[1] + 1 and before.text[-1] not in _ENDED
    return caption[1:] if above and is_running(before.text) else caption
