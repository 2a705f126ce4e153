"""Who and when a question is of, as the conversation lets it be read (问谁问何时)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.model import Document, Fact
from service.contract import AskRequest
from service.follow.conversation import Talk
from service.model import Body
from service.scope.scope import Scope
from service.scope.years_counted import read_in_years
from service.things.search import tells_of

FactsOf = Callable[[Sequence[Document]], Sequence[Fact]]


def read_who(text: str, bodies: Sequence[Body], request: AskRequest, talk: Talk, facts_of: FactsOf) -> Scope:
    """Who and when; a name that is no body's may be a thing that the conversation's body tells of."""
    scope = read_in_years(text, bodies, request, talk)
    if not (scope.mention.unknown and talk):
        return scope
    hidden = "\0" * len(scope.mention.unknown)
    again = read_in_years(text.replace(scope.mention.unknown, hidden), bodies, request, talk)
    known = any(tells_of(scope.mention.unknown, facts_of(body.documents)) for body in again.bodies)
    return replace(again, text=again.text.replace(hidden, scope.mention.unknown)) if known else scope
