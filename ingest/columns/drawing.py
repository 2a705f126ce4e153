"""Settled tables to grids: headings of the form above, every figure at the place it was printed (成表)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.columns.tokens import Token
from ingest.model import Box, Cell, Grid

#: Left edge and width (points) of the columns that a grid is given; only the order of them means anything.
_LEFT, _STEP = 50.0, 36.0


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in one place of a table: its text, and the tokens that it was printed as."""

    column: int
    end: int
    text: str
    tokens: tuple[Token, ...]


def draw(
    heads: Sequence[Sequence[str]], rows: Sequence[Sequence[Entry]], top: float, page: int
) -> tuple[Grid, ...]:
    """One grid a page: ``heads`` are the headings of each column from the outermost, ``rows`` the entries of each row.

    ``top`` and ``page`` say where the headings stand. A grid on a later page starts with a row of empty cells, so
    that its columns are known to be those of the first.
    """
    rows = [row for row in rows if row]
    pages = list(dict.fromkeys([page, *(row[0].tokens[0].line.page for row in rows)]))
    grids = []
    for number in pages:
        here = [row for row in rows if row[0].tokens[0].line.page == number]
        first = _heads(heads, top, page) if number == page else _empty(len(heads), here, number)
        depth = max(cell.row_end for cell in first)
        cells = [*first, *(c for at, row in enumerate(here) for c in _cells(row, depth + at))]
        grids.append(_grid(cells, len(heads), depth + len(here), number))
    return tuple(grids)


def _grid(cells: Sequence[Cell], columns: int, rows: int, page: int) -> Grid:
    boxes = [cell.box for cell in cells]
    frame = (_x(0), min(b[1] for b in boxes), _x(columns), max(b[3] for b in boxes))
    return Grid(page, frame, rows, columns, tuple(cells))


def _heads(heads: Sequence[Sequence[str]], top: float, page: int) -> list[Cell]:
    depth = max(len(path) for path in heads)
    cells = []
    for level in range(depth):
        column = 0
        while column < len(heads):
            path = heads[column]
            end = column + 1
            while end < len(heads) and level < len(path) - 1 and heads[end][: level + 1] == path[: level + 1]:
                end += 1
            if level < len(path):
                bottom = depth if level == len(path) - 1 else level + 1
                box = (_x(column), top, _x(end), top + 1)
                cells.append(Cell(path[level], page, box, level, column, bottom, end))
            column = end
    return cells


def _empty(columns: int, rows: Sequence[Sequence[Entry]], page: int) -> list[Cell]:
    top = min(entry.tokens[0].line.top for row in rows for entry in row) - 1
    return [Cell("", page, (_x(c), top, _x(c + 1), top + 1), 0, c, 1, c + 1) for c in range(columns)]


def _cells(row: Sequence[Entry], at: int) -> list[Cell]:
    cells = []
    for entry in row:
        page = entry.tokens[-1].line.page
        box = union([t.box for t in entry.tokens if t.line.page == page])
        cells.append(Cell(entry.text, page, box, at, entry.column, at + 1, entry.end))
    return cells


def union(boxes: Sequence[Box]) -> Box:
    """The box around boxes."""
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def _x(column: int) -> float:
    return _LEFT + _STEP * column
