"""Lines drawn as rows of dots, each a little square of its own, to whole lines (点线)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ingest.model import Box
from ingest.readers.lattice import Rule, Rules

#: A dot is no larger than this (points), the next no further, and a line has so many and is so long.
_DOT, _STEP, _FEWEST, _SHORTEST = 1.6, 4.5, 6, 9.0
#: Dots of one line lie this near to it (points).
_NEAR = 0.4


def is_dot(box: Box) -> bool:
    """Whether a drawn box is a dot, which by itself rules nothing."""
    return max(box[2] - box[0], box[3] - box[1]) <= _DOT


def dots_to_rules(dots: Iterable[Box]) -> Rules:
    """The level and upright lines that dots stand in; each dot may be of both."""
    rows: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
    columns: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
    for x0, top, x1, bottom in dots:
        rows[round((top + bottom) / 2 / _NEAR)].append(((top + bottom) / 2, x0, x1))
        columns[round((x0 + x1) / 2 / _NEAR)].append(((x0 + x1) / 2, top, bottom))
    return Rules(
        [rule for held in rows.values() for rule in _runs(held)],
        [rule for held in columns.values() for rule in _runs(held)],
    )


def _runs(dots: list[tuple[float, float, float]]) -> Iterator[Rule]:
    """Unbroken rows of dots as lines."""
    dots.sort(key=lambda dot: dot[1])
    start = 0
    for index in range(1, len(dots) + 1):
        if index < len(dots) and dots[index][1] - dots[index - 1][2] <= _STEP:
            continue
        run = dots[start:index]
        if len(run) >= _FEWEST and run[-1][2] - run[0][1] >= _SHORTEST:
            yield Rule(run[0][0], run[0][1], run[-1][2])
        start = index
