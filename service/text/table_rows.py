"""Rows of tables as passages tell them, each cell under the heading of its column (表格行)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ingest.model import Chunk
from ingest.numbers import parse_number
from ingest.patterns import regex
from ingest.text import fold
from service.text.lines import Line, text_of
from service.text.sentences import lines_of

#: Where the next cell begins: a comma within a cell is followed by no heading.
_NEXT = regex(r"，(?=[^，：。]{1,16}：)")
#: The column that says what a row is of, and rows that are sums.
_NAME = regex(r"名称|采购(?:内容|项目|品目)|品目|项目$")
_SUM = regex(r"^(?:合计|小计|总计|共计)$")
#: A row says so many columns and more.
_CELLS = 3


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its cells by the headings of their columns, what it is of, the table's heading, and where it is told."""

    cells: tuple[tuple[str, str], ...]
    name: str
    table: str
    line: Line

    def value(self, label: str) -> str:
        """What stands under a heading; empty where nothing does."""
        return next((value for said, value in self.cells if said == label), "")


def table_rows(chunks: Iterable[Chunk]) -> list[TableRow]:
    """The rows that are told cell by cell under headings, without sums and without those that only head others."""
    return [row for chunk in chunks for row in _rows_of(chunk)]


@lru_cache(maxsize=1 << 12)
def _rows_of(chunk: Chunk) -> tuple[TableRow, ...]:
    return tuple(row for line in lines_of([chunk]) if (row := _read(line)) is not None)


def number_of(value: str) -> tuple[str, str]:
    """The number that a cell begins with and the unit behind it; empty where the cell is words, a code or a date."""
    said = re.fullmatch(r"(?P<n>[\d,]+(?:\.\d+)?)\s*(?P<u>[^\d\s]{0,3})", value)
    if said is None or parse_number(said["n"]) is None:
        return "", ""
    return said["n"].replace(",", ""), said["u"]


def _read(line: Line) -> TableRow | None:
    text = text_of(line)
    if "：" not in text or len(text) > 600:
        return None
    first, *rest = _NEXT.split(text.rstrip("。"))
    lead = (
        "" if "：" in first else first.split("，")[-1]
    )  # what stands before the first heading, as in a form
    parts = [part.partition("：") for part in (rest if lead else (first, *rest))]
    cells = tuple((fold(label), value.strip()) for label, mark, value in parts if mark)
    if len(cells) < _CELLS or len(cells) < len(parts) or all(label == fold(value) for label, value in cells):
        return None
    if any(_SUM.match(fold(value)) for value in (lead, *(value for _, value in cells))):
        return None
    named = [value for label, value in cells if _NAME.search(label) and not number_of(value)[0]]
    name = lead or (named[0] if named else cells[0][1])
    path = line[0].chunk.path
    return TableRow(cells, name, path[-1] if path else "", line)
