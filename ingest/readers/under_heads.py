"""Rows under headings that alone have uprights, told apart at the edges of these (只有表头有竖线的表)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.model import Cell, Grid
from ingest.numbers import parse_number
from ingest.readers.lines import Glyph

#: A character reaches over an edge by more than this (points).
_OVER = 1.5
#: Words of two columns stand this many type sizes apart at least.
_APART = 0.3
#: So many columns at least, so that the words of a form's long rows are not taken for cells.
_COLUMNS = 3

Held = Mapping[int, list[Glyph]]


def part_rows(grid: Grid, held: Held) -> tuple[Grid, Held]:
    """The grid and its glyphs, each row that runs over all columns parted at the edges of the headings above.

    Only where every row below the headings runs over all columns, most say something in two columns and more, and
    no word runs over an edge there: a note or a title stays one cell.
    """
    edges, wide = _edges(grid), _body(grid)
    if grid.columns < _COLUMNS or len(edges) != grid.columns + 1 or not wide:
        return grid, held
    rows = {i: runs for i in wide if (runs := _runs(held.get(i, []), edges))}
    said = [i for i in wide if held.get(i)]
    full = [runs for runs in rows.values() if sum(map(bool, runs)) > 1]
    if 2 * len(full) <= len(said) or not any(_has_figure(runs) for runs in full):
        return grid, held
    cells: list[Cell] = []
    glyphs: dict[int, list[Glyph]] = {}
    for index, cell in enumerate(grid.cells):
        for column, run in enumerate(rows.get(index, [])):
            glyphs[len(cells)] = run
            box = (edges[column], cell.box[1], edges[column + 1], cell.box[3])
            cells.append(replace(cell, box=box, column=column, column_end=column + 1))
        if index not in rows:
            glyphs[len(cells)] = list(held.get(index, []))
            cells.append(cell)
    return replace(grid, cells=tuple(cells)), glyphs


def _edges(grid: Grid) -> list[float]:
    found = {c.column: c.box[0] for c in grid.cells} | {c.column_end: c.box[2] for c in grid.cells}
    return [found[column] for column in sorted(found)]


def _body(grid: Grid) -> list[int]:
    """The cells below the headings, where all of them run over all columns and the headings part these."""
    narrow = [c for c in grid.cells if c.column_end - c.column < grid.columns]
    top = max((c.row_end for c in narrow), default=0)
    heads = {c.column for c in narrow if c.row_end == top and c.column_end - c.column == 1}
    whole = heads == set(range(grid.columns))
    return [i for i, c in enumerate(grid.cells) if c.row >= top] if whole else []


def _runs(glyphs: Sequence[Glyph], edges: Sequence[float]) -> list[list[Glyph]]:
    """The words of each column; none where a word runs over an edge."""
    runs: list[list[Glyph]] = [[] for _ in edges[1:]]
    for glyph in glyphs:
        middle = (glyph.x0 + glyph.x1) / 2
        index = next((i for i, (a, b) in enumerate(pairwise(edges)) if a <= middle <= b), None)
        if index is None or glyph.x0 < edges[index] - _OVER or glyph.x1 > edges[index + 1] + _OVER:
            return []
        runs[index].append(glyph)
    return runs if all(_are_apart(a, b) for a, b in pairwise(runs)) else []


def _are_apart(one: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    if not one or not other:
        return True
    size = max(g.bottom - g.top for g in (*one, *other))
    return min(g.x0 for g in other) - max(g.x1 for g in one) >= _APART * size


def _has_figure(runs: Sequence[Sequence[Glyph]]) -> bool:
    return any(parse_number("".join(g.text for g in sorted(run, key=lambda g: g.x0))) for run in runs if run)
