"""What has been typed so far: who, which year, and the beginning of what (输入中的问题)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.patterns import regex
from ingest.text import fold
from service.model import Body
from service.scope.bodies import find_bodies
from service.scope.periods import find_period
from service.scope.regions import Mention

#: Words that belong to no subject: they are left over between a name, a year and what is asked.
_FILLER = regex(r"^(?:年度?|预算|决算|的|在|请问|查询?|一下|有)+|(?:是?多少钱?|是)$")
#: What a short name leaves of the word for an office: 卫健 in 卫健委三公.
_ENDING = regex(r"^[委局厅办部院会]")
#: From so many characters on the beginning of a printed name means its body.
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Typed:
    """Bodies that may be meant, the best first; years as written; the folded rest, which begins a subject."""

    bodies: tuple[Body, ...]
    years: tuple[int, ...]
    rest: str


def read_typed(text: str, bodies: Sequence[Body]) -> list[Typed]:
    """The readings of an unfinished question: with the body that its words name, and with any body."""
    period = find_period(text)
    taken = [any(low <= i < high for low, high in period.spans) for i in range(len(text))]
    readings = []
    mention = find_bodies(text, bodies, taken)
    if mention.bodies:
        rest = _without(text, (*period.spans, *mention.spans))
        rest = rest if _whole(text, mention) else _ENDING.sub("", rest)
        readings.append(Typed(mention.bodies, period.years, _FILLER.sub("", rest)))
    plain = _without(text, period.spans)
    begun, length = _begun(plain, bodies)
    if begun:
        longer = length > sum(high - low for low, high in mention.spans)
        readings.insert(0 if longer else 1, Typed(begun, period.years, _FILLER.sub("", plain[length:])))
    readings.append(Typed(tuple(bodies), period.years, plain))
    return readings


def _whole(text: str, mention: Mention) -> bool:
    """Whether a name was typed to its end, so that what follows is no part of it."""
    typed = [fold(text[low:high]) for low, high in mention.spans]
    names = [fold(name) for body in mention.bodies for name in body.names]
    return any(name.endswith(part) for part in typed for name in names)


def _begun(text: str, bodies: Sequence[Body]) -> tuple[tuple[Body, ...], int]:
    """The bodies whose names hold the longest beginning of the text, and how long that is."""
    best: dict[int, list[Body]] = {}
    for body in bodies:
        length = max((_shared(text, fold(name)) for name in body.names), default=0)
        best.setdefault(length, []).append(body)
    length = max(best, default=0)
    return (tuple(best[length]), length) if length >= _LEAST else ((), 0)


def _shared(text: str, name: str) -> int:
    """Characters at the start of the text that stand in the name as they are."""
    length = 0
    while length < len(text) and text[: length + 1] in name:
        length += 1
    return length


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    kept = [char for i, char in enumerate(text) if not any(low <= i < high for low, high in spans)]
    return _FILLER.sub("", fold("".join(kept)))
