"""Headings and rows of a table without lines to a grid like that of a ruled one, blank cells included (出格)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ingest.aligned.columns import Column, Unclear, column_of
from ingest.aligned.heads import Tree
from ingest.aligned.rows import Row
from ingest.aligned.words import Word, around
from ingest.model import Cell, Grid
from ingest.text import join_lines

#: The outer edges lie this far (points) from what is printed.
_RIM = 2.0


def draw(tree: Tree, rows: Sequence[Row], page: int, *, headed: bool) -> Grid:
    """The grid of a table; ``headed`` if its headings are printed on this page. Raises ``Unclear``."""
    xs = _edges([(c.box[0], c.box[2]) for c in tree.columns])
    boxes = [around(w.box for w in row) for row in rows]
    ys = _edges([(b[1], b[3]) for b in boxes])
    cells: list[Cell] = []
    above = tree.levels if headed else 0
    if headed:
        top = min(h.box[1] for h in tree.headings) - _RIM
        ys[0] = (max(h.box[3] for h in tree.headings) + boxes[0][1]) / 2
        step = (ys[0] - top) / above
        ys = [round(top + n * step, 2) for n in range(above)] + ys
        for h in sorted(tree.headings, key=lambda h: (h.level, h.column)):
            end = h.level + 1 if h.column_end - h.column > 1 else above
            box = (xs[h.column], ys[h.level], xs[h.column_end], ys[end])
            cells.append(Cell(h.text, page, box, h.level, h.column, end, h.column_end))
    for index, row in enumerate(rows, start=above):
        texts = _texts(row, tree.columns)
        for column, text in enumerate(texts):
            box = (xs[column], ys[index], xs[column + 1], ys[index + 1])
            cells.append(Cell(text, page, box, index, column, index + 1, column + 1))
    return Grid(page, (xs[0], ys[0], xs[-1], ys[-1]), len(rows) + above, len(tree.columns), tuple(cells))


def _edges(extents: Sequence[tuple[float, float]]) -> list[float]:
    """Edges half way between neighbours."""
    between = [round((a[1] + b[0]) / 2, 2) for a, b in itertools.pairwise(extents)]
    return [round(extents[0][0] - _RIM, 2), *between, round(extents[-1][1] + _RIM, 2)]


def _texts(row: Row, columns: Sequence[Column]) -> list[str]:
    """What each cell of a row holds; a number stands in its cell alone."""
    held: list[list[Word]] = [[] for _ in columns]
    for word in row:
        held[column_of(word, columns)].append(word)
    for words in held:
        if len(words) > 1 and any(w.is_number or w.is_dash for w in words):
            raise Unclear("没有框线的表里，一格里有不止一个数", words[0])
    return [join_lines([w.text for w in words]) for words in held]
