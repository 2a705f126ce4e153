"""What one of a thing costs where a document prints it: 「机井单眼成本」, 「240元/场」 (印着的单价)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.from_to import BEFORE
from ingest.model import Fact, Measure
from ingest.text import fold
from service.read.citizens_words import as_written, is_other
from service.things.contrary import contrary
from service.things.indicators import is_target
from service.things.search import covered_by

_TOLD = 0.85


def printed_for_one(said: str, unit: str, year: int, facts: Sequence[Fact]) -> Fact | None:
    """The one amount of a year that is of one in a unit by its name, or its own unit, and tells all that is said.

    ``said`` names the thing, or what is paid for it.
    """
    if not said or not unit:
        return None
    named = re.compile(f"[每单]一?{re.escape(unit)}|{re.escape(unit)}均")
    held = [
        f
        for f in facts
        if f.year == year and f.measure is Measure.AMOUNT and f.value is not None and f.breakdown != BEFORE
        and (named.search(f.subject.name) or f.unit.partition("/")[2].partition("·")[0] == unit)
        and _is_named(f, said)
    ]  # fmt: skip
    held = [f for f in held if not is_target(f)] or held
    return held[0] if len({(f.value, f.unit) for f in held}) == 1 else None


def _is_named(fact: Fact, said: str) -> bool:
    name = fold(fact.subject.name)
    own = as_written(fold(said), name)
    if contrary(own, name) or is_other(own, name):
        return False
    return own in name or (len(own) > 1 and covered_by(own, name) >= _TOLD)
