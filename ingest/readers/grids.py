"""Ruled cells and glyphs of a page to grids: every cell with its span, every glyph in its smallest cell (网格)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ingest.model import Box, Cell, Grid
from ingest.readers.lines import Glyph, glyphs_to_rows, rows_to_lines
from ingest.text import join_lines

#: Edges nearer than this (points) are one edge drawn twice.
_SAME_EDGE = 3.0


def boxes_to_grid(boxes: Sequence[Box], page: int) -> Grid | None:
    """Cell boxes of one ruled table as a grid without text; None for a frame that is no table."""
    boxes = _without_frames(boxes)
    xs = _edges([x for box in boxes for x in (box[0], box[2])])
    ys = _edges([y for box in boxes for y in (box[1], box[3])])
    if len(xs) < 3 or len(boxes) < 2:
        return None
    cells = []
    for box in sorted(boxes, key=lambda b: (b[1], b[0])):
        column, column_end = _index(xs, box[0]), _index(xs, box[2])
        row, row_end = _index(ys, box[1]), _index(ys, box[3])
        if column < column_end and row < row_end:
            cells.append(Cell("", page, box, row, column, row_end, column_end))
    frame = (xs[0], ys[0], xs[-1], ys[-1])
    return Grid(page, frame, len(ys) - 1, len(xs) - 1, tuple(cells))


def fill_grid(grid: Grid, glyphs: Sequence[Glyph]) -> tuple[Grid, list[Glyph]]:
    """The grid with its text, and the glyphs that lie in none of its cells."""
    order = sorted(range(len(grid.cells)), key=lambda i: _area(grid.cells[i].box))
    held: dict[int, list[Glyph]] = {}
    outside: list[Glyph] = []
    for glyph in glyphs:
        index = next((i for i in order if _holds(grid.cells[i].box, glyph)), None)
        if index is None:
            outside.append(glyph)
        else:
            held.setdefault(index, []).append(glyph)
    cells = tuple(
        Cell(glyphs_to_text(held.get(i, ()), c.page), c.page, c.box, c.row, c.column, c.row_end, c.column_end)
        for i, c in enumerate(grid.cells)
    )
    return Grid(grid.page, grid.box, grid.rows, grid.columns, cells), outside


def glyphs_to_text(glyphs: Sequence[Glyph], page: int) -> str:
    """Text of one cell, its lines joined."""
    return join_lines([line.text for line in rows_to_lines(glyphs_to_rows(glyphs), page)])


def _without_frames(boxes: Sequence[Box]) -> list[Box]:
    """Boxes that are cells: a box that holds two or more others whole is a frame drawn around them."""
    kept = []
    for box in boxes:
        inner = sum(1 for other in boxes if other is not box and _covers(box, other))
        if inner < 2:
            kept.append(box)
    return kept


def _covers(outer: Box, inner: Box) -> bool:
    slack = 1.0
    return (
        outer[0] <= inner[0] + slack
        and outer[1] <= inner[1] + slack
        and outer[2] >= inner[2] - slack
        and outer[3] >= inner[3] - slack
        and _area(inner) < 0.9 * _area(outer)
    )


def _edges(values: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SAME_EDGE:
            edges.append(value)
    return edges


def _index(edges: Sequence[float], value: float) -> int:
    """Index of the edge nearest to ``value``."""
    right = bisect_left(edges, value)
    if right == len(edges) or (right > 0 and value - edges[right - 1] <= edges[right] - value):
        return right - 1
    return right


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _holds(box: Box, glyph: Glyph) -> bool:
    return box[0] <= (glyph.x0 + glyph.x1) / 2 <= box[2] and box[1] <= glyph.middle <= box[3]
