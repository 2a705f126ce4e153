"""A unit named in a conversation on its department, where no table of that year has it: a thing of its text (单位入文).

「那某某站有什么问题」 after the department's own year asks what its text of that year says, no other year's table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.text import fold
from service.follow.conversation import Talk
from service.model import Body
from service.scope.names_of import core_of
from service.scope.regions import Mention
from service.scope.scope import Scope


def unit_as_thing(scope: Scope, talk: Talk, bodies: Sequence[Body]) -> Scope:
    """The scope with the department in place of the unit, whose name is left to the question; else the scope."""
    unit, period = scope.body, scope.period
    if unit is None or not unit.within or not talk or period.years or period.back is not None:
        return scope
    spoken = talk[-1].years
    whole = next((b for b in bodies if not b.within and b.name == unit.within), None)
    if whole is None or talk[-1].bodies != (whole.key,) or not spoken or set(spoken) & set(unit.years):
        return scope
    text = scope.text
    for low, high in scope.mention.spans:  # as text calls it, without its region
        text = text.replace(text[low:high], core_of(fold(unit.name)))
    return replace(scope, bodies=(whole,), mention=Mention(()), text=text, spans=period.spans, inherited=True)
