"""Which column each number of a row stands in: every arrangement that the sums allow, kept only where all agree (定列).

Blank cells are lost, so a row with fewer numbers than columns may be read in several ways. Formulas of the form,
the sum of each level in each column, and figures known from elsewhere rule readings out. A number is assigned
where every reading left puts it in one column; nothing is preferred, nothing is guessed.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.columns.forms import Form, Formula

#: Columns of the numbers of one row, in order.
Reading = tuple[int, ...]

#: Half a unit of the last printed place (0.01), for each rounded addend.
_HALF = Decimal("0.005")
#: More partial sums than this say that a group of rows cannot settle anything.
_MOST_SUMS = 40_000


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of one row, and the place among the rows of the one it is a part of (None for none)."""

    values: tuple[Decimal, ...]
    parent: int | None


def readings(rows: Sequence[Figures], form: Form) -> list[tuple[Reading, ...]]:
    """For each row every way to put its numbers in columns that fulfils the formulas of the form."""
    return [tuple(_row_readings(row.values, form)) for row in rows]


def settle(
    rows: Sequence[Figures], form: Form, found: Sequence[tuple[Reading, ...]]
) -> list[tuple[Reading, ...]]:
    """Readings that remain when the parts of a row must make up the row in every column."""
    kept = list(found)
    groups = [g for g in groups_of(rows) if is_whole(rows, g, form, kept)]
    changed = True
    while changed:
        changed = False
        for parent, children in groups:
            places = [parent, *children]
            narrowed = _consistent(
                [rows[i].values for i in places], [kept[i] for i in places], len(form.columns)
            )
            if narrowed is None:
                continue
            for place, left in zip(places, narrowed, strict=True):
                changed = changed or len(left) < len(kept[place])
                kept[place] = left
    return kept


def columns_of(row: Figures, left: Sequence[Reading]) -> tuple[int | None, ...]:
    """The column of each number where all readings agree; None where they do not, or there is none."""
    found = []
    for place in range(len(row.values)):
        columns = {reading[place] for reading in left}
        found.append(columns.pop() if len(columns) == 1 else None)
    return tuple(found)


def groups_of(rows: Sequence[Figures]) -> list[tuple[int, list[int]]]:
    """Every row that has parts, with its parts."""
    children: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        if row.parent is not None:
            children.setdefault(row.parent, []).append(index)
    return [(parent, parts) for parent, parts in children.items() if rows[parent].values]


def is_whole(
    rows: Sequence[Figures],
    group: tuple[int, Sequence[int]],
    form: Form,
    found: Sequence[tuple[Reading, ...]],
) -> bool:
    """Whether no part of a group is lost: the first number of each row, its 合计, adds up.

    A form without a total column has no such sum; there some reading must add up in every column.
    """
    parent, children = group
    parts = [rows[i].values[0] for i in children if rows[i].values]
    if not parts or not rows[parent].values:
        return False
    if form.total is None:
        places = [parent, *children]
        fits = _consistent([rows[i].values for i in places], [found[i] for i in places], len(form.columns))
        return fits is not None
    return abs(sum(parts) - rows[parent].values[0]) <= tolerance(len(parts))


def tolerance(addends: int) -> Decimal:
    """How far a printed sum may be off from the sum of its printed addends."""
    return _HALF * (addends + 1)


def _row_readings(values: tuple[Decimal, ...], form: Form) -> list[Reading]:
    total = form.total
    found = []
    for reading in itertools.combinations(range(len(form.columns)), len(values)):
        if total is not None and values and reading[0] != total:
            continue
        cells = dict(zip(reading, values, strict=True))
        if all(_holds(formula, cells) for formula in form.formulas):
            found.append(reading)
    return found


def _holds(formula: Formula, cells: Mapping[int, Decimal]) -> bool:
    plus = [cells[c] for c in formula.plus if c in cells]
    minus = [cells[c] for c in formula.minus if c in cells]
    if formula.total not in cells and not plus and not minus:
        return True
    difference = sum(plus) - sum(minus) - cells.get(formula.total, Decimal(0))
    # A single addend is the sum itself: no rounding comes between the two.
    allowed = tolerance(len(plus) + len(minus)) if len(plus) + len(minus) > 1 else Decimal(0)
    return abs(difference) <= allowed


Sums = tuple[Decimal, ...]


def _consistent(
    values: Sequence[tuple[Decimal, ...]], found: Sequence[tuple[Reading, ...]], width: int
) -> list[tuple[Reading, ...]] | None:
    """Readings of a row (first) and of its parts that belong to at least one way to add up; None if there is none."""
    rows = [[(r, _cells(v, r, width)) for r in options] for v, options in zip(values, found, strict=True)]
    if not all(rows):
        return None  # one row is past understanding, so that the others cannot be held to the sum
    parent, parts = rows[0], rows[1:]
    ceiling = _ceiling([cells for _, cells in parent], parts, width)
    ahead: list[set[Sums]] = [{_cells((), (), width)}]
    for options in parts:
        sums = {_plus(a, cells) for a in ahead[-1] for _, cells in options}
        ahead.append(
            {s for s in sums if ceiling is None or all(x <= y for x, y in zip(s, ceiling, strict=True))}
        )
        if len(ahead[-1]) > _MOST_SUMS:
            return None
    slack = tolerance(len(parts))
    good = {s for s in ahead[-1] if any(_near(s, cells, slack) for _, cells in parent)}
    if not good:
        return None
    kept = [tuple(r for r, cells in parent if any(_near(s, cells, slack) for s in good))]
    for options, before in zip(reversed(parts), reversed(ahead[:-1]), strict=True):
        steps = [(r, b) for r, cells in options for b in before if _plus(b, cells) in good]
        kept.insert(1, tuple(dict.fromkeys(r for r, _ in steps)))
        good = {b for _, b in steps}
    return kept


def _ceiling(
    parent: Sequence[Sums], parts: Sequence[Sequence[tuple[Reading, Sums]]], width: int
) -> Sums | None:
    """The most that partial sums may reach in each column; None where a figure below zero could bring them down."""
    if any(x < 0 for options in parts for _, cells in options for x in cells):
        return None
    return tuple(max(cells[c] for cells in parent) + tolerance(len(parts)) for c in range(width))


def _cells(values: Sequence[Decimal], reading: Reading, width: int) -> Sums:
    held = dict(zip(reading, values, strict=False))
    return tuple(held.get(column, Decimal(0)) for column in range(width))


def _plus(left: Sums, right: Sums) -> Sums:
    return tuple(a + b for a, b in zip(left, right, strict=True))


def _near(left: Sums, right: Sums, slack: Decimal) -> bool:
    return all(abs(a - b) <= slack for a, b in zip(left, right, strict=True))
