"""Who and when a question is of, as the conversation lets it be read (问谁问何时)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ingest.model import Document, Fact
from ingest.patterns import regex
from service.contract import AskRequest
from service.follow.conversation import Talk
from service.model import Body
from service.scope.account_alike import but_accounts
from service.scope.by_duty import by_duty
from service.scope.by_function import by_function
from service.scope.own_units import BelowOf, calls_unit, own_units
from service.scope.regions import Mention, by_region
from service.scope.scope import Scope
from service.scope.unit_as_thing import unit_as_thing
from service.scope.years_counted import read_in_years
from service.things.search import named_in, tells_of

TellsOf = Callable[[str, Iterable[Fact]], bool]
FactsOf = Callable[[Sequence[Document]], Sequence[Fact]]

#: A part of what was spoken of: 「其中新建服务中心那个项目」 is no body.
_WITHIN = regex(r"^(?:其中|里[面头边])")
_PROJECT = regex(r"^(?:那|这)(?:一)?个(?:项目|工程|科目|专项)")
#: No more bodies than this are asked whether they tell of a thing.
_MOST = 6


def read_who(
    text: str, bodies: Sequence[Body], request: AskRequest, talk: Talk, facts_of: FactsOf, below: BelowOf
) -> Scope:
    """Who and when, down to the units ``below`` a department that its tables print figures of."""
    text, note = by_function(by_duty(text, bodies), bodies)
    scope = own_units(_read(text, bodies, request, talk, facts_of, below), bodies, below, facts_of)
    scope = replace(scope, heard_as="".join((note, scope.heard_as))) if note else scope
    return unit_as_thing(scope, talk, bodies)


def _read(
    text: str, bodies: Sequence[Body], request: AskRequest, talk: Talk, facts_of: FactsOf, below: BelowOf
) -> Scope:
    """Who and when; a name that is no body's may be a thing that the body named or spoken of tells of."""
    read = partial(read_in_years, bodies=bodies, request=request, talk=talk)
    scope = but_accounts(read(text), text, read, facts_of)
    if not scope.mention.unknown:
        return scope
    for words, told in (
        *_things(scope.mention, text, bool(talk)),
        *_places(scope.mention.unknown, text, bodies),
    ):
        hidden = "\0" * len(words)
        again = read(text.replace(words, hidden))
        asked = again.bodies or (again.mention.bodies if again.mention.region else ())
        within = talk and (_WITHIN.match(words) or _PROJECT.match(text[text.find(words) + len(words) :]))
        unit = any(calls_unit(words, body, below) for body in asked[:1])
        if unit or (within and asked) or any(told(words, facts_of(body.documents)) for body in asked[:_MOST]):
            return replace(again, text=again.text.replace(hidden, words))
    return scope


_MONEY = regex(r"支出|收入|三公|经费|[预决]算|花了?多少|采购")
#: A place below a county, which text tells of without its being a body that is asked about.
_BELOW_COUNTY = regex(r"[\u4e00-\u9fff]{2,4}(?:镇|乡|街道|村|社区)$")
#: A house that a body keeps, of which the text of the only body of its place may tell.
_HOUSE = regex(
    r"[\u4e00-\u9fff]{0,4}(?:福利院|敬老院|养老院|孤儿院|救助站|殡仪馆|公墓|图书馆|文化馆|博物馆|体育馆|档案馆|水厂|泵站|监测站)"
)


def _places(unknown: str, text: str, bodies: Sequence[Body]) -> Iterator[tuple[str, TellsOf]]:
    """「某县某镇的农田」: a place behind that of loaded bodies, of which text may tell, but of its own money."""
    if not unknown or _MONEY.search(text):
        return
    region = by_region(unknown, bodies, [False] * len(unknown))
    start = region.spans[0][1] if region.spans and region.spans[0][0] == 0 else 0
    house = len(region.bodies) == 1 and _HOUSE.fullmatch(unknown[start:])
    if start and (house or _BELOW_COUNTY.fullmatch(unknown[start:])):
        yield unknown[start:], tells_of


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
