"""Names that a page break cuts in two: 「社会保障和就」 ends a page, 「业支出」 starts the next (断行)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.accounts import is_total_word, label_to_account, label_to_class, label_to_economy, strip_ordinal
from ingest.entities import is_body
from ingest.model import Cell
from ingest.numbers import parse_number
from ingest.patterns import regex

_CODED = regex(r"^\d{3,7}(?:\s*[\u4e00-\u9fff]|$)")


def mend(before: Sequence[Cell], after: Sequence[Cell]) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """The cells of both pages with a name that was cut whole again, in the row that holds its numbers.

    ``before`` are a table's cells so far, ``after`` those of its continuation without its repeated head.
    """
    foot, top = (
        _row(before, max((c.row for c in before), default=0)),
        _row(after, min((c.row for c in after), default=0)),
    )
    swaps: dict[int, Cell] = {}
    for second in top:
        first = next((c for c in foot if c.column == second.column), None)
        if first is None or not _cut(first, second, foot, top):
            continue
        whole = first.text + second.text
        held = _numbers(foot, first, top)
        swaps[id(first)] = replace(first, text=whole if held else "")
        swaps[id(second)] = replace(second, text="" if held else whole)
    return tuple(swaps.get(id(c), c) for c in before), tuple(swaps.get(id(c), c) for c in after)


def _cut(first: Cell, second: Cell, foot: Sequence[Cell], top: Sequence[Cell]) -> bool:
    """Whether two cells are one name: together a known one, or the tail of a coded row that has all its numbers."""
    if parse_number(second.text) is not None or parse_number(first.text) is not None:
        return False
    if bool(_numbers(foot, first, top)) == bool(_numbers(top, second, foot)):
        return False
    if _known(first.text + second.text) and not _known(second.text):
        return True
    coded = any(_CODED.match(c.text) for c in foot)
    bare = (
        not any(parse_number(c.text) is not None for c in top) and strip_ordinal(second.text) == second.text
    )
    return (
        coded
        and bare
        and not _known(second.text)
        and not is_total_word(second.text)
        and not is_body(second.text)
    )


def _known(text: str) -> bool:
    return any(known(text) is not None for known in (label_to_account, label_to_class, label_to_economy))


def _numbers(row: Sequence[Cell], name: Cell, other: Sequence[Cell]) -> list[Cell]:
    """Numbers of a row that belong to a name: those to its right, up to the next words in either row."""
    words = [c.column for c in (*row, *other) if c.column > name.column and parse_number(c.text) is None]
    limit = min(words, default=10_000)
    return [c for c in row if name.column < c.column < limit and parse_number(c.text) is not None]


def _row(cells: Sequence[Cell], row: int) -> list[Cell]:
    return [c for c in cells if c.row == row and c.text]
