"""Cells that a missing upright line runs together, told apart by where their words stand (缺竖线的格)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.model import Cell, Grid
from ingest.numbers import parse_number
from ingest.readers.lines import Glyph

#: Words of two columns stand this many type sizes apart, and those of one nearer.
_APART = 0.9
#: Words are in the middle of their column give or take this share of its width, or this far (points) from its left.
_OFF, _INDENT = 0.18, 6.0

Held = Mapping[int, list[Glyph]]


def part_cells(grid: Grid, held: Held) -> tuple[list[Cell], dict[int, list[Glyph]]]:
    """The cells of a grid and their glyphs, those over several columns that hold words of each of them parted.

    Only where what stands right below is a row of figures: a heading over others is no two headings.
    """
    edges = {c.column: c.box[0] for c in grid.cells} | {c.column_end: c.box[2] for c in grid.cells}
    cells: list[Cell] = []
    glyphs: dict[int, list[Glyph]] = {}
    for index, cell in enumerate(grid.cells):
        runs = _runs(cell, held.get(index, []), edges) if _is_above_figures(cell, grid, held) else []
        if not runs:
            glyphs[len(cells)] = list(held.get(index, []))
            cells.append(cell)
        for column, run in enumerate(runs, start=cell.column):
            glyphs[len(cells)] = run
            box = (edges[column], cell.box[1], edges[column + 1], cell.box[3])
            cells.append(replace(cell, box=box, column=column, column_end=column + 1))
    return cells, glyphs


def _is_above_figures(cell: Cell, grid: Grid, held: Held) -> bool:
    if cell.column_end - cell.column < 2:
        return False
    below = [
        "".join(g.text for g in sorted(held.get(i, []), key=lambda g: g.x0))
        for i, c in enumerate(grid.cells)
        if c.row == cell.row_end and cell.column <= c.column < cell.column_end
    ]
    return len(below) > 1 and any(parse_number(text) is not None for text in below)


def _runs(cell: Cell, glyphs: Sequence[Glyph], edges: Mapping[int, float]) -> list[list[Glyph]]:
    """The words of each column of a cell, left to right; none where they are not clearly of one column each."""
    columns = range(cell.column, cell.column_end)
    if not all(column in edges for column in (*columns, cell.column_end)):
        return []
    runs: list[list[Glyph]] = [[] for _ in columns]
    for glyph in glyphs:
        middle = (glyph.x0 + glyph.x1) / 2
        index = next((i for i, c in enumerate(columns) if edges[c] <= middle <= edges[c + 1]), None)
        if index is None or glyph.x0 < edges[columns[index]] - 1 or glyph.x1 > edges[columns[index] + 1] + 1:
            return []
        runs[index].append(glyph)
    placed = all(_is_placed(run, edges[c], edges[c + 1]) for run, c in zip(runs, columns, strict=True))
    return runs if placed and all(_are_apart(a, b) for a, b in pairwise(runs)) else []


def _is_placed(run: Sequence[Glyph], left: float, right: float) -> bool:
    """Whether words are two characters at least, and in the middle of their column or at its left."""
    if len(run) < 2:
        return False
    start, end = min(g.x0 for g in run), max(g.x1 for g in run)
    centred = abs((start + end) / 2 - (left + right) / 2) <= _OFF * (right - left)
    return centred or start - left <= _INDENT


def _are_apart(one: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    size = max(g.bottom - g.top for g in (*one, *other))
    return min(g.x0 for g in other) - max(g.x1 for g in one) >= _APART * size
