"""A unit called by what it looks after: 「县里管供水的那个站」 is the one whose name has 供水 (以职责称呼所属单位)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.patterns import regex
from ingest.text import fold
from service.scope.by_short_name import places_of
from service.scope.roll import Roll
from service.scope.units import UnitsOf

#: What it looks after, and what sort of unit it is.
_CALLED = regex(
    r"(?:专门|负责|主)?(?:管(?:着|理)?|搞|做|负责)(?P<duty>[\u4e00-\u9fff]{2,6}?)的(?:那|这)(?:一)?(?:个|家)?(?P<kind>站|所|中心|院|队|馆|单位)"
)
_ANY = "单位"


def unit_by_duty(text: str, bodies: Roll, units_of: UnitsOf) -> str:
    """The question with the names of units for what is said of them, where just one is meant; else as it is."""
    if not _CALLED.search(text):
        return text
    units = list(dict.fromkeys(_units(text, bodies, units_of)))

    def named(said: re.Match[str]) -> str:
        kind = "" if said["kind"] == _ANY else said["kind"]
        meant = [u for u in units if said["duty"] in fold(u) and fold(u).endswith(kind)]
        return meant[0] if len(meant) == 1 else said[0]

    return _CALLED.sub(named, text)


def _units(text: str, bodies: Roll, units_of: UnitsOf) -> Iterator[str]:
    """The units of the departments whose place the text says."""
    for body in bodies.loaded:
        if places_of(text, body):
            yield from (name for document in body.documents for name in units_of(document.id))
