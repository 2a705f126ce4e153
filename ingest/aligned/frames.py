"""Level lines around a table without uprights, and the edges of its columns that follow from them (横线定栏).

Headings stand in the middle of their cells and amounts end at the right edge of theirs: with the sides of the frame
each edge is told by its neighbour and the heading between. Where the edges do not fit together nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from ingest.aligned.columns import Column
from ingest.model import Box, Page

#: Level lines begin and end at one side within so many points; words stick out of it by no more.
_SIDE = 3.0
#: What is printed stands no further than this (points) from the edge of its cell.
_INSET = 9.0
#: Two accounts of one edge are the same within so many points; a cell is no narrower than this.
_SAME, _NARROWEST = 3.0, 8.0
#: A number in the middle of its cell within so many points.
_CENTRED = 1.5
#: The last level line of a table is no further below its last row than this (points).
_BELOW = 20.0


class Placed(Protocol):
    """Anything with a box."""

    @property
    def box(self) -> Box: ...


@dataclass(frozen=True, slots=True)
class Frame:
    """Sides of a table by its level lines; ``across`` are these from side to side, ``short`` those that are not."""

    left: float
    right: float
    across: tuple[float, ...]
    short: tuple[tuple[float, float, float], ...]

    def parts(self, upper: Box, lower: Box) -> bool:
        """Whether a level line runs between two lines of words, over the middle of the lower one."""
        middle = (lower[0] + lower[2]) / 2
        levels = [*self.short, *((y, self.left, self.right) for y in self.across)]
        return any(upper[3] - _SIDE <= y <= lower[1] + _SIDE and x0 <= middle <= x1 for y, x0, x1 in levels)


def frame_around(page: Page, words: Sequence[Placed], top: float) -> Frame | None:
    """The level lines below ``top`` that run over and under words; None where no two lines have the same sides."""
    x0, x1 = min(w.box[0] for w in words), max(w.box[2] for w in words)
    bottom = max(w.box[3] for w in words) + _BELOW
    inside = [level for level in page.levels if top <= level[0] <= bottom]
    wide = [level for level in inside if level[1] - _SIDE <= x0 and x1 <= level[2] + _SIDE]
    if len(wide) < 2 or any(
        abs(a - b) > _SIDE for level in wide for a, b in zip(level[1:], wide[0][1:], strict=True)
    ):
        return None
    left, right = wide[0][1:]
    short = tuple(
        level
        for level in inside
        if level not in wide and left - _SIDE <= level[1] <= level[2] <= right + _SIDE
    )
    return Frame(left, right, tuple(level[0] for level in wide), short)


def lean_right(columns: Sequence[Column], frame: Frame) -> list[Column]:
    """Columns of amounts all as wide as ending at one edge, where the last of them ends at the side of the frame."""
    amounts = _amounts(columns)
    last = columns[-1] if columns else None
    if not amounts or last is not amounts[-1] or not 0 <= frame.right - last.box[2] <= _INSET:
        return list(columns)
    return [replace(c, side=1) if c in amounts and c.side is None else c for c in columns]


def edges_of(leaves: Sequence[Placed], placed: Sequence[Column], frame: Frame) -> list[float] | None:
    """Edges of the columns from left to right, None unless the headings and what stands below agree on all."""
    inset = _inset(placed, frame)
    if inset is None:
        return None
    edges: list[float | None] = [frame.left, *[None] * (len(leaves) - 1), frame.right]
    for index, place in _told(leaves, placed, inset):
        if not _agree(edges, index, place):
            return None
    middles = [(leaf.box[0] + leaf.box[2]) / 2 for leaf in leaves]
    known = 0
    while known != (known := sum(edge is not None for edge in edges)):
        for index, middle in enumerate(middles):
            for at, beside in ((index, index + 1), (index + 1, index)):
                edge = edges[beside]
                if edge is not None and not _agree(edges, at, 2 * middle - edge):
                    return None
    found = [edge for edge in edges if edge is not None]
    rising = all(b - a >= _NARROWEST for a, b in pairwise(found))
    return found if len(found) == len(edges) and rising else None


def _amounts(columns: Sequence[Column]) -> list[Column]:
    """Columns of numbers that are no codes; what stands before the first names numbers the rows."""
    first = next((i for i, c in enumerate(columns) if not c.number), 0)
    return [c for c in columns[first:] if c.number and not c.codes]


def _inset(placed: Sequence[Column], frame: Frame) -> float | None:
    first, last = placed[0], placed[-1]
    if last.body is not None and last.number:
        inset = frame.right - last.body[2]
    elif first.body is not None and not first.number:
        inset = first.body[0] - frame.left
    else:
        return None
    return inset if 0 <= inset <= _INSET else None


def _told(leaves: Sequence[Placed], placed: Sequence[Column], inset: float) -> Iterable[tuple[int, float]]:
    """Edges that what stands in the columns tells of: amounts of their right one."""
    amounts = _amounts(placed)
    for index, (leaf, column) in enumerate(zip(leaves, placed, strict=True)):
        if column.body is None or column.side != 1 or not any(column is c for c in amounts):
            continue
        off = (column.body[0] + column.body[2] - leaf.box[0] - leaf.box[2]) / 2
        if abs(off) > _CENTRED:
            yield index + 1, column.body[2] + inset


def _agree(edges: list[float | None], index: int, place: float) -> bool:
    """Put an edge in where none is known; whether it is where it is known to be."""
    known = edges[index]
    if known is None:
        edges[index] = place
        return True
    return abs(known - place) <= _SAME
