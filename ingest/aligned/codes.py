"""Codes of accounts that stand in parts, 类 款 项 each in a column of its own below one heading (编码分栏)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.aligned.columns import Column
from ingest.aligned.rows import Row
from ingest.aligned.words import Word, around, overlap
from ingest.patterns import regex

_CLASS, _BELOW = regex(r"[1-9]\d\d"), regex(r"\d\d")
#: Headings of the parts, where each has one of its own.
_PARTS = frozenset("类款项")


def join_codes(rows: Sequence[Row], columns: Sequence[Column], headings: Iterable[str]) -> list[Row]:
    """The rows with the parts of each code as one word, unless the parts have headings; as they were if there are none.

    A part further on is printed only behind those before it, as a tree of accounts has it.
    """
    first = next((i for i, column in enumerate(columns) if column.codes), None)
    if first is None or _PARTS & set(headings):
        return list(rows)
    places = columns[first : first + 3]
    for count in (3, 2):
        parts = [[_in(row, column) for column in places[:count]] for row in rows]
        if len(places) >= count and _are_codes(parts):
            return [
                _joined(row, [w for w in own if w is not None]) for row, own in zip(rows, parts, strict=True)
            ]
    return list(rows)


def _in(row: Row, column: Column) -> Word | None:
    return next((word for word in row if word.is_number and overlap(word.box, column.box)), None)


def _are_codes(parts: Sequence[Sequence[Word | None]]) -> bool:
    seen = [0] * len(parts[0])
    for own in parts:
        held = [word.text for word in own if word is not None]
        if [w is not None for w in own] != [i < len(held) for i in range(len(own))]:
            return False
        if held and not (_CLASS.fullmatch(held[0]) and all(_BELOW.fullmatch(text) for text in held[1:])):
            return False
        seen = [count + (i < len(held)) for i, count in enumerate(seen)]
    return all(seen) and seen[0] > seen[-1]


def _joined(row: Row, parts: Sequence[Word]) -> Row:
    if len(parts) < 2:
        return row
    whole = replace(parts[0], text="".join(w.text for w in parts), box=around(w.box for w in parts))
    return [whole, *(word for word in row if not any(word is part for part in parts))]
