"""Tables of words and figures in turn, 「编制人数 │ 58 │ 公务用车数 │ 4」: each pair is a row (逐对填写的表)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.header import rows_of
from ingest.model import Cell, Table
from ingest.numbers import parse_quantity
from ingest.patterns import regex
from ingest.text import fold

Pair = tuple[Cell, Cell]

#: What heads a column of figures: a first row of such words is a head, and no pair of a name and what it is.
_HEADS = regex(r"(?:数|额|值|量|率|项目|名称|情况|内容|备注|单位|来源|\d年度?)$")


def pairs_to_rows(table: Table) -> Table | None:
    """The table with a row for each pair; None for a table that has heads, or figures that stand next to each other."""
    rows = list(rows_of(table).values())
    pairs = [pair for row in rows for pair in _pairs(row)]
    told = sum(1 for row in rows if sum(1 for _, value in _pairs(row) if parse_quantity(value.text)) > 1)
    if told < 2 or _is_headed(rows[0]) or not all(map(_is_in_pairs, rows)):
        return None
    cells = tuple(
        replace(cell, row=index, row_end=index + 1, column=column, column_end=column + 1)
        for index, pair in enumerate(pairs)
        for column, cell in enumerate(pair)
    )
    return replace(table, cells=cells, rows=len(pairs), columns=3)  # no cell is as wide as the table


def _pairs(row: Sequence[Cell]) -> Iterator[Pair]:
    yield from zip(row[::2], row[1::2], strict=False)


def _is_in_pairs(row: Sequence[Cell]) -> bool:
    """Whether each name of a row has one value behind it; a row of one cell is a heading or a remark."""
    named = all(parse_quantity(name.text) is None for name, _ in _pairs(row))
    return named and (len(row) == 1 or len(row) % 2 == 0)


def _is_headed(row: Sequence[Cell]) -> bool:
    """Whether a first row is a head: words alone, some of them twice, or such as head figures."""
    texts = [fold(cell.text) for cell in row]
    if any(parse_quantity(cell.text) for cell in row):
        return False
    return len(set(texts)) < len(texts) or any(_HEADS.search(value) for value in texts[1::2])
