"""Corrections of figures by hand: to which printed figure one belongs, and what it puts in its place (人工更正).

A correction is of a place and of what is printed there. It outlives the reading of the file: where the same file is
read again and the place still prints the old value it holds on, else it no longer fits and changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from ingest.amendment import Amendment
from ingest.model import Box, Fact
from ingest.numbers import to_yuan

#: Edges of one cell in two readings of a file differ by no more than this, in points.
_SAME_EDGE = 2.0


class Standing(StrEnum):
    """What a correction does today (更正的效力)."""

    HOLDS = "生效中"
    ASTRAY = "对不上"
    REVOKED = "已撤销"
    GONE = "文件已移除"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: the place, what is printed there, what it ought to be, who said so, when and why.

    ``about`` is name, part and measure of the figure, which tell apart several figures of one sentence; ``label`` is
    the place in words. ``revoked_at`` is empty while it counts; times are ISO 8601 in UTC.
    """

    document_id: str
    file: str
    page: int
    box: Box
    about: tuple[str, str, str]
    label: str
    printed: Decimal
    printed_unit: str
    value: Decimal
    unit: str
    reason: str
    by: str
    at: str
    revoked_at: str = ""
    revoked_by: str = ""
    revoked_why: str = ""
    id: int = 0

    @property
    def counts(self) -> bool:
        """Whether nobody has revoked it."""
        return not self.revoked_at


def about(fact: Fact) -> tuple[str, str, str]:
    """Name, part and measure of a figure."""
    return (fact.subject.name, fact.breakdown, fact.measure.value)


def same_place(page: int, box: Box, fact: Fact) -> bool:
    """Whether a figure stands at a place."""
    edges = zip(box, fact.source.box, strict=True)
    return fact.source.page == page and all(abs(one - other) <= _SAME_EDGE for one, other in edges)


def fits(correction: Correction, fact: Fact) -> bool:
    """Whether a printed figure is the one that a correction is of: same place, same value, same unit.

    All that is read from one cell is corrected with it; of a sentence only the figure of the same name.
    """
    if not same_place(correction.page, correction.box, fact):
        return False
    if (fact.value, fact.unit) != (correction.printed, correction.printed_unit):
        return False
    return not fact.source.quote or about(fact) == correction.about


def amend(facts: Sequence[Fact], corrections: Sequence[Correction]) -> list[Fact]:
    """The facts with the corrections that count; what no correction fits stays as printed."""
    standing: dict[tuple[str, int], list[Correction]] = {}
    for correction in corrections:
        if correction.counts:
            standing.setdefault((correction.document_id, correction.page), []).append(correction)
    return [_amended(fact, standing.get((fact.document_id, fact.source.page), ())) for fact in facts]


def standing_of(correction: Correction, held: bool, printed: Sequence[Fact]) -> Standing:
    """What a correction does: ``held`` says whether its document is in the store, ``printed`` are its figures."""
    if not correction.counts:
        return Standing.REVOKED
    if not held:
        return Standing.GONE
    return Standing.HOLDS if any(fits(correction, fact) for fact in printed) else Standing.ASTRAY


def _amended(fact: Fact, corrections: Sequence[Correction]) -> Fact:
    found = next((c for c in reversed(corrections) if fits(c, fact)), None)
    if found is None or fact.value is None:
        return fact
    return replace(
        fact,
        value=found.value,
        unit=found.unit,
        yuan=to_yuan(found.value, found.unit),
        amended=Amendment(fact.value, fact.unit, found.reason, found.by, found.at, found.id),
    )
