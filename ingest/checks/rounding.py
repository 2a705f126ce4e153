"""How far printed figures may be apart before it is no rounding any more (尾差)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

#: A sum may be off by half a unit of its last place for each addend and for itself, but not by more than this.
_MOST_UNITS = Decimal(5)


def last_place(values: Iterable[Decimal]) -> Decimal:
    """One unit of the finest last place among printed values: 0.01 for 3.1 and 2.25."""
    exponents = [int(value.as_tuple().exponent) for value in values]
    return Decimal(1).scaleb(min([0, *exponents]))


def sum_allowance(values: Iterable[Decimal]) -> Decimal:
    """What the rounding of a total and its addends can make up; ``values`` are all of them."""
    printed = list(values)
    return last_place(printed) * min(Decimal(len(printed)) / 2, _MOST_UNITS)
