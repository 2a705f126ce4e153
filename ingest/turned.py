"""Places on pages that were turned to be read, as they stand on the page that people see (转回原页)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ingest.model import Box, Check, Chunk, Line, Operand, Page, Reading, Side, Table
from ingest.readers.sheet import as_displayed

Place = Callable[[int, Box], Box]


def as_shown(reading: Reading, pages: Sequence[Page]) -> Reading:
    """The same reading with every box where its page shows it; most documents have no turned page."""
    turned = {page.number: page for page in pages if page.turn}
    if not turned:
        return reading

    def place(number: int, box: Box) -> Box:
        page = turned.get(number)
        return box if page is None else _rounded(as_displayed(box, page.turn, page.width, page.height))

    sources = [replace(f.source, box=place(f.source.page, f.source.box)) for f in reading.facts]
    return replace(
        reading,
        facts=tuple(replace(f, source=s) for f, s in zip(reading.facts, sources, strict=True)),
        tables=tuple(_table(table, place, turned) for table in reading.tables),
        chunks=tuple(_chunk(chunk, place) for chunk in reading.chunks),
        misread=tuple(replace(m, box=place(m.page, m.box)) for m in reading.misread),
        checks=tuple(_check(check, place) for check in reading.checks),
    )


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


def _table(table: Table, place: Place, turned: Mapping[int, Page]) -> Table:
    if not turned.keys() & set(table.pages):
        return table
    return replace(
        table,
        cells=tuple(replace(c, box=place(c.page, c.box)) for c in table.cells),
        caption=tuple(_line(line, place) for line in table.caption),
        footnotes=tuple(_line(line, place) for line in table.footnotes),
    )


def _line(line: Line, place: Place) -> Line:
    return replace(line, box=place(line.page, line.box))


def _chunk(chunk: Chunk, place: Place) -> Chunk:
    return replace(chunk, places=tuple((page, place(page, box)) for page, box in chunk.places))


def _check(check: Check, place: Place) -> Check:
    return replace(check, left=_side(check.left, place), right=_side(check.right, place))


def _side(side: Side, place: Place) -> Side:
    return replace(side, operands=tuple(_operand(o, place) for o in side.operands))


def _operand(operand: Operand, place: Place) -> Operand:
    return operand if operand.document_id else replace(operand, box=place(operand.page, operand.box))
