"""Headings printed above the frame of a ruled table, without lines of their own, put in as its head (框外表头)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.aligned.columns import Column, Unclear
from ingest.aligned.heads import Tree, words_to_tree
from ingest.aligned.stacked import stack_heads
from ingest.aligned.words import Word, line_to_words
from ingest.model import Box, Cell, Grid, Page
from ingest.numbers import parse_number, unit_of
from ingest.patterns import regex
from ingest.text import fold

#: Headings follow each other, and the frame them, within this many of their heights.
_NEAR = 2.2
#: Words of a heading stand at least this far (points) within their column.
_INSET = 1.0
_COUNTER = regex(r"栏次|行次|\d{1,2}")


def put_heads(page: Page) -> Page:
    """The page with the headings that stand above a frame as rows of its grid; as it was where they are not certain."""
    grids: list[Grid] = []
    taken: set[int] = set()
    for grid in page.grids:
        above = _lines_above(page, grid) if _starts_with_body(grid) else []
        tree = _tree([line_to_words(page.lines[i]) for i in above], grid) if above else None
        grids.append(grid if tree is None else _headed(grid, tree))
        taken |= set(above) if tree is not None else set()
    if not taken:
        return page
    lines = tuple(line for index, line in enumerate(page.lines) if index not in taken)
    return replace(page, lines=lines, grids=tuple(grids))


def _starts_with_body(grid: Grid) -> bool:
    """Whether the first row of a frame prints an amount: its headings are elsewhere, or there are none."""
    first = [c.text for c in grid.cells if c.row == 0 and c.text]
    return any(parse_number(text) is not None and len(text) > 3 for text in first)


def _lines_above(page: Page, grid: Grid) -> list[int]:
    """Lines between the title or the unit and the frame, from the frame up."""
    found: list[int] = []
    top = grid.box[1]
    for index in reversed(range(len(page.lines))):
        line = page.lines[index]
        if (line.box[1] + line.box[3]) / 2 > grid.box[1]:
            continue
        height = line.box[3] - line.box[1]
        inside = grid.box[0] - _INSET <= line.box[0] and line.box[2] <= grid.box[2] + _INSET
        if not inside or top - line.box[3] > _NEAR * height or _is_caption(line.text):
            break
        found.append(index)
        top = min(top, line.box[1])
    return sorted(found)


def _is_caption(text: str) -> bool:
    return bool(unit_of(text)) or bool(re.search(r"[。；：:]|表$", text))


def _tree(lines: Sequence[Sequence[Word]], grid: Grid) -> Tree | None:
    """The headings over the columns of the frame, None where there is not exactly one way to read them."""
    words = [[w for w in line if not _COUNTER.fullmatch(fold(w.text))] for line in lines]
    columns = _columns(grid)
    if columns is None or not any(words):
        return None
    try:
        tree = words_to_tree([line for line in words if line], columns)
    except Unclear:
        return stack_heads(words, columns)
    return tree if len(tree.columns) == len(columns) else None


def _columns(grid: Grid) -> list[Column] | None:
    edges = _edges(grid)
    if edges is None:
        return None
    columns = []
    for index in range(grid.columns):
        numbers = any(parse_number(c.text) is not None for c in grid.cells if c.column == index)
        box = (edges[index] + _INSET, grid.box[1], edges[index + 1] - _INSET, grid.box[3])
        columns.append(Column(box, numbers, body=box))
    return columns


def _edges(grid: Grid) -> list[float] | None:
    """Where the columns of a frame begin and end; None where no cell shows one of them."""
    places = {c.column: c.box[0] for c in grid.cells} | {c.column_end: c.box[2] for c in grid.cells}
    return [places[i] for i in range(grid.columns + 1)] if len(places) == grid.columns + 1 else None


def _headed(grid: Grid, tree: Tree) -> Grid:
    """The grid with its headings as rows above the others."""
    edges = _edges(grid) or []
    top = min(heading.box[1] for heading in tree.headings)
    step = (grid.box[1] - top) / tree.levels
    cells = []
    for heading in tree.headings:
        end = heading.level + 1 if heading.column_end - heading.column > 1 else tree.levels
        box: Box = (
            edges[heading.column],
            top + heading.level * step,
            edges[heading.column_end],
            top + end * step,
        )
        cells.append(
            Cell(heading.text, grid.page, box, heading.level, heading.column, end, heading.column_end)
        )
    down = (replace(c, row=c.row + tree.levels, row_end=c.row_end + tree.levels) for c in grid.cells)
    frame = (grid.box[0], top, grid.box[2], grid.box[3])
    return Grid(grid.page, frame, grid.rows + tree.levels, grid.columns, (*cells, *down))
