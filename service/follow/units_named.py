"""The question with the units that it names in full, and the bodies with them among them (点名所属单位)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Document
from service.follow.conversation import Conversations, Talk
from service.follow.rejoined import Joined, rejoin
from service.follow.unit_within import unit_added, unit_within
from service.library import Library
from service.model import Declined
from service.scope.by_short_name import by_short_name
from service.scope.kind_of_place import kind_of_place
from service.scope.roll import Roll
from service.scope.unit_by_duty import unit_by_duty
from service.scope.units import with_units
from service.scope.units_words import units_words


def units_named(
    text: str, bodies: Roll, talk: Talk, documents: Sequence[Document], library: Library
) -> tuple[str, Roll]:
    """What is asked, with short names of units spelled out, and the bodies with the units that are named."""
    text = kind_of_place(text, bodies, library.units)
    text = unit_by_duty(text, bodies, library.units)
    text = by_short_name(text, bodies, talk, library.units, library.facts)
    text = unit_within(text, talk, [unit for document in documents for unit in library.units(document.id)])
    text = units_words(text, bodies, library.units, library.facts_in)
    return text, with_units(bodies, text, talk, library.units)


def rejoined(
    text: str, conversations: Conversations, conversation: str, library: Library
) -> Joined | Declined:
    """The question joined to its conversation; one that adds a unit to the one spoken of names both."""
    talk = conversations.talk(conversation)
    units = [unit for document in library.documents() for unit in library.units(document.id)] if talk else []
    return rejoin(unit_added(text, talk, units), conversations, conversation)
