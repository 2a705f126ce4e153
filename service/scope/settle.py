"""Which of the bodies that are called alike is meant: by the place that is named besides, by the year (同名单位的取舍).

With many bodies loaded a short name fits several, and a common word fits the name of one that is not asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from ingest.patterns import regex
from ingest.text import fold
from service.model import Body
from service.read.terms import reads_in
from service.scope.common_words import is_matter
from service.scope.kinds_of_bodies import is_kind
from service.scope.regions import Mention, by_region, places_of
from service.scope.run_together import Spelt

T = TypeVar("T", bound=Spelt)

#: What joins a name to another that it is set beside.
_JOINS = regex(r"\s*(?:[和与跟同及比或、/]|还有|还是|以及|加上|再加)?\s*")
#: So many of the bodies that are called alike are looked at.
_MOST = 12


def but_strangers(fits: Sequence[T], is_stranger: Callable[[T], bool]) -> list[T]:
    """The runs without those of bodies elsewhere, where one at more length is of a body that is meant.

    「云槐县医院」 is the one of 云槐县, though 医院 alone spells more of another's name.
    """
    if len({fit.body.key for fit in fits}) < 2:
        return list(fits)
    best: dict[str, T] = {}
    for fit in fits:
        best.setdefault(fit.body.key, fit)
    elsewhere = {
        key
        for key, fit in list(best.items())[:_MOST]
        if any(_covers(other, fit) for other in fits) and is_stranger(fit)
    }
    kept = [fit for fit in fits if fit.body.key not in elsewhere]
    meant = [fit for fit in kept if not is_stranger(fit)] if elsewhere else []
    return [
        fit
        for fit in fits
        if fit.body.key not in elsewhere or not any(_covers(other, fit) for other in meant)
    ]


def _covers(one: Spelt, other: Spelt) -> bool:
    longer = one.end - one.start > other.end - other.start
    return longer and one.start <= other.start and other.end <= one.end and one.body.key != other.body.key


def but_matters(groups: list[list[T]], text: str) -> list[list[T]]:
    """The names without words for a matter, where a body is named at more length: 「卫健局2023年应急那笔钱」 is not
    said of an 应急管理局; set beside a name such a word is one: 「卫健局和应急比」."""
    named = [group for group in groups if not is_matter(text[group[0].start : group[0].end])]
    if not named or len(named) == len(groups):
        return groups
    return [
        group
        for group in groups
        if group in named or any(_is_beside(group[0], other[0], text) for other in named)
    ]


def _is_beside(fit: Spelt, other: Spelt, text: str) -> bool:
    first, second = sorted((fit, other), key=lambda one: one.start)
    return _JOINS.fullmatch(text[first.end : second.start]) is not None


def of_place(mention: Mention, text: str, bodies: Sequence[Body], taken: Sequence[bool]) -> Mention:
    """The body of the place that a question names apart from a name that fits bodies elsewhere.

    「规资局（普陀）」 of two that are called so; 「江汉区2023年城管投诉」, where only another place's is called 城管.
    """
    if mention.several or not mention.bodies or len(mention.spans) != 1:
        return mention
    start, end = mention.spans[0]
    run = text[start:end]
    without = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    if len(mention.bodies) > 1:
        own = [body for body in mention.bodies if _place_said(body, without)]
        places = tuple(span for body in own for span in _spans(body, without))
        return Mention((own[0],), (mention.spans[0], *places)) if len(own) == 1 else mention
    if mention.region or _place_said(mention.bodies[0], text):
        return mention
    place = by_region(without, bodies, taken)
    fitting = tuple(body for body in place.bodies if any(reads_in(run, fold(name)) for name in body.names))
    return Mention(fitting, (mention.spans[0], *place.spans)) if fitting else mention


def calls_of_place(name: str, text: str, bodies: Sequence[Body]) -> bool:
    """Whether a name that is no loaded body's calls one of a place for short, or only a kind of house there.

    「江汉城管」, 「社区医院」; 「柳河卫监」 calls no 卫生健康局.
    """
    at = text.find(name)
    if bodies and is_kind(text[max(0, at - 1) : at + len(name)]):
        return True
    for body in bodies:
        for part in places_of(body.name):
            form = part if part in name else part[:-1]
            rest = name.partition(form)[2] if len(form) > 1 else ""
            if rest and any(reads_in(rest, fold(own)) for own in body.names):
                return True
    return False


def _place_said(body: Body, text: str) -> bool:
    """Whether a text names the narrowest place of a body, with or without its level."""
    return bool(_spans(body, text))


def _spans(body: Body, text: str) -> list[tuple[int, int]]:
    parts = places_of(body.name)
    if not parts:
        return []
    form = parts[-1] if parts[-1] in text else parts[-1][:-1]
    return [match.span() for match in re.finditer(re.escape(form), text)] if len(form) > 1 else []


def of_kin(groups: list[list[T]]) -> list[list[T]]:
    """「普陀区财政局和规资局」: of bodies called alike, the one of the place of those that are named beside."""
    sole = {places_of(group[0].body.name) for group in groups if len({fit.body.key for fit in group}) == 1}
    sole.discard(())
    for group in groups:
        own = [fit for fit in group if places_of(fit.body.name) in sole]
        if 0 < len({fit.body.key for fit in own}) < len({fit.body.key for fit in group}):
            group[:] = own
    return groups


def as_spoken(mention: Mention, spoken: Sequence[Body]) -> Mention:
    """Of bodies that a short name fits alike, the one that is spoken of, or the only one of the same place."""
    if mention.several or len(mention.bodies) < 2:
        return mention
    keys, places = {body.key for body in spoken}, {places_of(body.name) for body in spoken} - {()}
    for own in (
        [body for body in mention.bodies if body.key in keys],
        [body for body in mention.bodies if places_of(body.name) in places],
    ):
        if len(own) == 1:
            return Mention((own[0],), mention.spans, again=mention.again)
    return mention


def but_loose(mention: Mention, text: str, spoken: Sequence[Body]) -> Mention:
    """Nobody, where a follow-up says no more than a word for a matter, which a body elsewhere is called by.

    「医院打算怎么改」 after a 妇幼保健院 was spoken of; 「那财政呢」 is the one of the same place.
    """
    if not spoken or mention.several or mention.region or len(mention.spans) != 1:
        return mention
    places = {places_of(body.name) for body in spoken} - {()}
    loose = is_matter(text[slice(*mention.spans[0])]) and bool(mention.bodies)
    known = any(body in spoken or places_of(body.name) in places for body in mention.bodies)
    return Mention(()) if loose and not known else mention


def of_year(
    mention: Mention, years: Sequence[int], bodies: Sequence[Body], find: Callable[[Sequence[Body]], Mention]
) -> Mention:
    """Of bodies that a short name fits, the only one that has documents of the year that is asked of.

    ``find`` tells whom a question names of some bodies: 「规划局2024年」 is no 自然资源和规划局 of which 2025 is held
    alone, where a 规划和自然资源局 has that year.
    """
    if mention.several or mention.region or not mention.bodies or len(years) != 1:
        return mention
    held = tuple(body for body in mention.bodies if years[0] in body.years)
    if len(mention.bodies) > 1:
        return Mention(held, mention.spans, again=mention.again) if len(held) == 1 else mention
    if held or len(mention.spans) != 1:
        return mention
    other = find([body for body in bodies if years[0] in body.years])
    over = len(other.spans) == 1 and _overlap(other.spans[0], mention.spans[0])
    return other if over and len(other.bodies) == 1 and not other.region else mention


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
