"""What a hand has put in the place of a printed figure, carried by the figure itself (更正)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Amendment:
    """What the document prints, and who put another figure in its place, when and why.

    ``printed`` is in ``unit`` as printed; ``at`` is ISO 8601 in UTC; ``id`` that of the correction in the store.
    """

    printed: Decimal
    unit: str
    reason: str
    by: str
    at: str
    id: int = 0
