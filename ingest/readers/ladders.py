"""Level lines of one width, one below the other: the rungs of a table that may have no uprights (横线表)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.readers.lattice import Rule

#: Edges this near are one edge (points).
NEAR = 3.0
#: A table has so many level lines at least.
_RUNGS = 3
#: Pieces of a level line that end at the edges of its cells: how long they are at least, and how near they meet.
_PIECE, _MEET = 8.0, 1.5


class Ladder(NamedTuple):
    """Level lines between ``left`` and ``right``: the heights of those that run from end to end, and all of them."""

    left: float
    right: float
    rungs: list[float]
    lines: list[Rule]


def find_ladders(across: Sequence[Rule]) -> list[Ladder]:
    """The ladders of a page, from its level lines as merged; one that lies inside another is a part of that."""
    groups: list[list[Rule]] = []
    for rule in sorted(across, key=lambda r: (r.start, r.end)):
        for group in groups:
            if abs(group[0].start - rule.start) <= NEAR and abs(group[0].end - rule.end) <= NEAR:
                group.append(rule)
                break
        else:
            groups.append([rule])
    found = [_ladder(group, across) for group in groups if len(group) >= _RUNGS]
    return [one for one in found if not any(_is_within(one, other) for other in found)]


def _ladder(group: Sequence[Rule], across: Sequence[Rule]) -> Ladder:
    rungs = sorted(rule.at for rule in group)
    left = sum(rule.start for rule in group) / len(group)
    right = sum(rule.end for rule in group) / len(group)
    lines = [
        rule
        for rule in across
        if rungs[0] <= rule.at <= rungs[-1] and left - NEAR <= rule.start and rule.end <= right + NEAR
    ]
    return Ladder(left, right, rungs, sorted(lines))


def _is_within(one: Ladder, other: Ladder) -> bool:
    wider = other.right - other.left > one.right - one.left + NEAR
    return (
        wider
        and other.left - NEAR <= one.left
        and one.right <= other.right + NEAR
        and other.rungs[0] - NEAR <= one.rungs[0]
        and one.rungs[-1] <= other.rungs[-1] + NEAR
    )


def joints(across: Iterable[Rule]) -> list[tuple[float, float]]:
    """Where a level line, as drawn, ends and the next piece of it begins: (distance from the left, height)."""
    heights: dict[int, list[Rule]] = {}
    for rule in across:
        if rule.end - rule.start >= _PIECE:
            heights.setdefault(round(rule.at), []).append(rule)
    found: list[tuple[float, float]] = []
    for pieces in heights.values():
        starts = sorted(rule.start for rule in pieces)
        for rule in pieces:
            next_one = bisect_left(starts, rule.end - _MEET)
            if next_one < len(starts) and starts[next_one] <= rule.end + _MEET:
                found.append((rule.end, rule.at))
    return found
