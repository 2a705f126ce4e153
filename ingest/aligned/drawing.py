"""Headings and rows of a table without lines to a grid like that of a ruled one, blank cells included (出格)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.accounts import is_total_word
from ingest.aligned.columns import Unclear, column_of
from ingest.aligned.heads import Tree
from ingest.aligned.merged import refuse_merged
from ingest.aligned.rows import Row
from ingest.aligned.words import Word, around, cell_edges
from ingest.model import Cell, Grid
from ingest.patterns import regex
from ingest.text import join_lines

#: Headings of columns that name a group of rows once: blank below, they say nothing against a row.
_GROUP = regex(r"^(?:一级|二级)(?:绩效)?指标(?:名称)?$")
#: Headings begin this far (points) above what is printed.
_RIM = 2.0


def draw(tree: Tree, rows: Sequence[Row], page: int, *, headed: bool) -> Grid:
    """The grid of a table; ``headed`` if its headings are printed on this page. Raises ``Unclear``."""
    xs = cell_edges([c.box for c in tree.columns])
    boxes = [around(w.box for w in row) for row in rows]
    ys = cell_edges([(b[1], b[0], b[3], b[2]) for b in boxes])
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
    held = [_held(row, tree) for row in rows]
    refuse_merged(held, tree)
    for index, words in enumerate(held, start=above):
        for column, own in enumerate(words):
            box = (xs[column], ys[index], xs[column + 1], ys[index + 1])
            text = join_lines([w.text for w in own])
            cells.append(Cell(text, page, box, index, column, index + 1, column + 1))
    return Grid(page, (xs[0], ys[0], xs[-1], ys[-1]), len(rows) + above, len(tree.columns), tuple(cells))


def _held(row: Row, tree: Tree) -> list[list[Word]]:
    """The words of each cell of a row; a number stands in its cell alone."""
    held: list[list[Word]] = [[] for _ in tree.columns]
    for word in row:
        held[column_of(word, tree.columns)].append(word)
    for words in held:
        if len(words) > 1 and any(w.is_number or w.is_dash for w in words):
            raise Unclear("没有框线的表里，一格里有不止一个数", words[0])
    _refuse_unnamed(held, tree)
    return held


def _is_total(text: str) -> bool:
    """Whether a name is of a total, of all or of one side: 「合计」「公用经费合计」."""
    return is_total_word(text) or text.endswith("合计")


def _refuse_unnamed(held: Sequence[Sequence[Word]], tree: Tree) -> None:
    """Where a row of figures has no name, or lacks one of its names, a cell merged over several rows may hold it.

    A total is named once: the names behind columns that it leaves blank are not those of another side.
    """
    labels: list[int] = []
    total = told = False
    groups = {h.column for h in tree.headings if _GROUP.match(h.text)}
    for index, column in enumerate(tree.columns):
        if not column.number:
            apart = any(tree.figures[labels[-1] + 1 : index]) if labels else False
            labels = ([] if apart else labels) + ([] if index in groups else [index])
            if any(_is_total(w.text) for w in held[index]):
                total, told = True, False
            total = total and not told
        elif column.number and tree.figures[index] and held[index] and labels:
            told = True
            grouped = any(held[i] for i in groups) and not any(held[i] for i in labels)
            if not (total or grouped or all(held[i] for i in labels)):
                raise Unclear("没有框线的表里，这一行的名称不全", held[index][0])
