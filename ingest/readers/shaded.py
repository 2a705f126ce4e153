"""Columns that a table shows by its shading, or by the pieces of its level lines alone, ruled in all its rows (色带表).

Rows shaded by turns, tinted headings, level lines drawn cell by cell: programs draw them for each cell, so that
their edges say exactly where columns part. Rows without shade have no edges of their own; those above and below
are drawn through them, but not through words. Where that leaves two figures in a cell the table is not ruled at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ingest.model import Box
from ingest.readers.ladders import NEAR, Ladder, find_ladders, joints
from ingest.readers.lattice import Rule, Rules, merge_rules
from ingest.readers.lines import Glyph, glyphs_to_rows
from ingest.readers.spans import Refused, check_cells, crossed, is_one_run, merge_heads

#: A shade sticks out of the table that it is a part of by no more than this (points).
_SLACK = 3.0


class Bay(NamedTuple):
    """What lies between two level lines: an edge is shown there, or it is shown that none is, or neither (None)."""

    top: float
    bottom: float
    edge: bool | None


@dataclass(frozen=True, slots=True)
class _Ladder:
    """A ladder with all that is drawn and printed on it."""

    ladder: Ladder
    shades: list[Box]
    joints: list[tuple[float, float]]
    glyphs: list[Glyph]
    xs: list[float]


def put_shades(rules: Rules, glyphs: Sequence[Glyph]) -> Rules:
    """The rules of a page with the sides of its shades, and with what these show of rows that are not shaded."""
    level = [Rule(y, s[0], s[2]) for s in rules.shades for y in (s[1], s[3])]
    across = [*rules.across, *level]
    down: list[Rule] = list(rules.down)
    shades = list(rules.shades)
    meeting = joints(rules.across)
    for ladder in find_ladders(merge_rules(across)):
        seen = _seen(ladder, rules, meeting, glyphs)
        for top, bottom in _parts(seen) if seen.xs else ():
            if _has_uprights(ladder, rules.down, top, bottom):
                continue
            try:
                down += _uprights(seen, top, bottom)
            except Refused:
                held = [s for s in shades if _lies_in(s, ladder, top, bottom)]
                shades = [s for s in shades if s not in held]
    sides = [Rule(x, s[1], s[3]) for s in shades for x in (s[0], s[2])]
    level = [Rule(y, s[0], s[2]) for s in shades for y in (s[1], s[3])]
    return Rules([*rules.across, *level], [*down, *sides])


def _seen(
    ladder: Ladder, rules: Rules, meeting: Sequence[tuple[float, float]], glyphs: Sequence[Glyph]
) -> _Ladder:
    left, right, rungs, _ = ladder
    held = [s for s in rules.shades if _lies_in(s, ladder, rungs[0], rungs[-1])]
    parts = [s for s in held if s[2] - s[0] < right - left - 2 * _SLACK]
    points = [
        (x, y)
        for x, y in meeting
        if left + NEAR < x < right - NEAR and rungs[0] - NEAR <= y <= rungs[-1] + NEAR
    ]
    places = sorted([x for s in parts for x in (s[0], s[2])] + [x for x, _ in points])
    xs: list[list[float]] = []
    for x in places:
        if not left + NEAR < x < right - NEAR:
            continue
        if xs and x - xs[-1][-1] <= NEAR:
            xs[-1].append(x)
        else:
            xs.append([x])
    inside = [g for g in glyphs if left <= (g.x0 + g.x1) / 2 <= right and rungs[0] <= g.middle <= rungs[-1]]
    return _Ladder(ladder, parts, points, inside, [sum(group) / len(group) for group in xs])


def _lies_in(shade: Box, ladder: Ladder, top: float, bottom: float) -> bool:
    x0, y0, x1, y1 = shade
    return (
        ladder.left - _SLACK <= x0
        and x1 <= ladder.right + _SLACK
        and top - _SLACK <= y0
        and y1 <= bottom + _SLACK
    )


def _has_uprights(ladder: Ladder, down: Sequence[Rule], top: float, bottom: float) -> bool:
    """Whether lines part the columns of a table in any of its rows."""
    return any(
        ladder.left + NEAR < rule.at < ladder.right - NEAR
        and min(rule.end, bottom) - max(rule.start, top) > NEAR
        for rule in down
    )


def _parts(seen: _Ladder) -> list[tuple[float, float]]:
    """Heights between which the rungs are those of one table: what stands between two tables is no row of either."""
    parts: list[tuple[float, float]] = []
    for top, bottom in pairwise(seen.ladder.rungs):
        if _is_between(seen, top, bottom):
            continue
        if parts and parts[-1][1] == top:
            parts[-1] = (parts[-1][0], bottom)
        else:
            parts.append((top, bottom))
    return [part for part in parts if any(part[0] < rung < part[1] for rung in seen.ladder.rungs)]


def _is_between(seen: _Ladder, top: float, bottom: float) -> bool:
    middle = (top + bottom) / 2
    if any(s[1] < middle < s[3] for s in seen.shades):
        return False
    if any(top + NEAR < rule.at < bottom - NEAR for rule in seen.ladder.lines):
        return False
    inside = [g for g in seen.glyphs if top < g.middle < bottom]
    above, below = (_shown(seen, y) for y in (top, bottom))
    if not inside:
        return bool(above and below and above != below)
    rows = glyphs_to_rows(inside)
    words = sum(crossed(row, x) for row in rows if is_one_run(row) for x in above | below)
    return words > 1 or (words == 1 and len(rows) > 1)


def _shown(seen: _Ladder, y: float) -> set[float]:
    """Which edges end or begin at a level line."""
    ends = [(x, h) for s in seen.shades for x in (s[0], s[2]) for h in (s[1], s[3])]
    near = [x for x, h in (*ends, *seen.joints) if abs(h - y) <= NEAR]
    return {x for x in seen.xs if any(abs(x - other) <= NEAR for other in near)}


def _uprights(seen: _Ladder, top: float, bottom: float) -> list[Rule]:
    """The uprights of one table. Raises ``Refused`` where they do not part its figures."""
    lines = [rule for rule in seen.ladder.lines if top <= rule.at <= bottom]
    inside = [g for g in seen.glyphs if top < g.middle < bottom]
    drawn = [
        Rule(x, bay.top, bay.bottom)
        for x in seen.xs
        for bay in _spread(
            _bays(seen, x, [rule for rule in lines if rule.start - NEAR <= x <= rule.end + NEAR])
        )
        if bay.edge and not _is_crossed(inside, x, bay)
    ]
    if not drawn:
        return []
    frame = (seen.ladder.left, top, seen.ladder.right, bottom)
    drawn = merge_heads(drawn, lines, frame, inside, seen.shades)
    check_cells(drawn, lines, frame, inside)
    return [*drawn, Rule(seen.ladder.left, top, bottom), Rule(seen.ladder.right, top, bottom)]


def _bays(seen: _Ladder, x: float, lines: Sequence[Rule]) -> list[Bay]:
    return [Bay(a.at, b.at, _edge(seen, x, a.at, b.at)) for a, b in pairwise(lines)]


def _edge(seen: _Ladder, x: float, top: float, bottom: float) -> bool | None:
    middle = (top + bottom) / 2
    over = [s for s in seen.shades if s[1] < middle < s[3]]
    if any(min(abs(s[0] - x), abs(s[2] - x)) <= NEAR for s in over):
        return True
    if any(s[0] < x < s[2] for s in over):
        return False
    met = [any(abs(a - x) <= NEAR and abs(y - h) <= NEAR for a, h in seen.joints) for y in (top, bottom)]
    return True if all(met) else None


def _spread(bays: Sequence[Bay]) -> list[Bay]:
    """Bays of which nothing is known as the next above or below of which something is: an edge if either is one."""
    above: list[bool | None] = []
    for bay in bays:
        above.append(bay.edge if bay.edge is not None or not above else above[-1])
    below: list[bool | None] = []
    for bay in reversed(bays):
        below.append(bay.edge if bay.edge is not None or not below else below[-1])
    return [
        bay if bay.edge is not None else bay._replace(edge=bool(a or b))
        for bay, a, b in zip(bays, above, reversed(below), strict=True)
    ]


def _is_crossed(glyphs: Sequence[Glyph], x: float, bay: Bay) -> bool:
    held = [g for g in glyphs if bay.top < g.middle < bay.bottom]
    return any(crossed(row, x) for row in glyphs_to_rows(held))
