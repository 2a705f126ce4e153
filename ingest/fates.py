"""What became of each cell of a table: a figure, a name, a code, not understood (单元格去向)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.header import Head, Role, read_head
from ingest.model import Box, Cell, Origin, Reading
from ingest.numbers import parse_quantity


class Fate(StrEnum):
    """What a cell was taken for; a text with numbers in it (a target, a name) is no figure."""

    FACT = "读成数字"
    MISREAD = "列为没读懂"
    SILENT = "漏掉"
    CODE = "编码"
    INDEX = "序号、栏次"
    TEXT = "文字里的数字"
    HEADING = "表头"
    LABEL = "行名、文字"
    BLANK = "空白"


@dataclass(frozen=True, slots=True)
class Places:
    """Pages and boxes of the cells of one reading that gave a fact, and of those that were not understood."""

    told: Collection[tuple[int, Box]]
    misread: Collection[tuple[int, Box]]


def places_of(reading: Reading) -> Places:
    """Where the figures of a reading stand."""
    return Places(
        {(f.source.page, f.source.box) for f in reading.facts if f.origin is Origin.CELL},
        {(m.page, m.box) for m in reading.misread},
    )


def number_fate(cell: Cell, head: Head, places: Places) -> Fate:
    """What became of a cell that holds a digit."""
    place = (cell.page, cell.box)
    if place in places.told:
        return Fate.FACT
    return Fate.MISREAD if place in places.misread else _no_figure(cell, head)


def cell_fate(cell: Cell, head: Head, places: Places) -> Fate:
    """What became of any cell of a table."""
    if not cell.text.strip():
        return Fate.BLANK
    fate = number_fate(cell, head, places) if re.search(r"\d", cell.text) else Fate.TEXT
    if fate is not Fate.TEXT:
        return fate
    return Fate.HEADING if cell.row < head.start or cell.row in head.subheads else Fate.LABEL


def fates_on(reading: Reading, page: int) -> Iterator[tuple[Cell, Fate]]:
    """The cells of all tables on one page, with what became of them."""
    places = places_of(reading)
    for table in reading.tables:
        if page in table.pages:
            head = read_head(table)
            yield from ((c, cell_fate(c, head, places)) for c in table.cells if c.page == page)


def told_lines(reading: Reading, page: int) -> Sequence[tuple[Box, Origin]]:
    """Boxes of the sentences and declarations on one page that gave a fact."""
    return [
        (f.source.box, f.origin)
        for f in reading.facts
        if f.source.page == page and f.origin is not Origin.CELL
    ]


def _no_figure(cell: Cell, head: Head) -> Fate:
    """A code, a counter or a year by where it stands and how it looks; what looks like an amount is none of them."""
    text = re.sub(r"\s", "", cell.text)
    if parse_quantity(cell.text) is None and re.search(r"[^\d.,，%\-]|[\d%]-", text):
        return Fate.TEXT  # words, a range, a date
    if not re.fullmatch(r"\d{1,8}", text):
        return Fate.SILENT
    role = head.roles[cell.column]
    if role is Role.CODE:
        return Fate.CODE
    counter = role is Role.INDEX or cell.row < head.start
    return Fate.INDEX if counter and re.fullmatch(r"\d{1,3}|20\d\d", text) else Fate.SILENT
