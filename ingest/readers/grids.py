"""Ruled cells and glyphs of a page to grids: every cell with its span, every glyph in its smallest cell (网格)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Box, Cell, Grid
from ingest.readers.lines import Glyph, glyphs_to_rows, rows_to_lines
from ingest.readers.parted import part_cells
from ingest.readers.under_heads import part_rows
from ingest.text import join_lines

#: Edges nearer than this (points) are one edge drawn twice.
_SAME_EDGE = 3.0
#: A cell may stick out of its frame by this much (points).
_SLACK = 1.0
#: Side of the tiles (points) by which cells are looked up.
_TILE = 48.0


def boxes_to_grid(boxes: Sequence[Box], page: int) -> Grid | None:
    """Cell boxes of one ruled table as a grid without text; None for a frame that is no table."""
    boxes = _without_frames([(round(a, 2), round(b, 2), round(c, 2), round(d, 2)) for a, b, c, d in boxes])
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
    near = _tiles(grid)
    held: dict[int, list[Glyph]] = {}
    outside: list[Glyph] = []
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        for index, (x0, top, x1, bottom) in near.get((int(x // _TILE), int(y // _TILE)), ()):
            if x0 <= x <= x1 and top <= y <= bottom:
                held.setdefault(index, []).append(glyph)
                break
        else:
            outside.append(glyph)
    parted, words = part_cells(*part_rows(grid, held))
    cells = tuple(
        replace(c, text=glyphs_to_text(words[i], c.page)) if words[i] else c for i, c in enumerate(parted)
    )
    return Grid(grid.page, grid.box, grid.rows, grid.columns, cells), outside


def _tiles(grid: Grid) -> dict[tuple[int, int], list[tuple[int, Box]]]:
    """The cells that reach into each tile of the page, smallest first, so that a glyph asks only those near it."""
    tiles: dict[tuple[int, int], list[tuple[int, Box]]] = {}
    for index in sorted(range(len(grid.cells)), key=lambda i: _area(grid.cells[i].box)):
        box = grid.cells[index].box
        for column in range(int(box[0] // _TILE), int(box[2] // _TILE) + 1):
            for row in range(int(box[1] // _TILE), int(box[3] // _TILE) + 1):
                tiles.setdefault((column, row), []).append((index, box))
    return tiles


def glyphs_to_text(glyphs: Sequence[Glyph], page: int) -> str:
    """Text of one cell, its lines joined."""
    return join_lines([line.text for line in rows_to_lines(glyphs_to_rows(glyphs), page)])


def _without_frames(boxes: Sequence[Box]) -> list[Box]:
    """Boxes that are cells: a box that holds two or more others whole is a frame drawn around them."""
    by_top = sorted(boxes, key=lambda box: box[1])
    tops = [box[1] for box in by_top]
    return [box for box in boxes if not _is_frame(box, by_top, tops)]


def _is_frame(box: Box, by_top: Sequence[Box], tops: Sequence[float]) -> bool:
    inner = 0
    for other in by_top[bisect_left(tops, box[1] - _SLACK) : bisect_left(tops, box[3])]:
        inner += other is not box and _covers(box, other)
        if inner == 2:
            return True
    return False


def _covers(outer: Box, inner: Box) -> bool:
    return (
        outer[0] <= inner[0] + _SLACK
        and outer[1] <= inner[1] + _SLACK
        and outer[2] >= inner[2] - _SLACK
        and outer[3] >= inner[3] - _SLACK
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
