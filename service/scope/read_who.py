"""Who and when a question is of, as the conversation lets it be read (问谁问何时)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.model import Document, Fact
from service.contract import AskRequest
from service.follow.conversation import Talk
from service.model import Body
from service.scope.regions import Mention
from service.scope.scope import Scope
from service.scope.years_counted import read_in_years
from service.things.search import named_in, tells_of

TellsOf = Callable[[str, Iterable[Fact]], bool]
FactsOf = Callable[[Sequence[Document]], Sequence[Fact]]

#: No more bodies than this are asked whether they tell of a thing.
_MOST = 6


def read_who(text: str, bodies: Sequence[Body], request: AskRequest, talk: Talk, facts_of: FactsOf) -> Scope:
    """Who and when; a name that is no body's may be a thing that the body named or spoken of tells of."""
    scope = read_in_years(text, bodies, request, talk)
    if not scope.mention.unknown:
        return scope
    for words, told in _things(scope.mention, text, bool(talk)):
        hidden = "\0" * len(words)
        again = read_in_years(text.replace(words, hidden), bodies, request, talk)
        asked = again.bodies or (again.mention.bodies if again.mention.region else ())
        if any(told(words, facts_of(body.documents)) for body in asked[:_MOST]):
            return replace(again, text=again.text.replace(hidden, words))
    return scope


def _things(mention: Mention, text: str, talk: bool) -> Iterator[tuple[str, TellsOf]]:
    """The words that may name a thing: all that are held for a body's name, and those behind one that is known."""
    if talk:
        yield mention.unknown, tells_of
    known = text[slice(*mention.spans[0])] if mention.spans else ""
    behind = mention.unknown.removeprefix(known).removeprefix("的")
    if known and behind and mention.unknown != known != behind:
        yield behind, named_in
    elif not talk:
        yield mention.unknown, named_in
