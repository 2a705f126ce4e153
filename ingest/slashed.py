"""Columns of two figures, 「执行率/得分」 over 「92.21%/9.22」: parted into a column for each (一栏两数)."""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Cell, Table
from ingest.patterns import regex
from ingest.quantities import whole_quantity

#: What stands on both sides of the stroke in such a heading.
_ONE = (
    r"(?:预算|资金)?(?:[\u4e00-\u9fff]{0,4}(?:率|得分|分值|权重|预算数|执行数|指标值|完成值))"
    r"(?:[(（][^）)]{1,4}[)）])?"
)
_HEADING = regex(rf"^(?P<one>{_ONE})\s*[/／]\s*(?P<other>{_ONE})$")
_BETWEEN = regex(r"\s*[/／]\s*")


def part_slashed(table: Table) -> Table:
    """The table with two columns for each that is headed so; the table itself where none is."""
    heads = [c for c in table.cells if _HEADING.match(c.text)]
    if not heads:
        return table
    cells = [part for cell in table.cells for part in _parted(cell, heads)]
    return replace(table, cells=tuple(cells), columns=table.columns * 2)


def _parted(cell: Cell, heads: list[Cell]) -> list[Cell]:
    """A cell in the wider table: its two halves where it is such a heading or two figures below one."""
    wide = replace(cell, column=cell.column * 2, column_end=cell.column_end * 2)
    heading = _HEADING.match(cell.text)
    below = any(
        h.row < cell.row and (h.column, h.column_end) == (cell.column, cell.column_end) for h in heads
    )
    texts = [heading["one"], heading["other"]] if heading else _BETWEEN.split(cell.text) if below else []
    if len(texts) != 2 or not (heading or all(map(whole_quantity, texts))):
        return [wide]
    middle = (wide.column + wide.column_end) // 2
    return [replace(wide, text=texts[0], column_end=middle), replace(wide, text=texts[1], column=middle)]
