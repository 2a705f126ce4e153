"""Who and when a question is of, as the conversation lets it be read (问谁问何时)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.model import Document, Fact
from ingest.patterns import regex
from service.contract import AskRequest
from service.follow.conversation import Talk
from service.model import Body
from service.scope.scope import Scope
from service.scope.years_counted import read_in_years
from service.things.search import tells_of

#: A part of what was spoken of: 「其中新建服务中心那个项目」 is no body.
_WITHIN = regex(r"^(?:其中|里[面头边])")
_PROJECT = regex(r"^(?:那|这)(?:一)?个(?:项目|工程|科目|专项)")
FactsOf = Callable[[Sequence[Document]], Sequence[Fact]]


def read_who(text: str, bodies: Sequence[Body], request: AskRequest, talk: Talk, facts_of: FactsOf) -> Scope:
    """Who and when; a name that is no body's may be a thing that the conversation's body tells of."""
    scope = read_in_years(text, bodies, request, talk)
    if not (scope.mention.unknown and talk):
        return scope
    hidden = "\0" * len(scope.mention.unknown)
    again = read_in_years(text.replace(scope.mention.unknown, hidden), bodies, request, talk)
    unknown = scope.mention.unknown
    within = _WITHIN.match(unknown) or _PROJECT.match(text[text.find(unknown) + len(unknown) :])
    known = within or any(tells_of(unknown, facts_of(body.documents)) for body in again.bodies)
    return replace(again, text=again.text.replace(hidden, scope.mention.unknown)) if known else scope
