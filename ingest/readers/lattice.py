"""Ruled lines of a page to the boxes of its cells: lines drawn in pieces joined, their crossings found (表线成格).

The method is pdfplumber's (snap, join, intersect, take the smallest rectangle at each crossing), over two plain
lists instead of dictionaries: a page of ruled tables has hundreds of lines, and every page passes through here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.model import Box

#: Lines this near are one line, and ends this near meet (points).
_NEAR = 3.0
#: What is shorter is a dot or a dash, no line of a table.
_SHORTEST = 1.0

#: A column is no narrower than this (points), and a table with an open side has at least so many level lines.
_NARROWEST, _OPEN_ROWS = 12.0, 3


class Rule(NamedTuple):
    """A ruled line: where it lies, and from where to where it runs (表线)."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The ruled lines of a page: ``across`` lie at a height, ``down`` at a distance from the left.

    ``shades`` are boxes that are coloured in without an outline; they rule nothing until ``put_shades`` has seen them.
    """

    across: list[Rule]
    down: list[Rule]
    shades: Sequence[Box] = ()


class _Crossings(NamedTuple):
    """Where lines cross: by place the lines that meet there, and the places in order by column and by row."""

    down: dict[tuple[float, float], set[int]]
    across: dict[tuple[float, float], set[int]]
    columns: dict[float, list[float]]
    rows: dict[float, list[float]]


def rules_to_tables(rules: Rules) -> list[list[Box]]:
    """Boxes of the cells of each ruled table, top to bottom; a box that stands alone is no table."""
    across, down = merge_rules(rules.across), merge_rules(rules.down)
    if len(across) < 2 or len(down) < 2:
        return []
    cells = _cells(_crossings(across, sorted((*down, *_open_sides(across, down)))))
    tables = [table for table in _connected(cells) if len(table) > 1]
    return sorted(tables, key=lambda table: min((box[1], box[0]) for box in table))


def merge_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Lines that nearly coincide as one, in order of their place: at the mean of them, gaps closed."""
    groups: list[list[Rule]] = []
    for rule in sorted(r for r in rules if r.end - r.start >= _SHORTEST):
        if groups and rule.at - groups[-1][-1].at <= _NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [rule for group in groups for rule in _joined(group) if rule.end - rule.start >= _NEAR]


def _open_sides(across: Sequence[Rule], down: Sequence[Rule]) -> list[Rule]:
    """The outer sides that a table leaves open (开口表): upright, where its level lines end outside its columns."""
    found: list[Rule] = []
    for top, bottom in _bands(down):
        columns = [rule.at for rule in down if rule.start < bottom and rule.end > top]
        level = [rule for rule in across if top - _NEAR <= rule.at <= bottom + _NEAR]
        if not level:
            continue
        left, right = min(rule.start for rule in level), max(rule.end for rule in level)
        starting = [rule.at for rule in level if rule.start <= left + _NEAR]
        ending = [rule.at for rule in level if rule.end >= right - _NEAR]
        if min(columns) - left > _NARROWEST and len(starting) >= _OPEN_ROWS:
            found.append(Rule(left, starting[0], starting[-1]))
        if right - max(columns) > _NARROWEST and len(ending) >= _OPEN_ROWS:
            found.append(Rule(right, ending[0], ending[-1]))
    return found


def _bands(down: Sequence[Rule]) -> list[tuple[float, float]]:
    """Heights between which upright lines run without a gap: one a table, or one for several side by side."""
    bands: list[tuple[float, float]] = []
    for top, bottom in sorted((rule.start, rule.end) for rule in down):
        if bands and top <= bands[-1][1] + _NEAR:
            bands[-1] = (bands[-1][0], max(bands[-1][1], bottom))
        else:
            bands.append((top, bottom))
    return bands


def _joined(group: Sequence[Rule]) -> list[Rule]:
    at = sum(rule.at for rule in group) / len(group)
    joined: list[Rule] = []
    for _, start, end in sorted(group, key=lambda rule: rule.start):
        if joined and start <= joined[-1].end + _NEAR:
            joined[-1] = Rule(at, joined[-1].start, max(joined[-1].end, end))
        else:
            joined.append(Rule(at, start, end))
    return joined


def _crossings(across: Sequence[Rule], down: Sequence[Rule]) -> _Crossings:
    found = _Crossings({}, {}, {}, {})
    for i, (x, top, bottom) in enumerate(down):
        first = bisect_left(across, (top - _NEAR,))
        for j in range(first, len(across)):
            y, left, right = across[j]
            if y > bottom + _NEAR:
                break
            if left - _NEAR <= x <= right + _NEAR:
                found.down.setdefault((x, y), set()).add(i)
                found.across.setdefault((x, y), set()).add(j)
    for x, y in sorted(found.down):
        found.columns.setdefault(x, []).append(y)
        found.rows.setdefault(y, []).append(x)
    return found


def _cells(found: _Crossings) -> list[Box]:
    """The smallest rectangle at each crossing whose four sides are ruled from corner to corner."""
    return [box for x, y in found.down if (box := _cell_at(found, x, y)) is not None]


def _cell_at(found: _Crossings, x: float, y: float) -> Box | None:
    below = [b for b in _after(found.columns[x], y) if found.down[x, y] & found.down[x, b]]
    right = [r for r in _after(found.rows[y], x) if found.across[x, y] & found.across[r, y]]
    for b in below:
        for r in right:
            if (
                (r, b) in found.down
                and found.down[r, b] & found.down[r, y]
                and found.across[r, b] & found.across[x, b]
            ):
                return (x, y, r, b)
    return None


def _after(places: Sequence[float], place: float) -> Sequence[float]:
    return places[bisect_left(places, place) + 1 :]


def _connected(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells grouped into tables: those that share a corner belong together."""
    by_corner: dict[tuple[float, float], list[int]] = {}
    for index, (x0, top, x1, bottom) in enumerate(cells):
        for corner in ((x0, top), (x0, bottom), (x1, top), (x1, bottom)):
            by_corner.setdefault(corner, []).append(index)
    owner = list(range(len(cells)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for first, *others in by_corner.values():
        for other in others:
            owner[root(other)] = root(first)
    tables: dict[int, list[Box]] = {}
    for index, box in enumerate(cells):
        tables.setdefault(root(index), []).append(box)
    return list(tables.values())
