"""The question with the units that it names in full, and the bodies with them among them (点名所属单位)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Document
from service.follow.conversation import Talk
from service.follow.unit_within import unit_within
from service.library import Library
from service.scope.by_short_name import by_short_name
from service.scope.kind_of_place import kind_of_place
from service.scope.roll import Roll
from service.scope.units import with_units


def units_named(
    text: str, bodies: Roll, talk: Talk, documents: Sequence[Document], library: Library
) -> tuple[str, Roll]:
    """What is asked, with short names of units spelled out, and the bodies with the units that are named."""
    text = kind_of_place(text, bodies, library.units)
    text = by_short_name(text, bodies, talk, library.units, library.facts)
    text = unit_within(text, talk, [unit for document in documents for unit in library.units(document.id)])
    return text, with_units(bodies, text, talk, library.units)
