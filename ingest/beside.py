"""Tables next to each other on a page: which they are, and which part of a line stands above one (并排的表)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Grid, Line

#: Edges this near (points) are one edge; a line may stick out of its table by a little more.
_SLACK, _OUTSIDE = 4.0, 10.0


def is_beside(one: Grid, other: Grid) -> bool:
    """Whether two tables stand next to each other, not one below the other."""
    low, high = max(one.box[1], other.box[1]), min(one.box[3], other.box[3])
    apart = one.box[2] <= other.box[0] + _SLACK or other.box[2] <= one.box[0] + _SLACK
    return apart and high - low > _SLACK


def lines_over(lines: Sequence[Line], grid: Grid, grids: Sequence[Grid]) -> list[Line]:
    """Lines as far as they stand over a table; whole where it has nothing next to it."""
    if not any(is_beside(grid, other) for other in grids):
        return list(lines)
    parts = (_part(line, grid.box[0] - _OUTSIDE, grid.box[2] + _OUTSIDE) for line in lines)
    return [part for part in parts if part is not None]


def is_part(part: Line, line: Line) -> bool:
    """Whether a line is part of another, or that line itself."""
    return part is line or (
        part.box[1] == line.box[1] and part.box[3] == line.box[3] and part.text in line.text
    )


def _part(line: Line, x0: float, x1: float) -> Line | None:
    """The characters of a line between two places; None where there are none."""
    held = [
        i for i, char in enumerate(line.text) if char != " " and x0 <= line.starts[i] and line.ends[i] <= x1
    ]
    if not held:
        return None
    low, high = held[0], held[-1] + 1
    if _runs_on(line, low) or _runs_on(line, high):
        return line  # one title over both tables
    box = (line.starts[low], line.box[1], line.ends[high - 1], line.box[3])
    return replace(
        line, text=line.text[low:high], box=box, starts=line.starts[low:high], ends=line.ends[low:high]
    )


def _runs_on(line: Line, at: int) -> bool:
    """Whether the character at a place follows straight on the one before it, no gap between them."""
    if not 0 < at < len(line.text) or " " in line.text[at - 1 : at + 1]:
        return False
    return line.starts[at] - line.ends[at - 1] < (line.ends[at - 1] - line.starts[at - 1]) / 2
