"""Which columns of one grid are those of another: parts of a table on following pages (列的对应)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ingest.model import Cell, Grid, Table
from ingest.numbers import parse_number
from ingest.patterns import regex

#: Edges of a continuation may be off by this much (points) from those of the page before.
EDGE_SLACK = 12.0
#: What a form of one project begins with, and what its rows are of.
_NAMED = regex(r"项\s*目\s*名\s*称|(?:部\s*门|单\s*位)[^，。]{0,6}名\s*称")
_INDICATORS = regex(r"[一二三]级指标|绩效指标|年度指标|资金总额|全年预算数|执行率")
#: The head of a form that is cut off from the rest has no more rows than this.
_HEAD_ROWS = 6


def column_edges(grid: Grid) -> dict[int, float]:
    """Where each column edge of a grid stands."""
    edges: dict[int, float] = {}
    for cell in grid.cells:
        edges.setdefault(cell.column, cell.box[0])
        edges.setdefault(cell.column_end, cell.box[2])
    return edges


def are_alike(part: Grid, head: Grid) -> bool:
    """Whether no column holds numbers in one grid and words in the other, codes and headings left aside."""
    for column in range(part.columns):
        one, other = (
            [
                parse_number(c.text) is not None
                for c in g.cells
                if c.column == column and c.text and c.row > g.rows // 3
            ]
            for g in (part, head)
        )
        if (
            len(set(one)) == 1
            and len(set(other)) == 1
            and set(one) != set(other)
            and min(len(one), len(other)) > 1
        ):
            return False
    return True


def edges_within(grid: Grid, edges: Mapping[int, float], wider: Mapping[int, float]) -> dict[int, int] | None:
    """The edge of a wider grid for each edge of this one; None where one is none of its."""
    mapped: dict[int, int] = {}
    for column, x in edges.items():
        nearest = min(wider, key=lambda c: abs(wider[c] - x))
        if abs(wider[nearest] - x) > EDGE_SLACK:
            return None
        mapped[column] = nearest
    spans = {(mapped[c.column], mapped[c.column_end]) for c in grid.cells}
    return None if any(low >= high for low, high in spans) else mapped


def names_project(grid: Grid) -> bool:
    """Whether a form says within its first rows which project, or which body, it is of."""
    return any(c.row < _HEAD_ROWS and _NAMED.match(c.text) for c in grid.cells)


def is_cut_form(
    head: Grid, rest: Grid, head_edges: Mapping[int, float], rest_edges: Mapping[int, float]
) -> bool:
    """Whether the head of a form, with nothing but names, was left behind by its rest, which has more columns."""
    indicators = any(_INDICATORS.search(c.text) for c in head.cells)
    if not names_project(head) or indicators or head.rows > _HEAD_ROWS or head.columns >= rest.columns:
        return False
    told = any(_INDICATORS.search(c.text) for c in rest.cells)
    return told and not names_project(rest) and edges_within(head, head_edges, rest_edges) is not None


def widened(table: Table, rest: Grid, rest_edges: Mapping[int, float]) -> Table:
    """The head of a form with its cells in the columns of its rest."""
    edges: dict[int, float] = {}
    for cell in table.cells:
        edges.setdefault(cell.column, cell.box[0])
        edges.setdefault(cell.column_end, cell.box[2])
    at = {c: min(rest_edges, key=lambda e: abs(rest_edges[e] - x)) for c, x in edges.items()}

    def moved(cell: Cell) -> Cell:
        return replace(cell, column=at[cell.column], column_end=at[cell.column_end])

    return replace(table, cells=tuple(map(moved, table.cells)), columns=rest.columns)
