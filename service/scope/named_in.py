"""Who and when a question is of, and what is left of it beside these (所问何人何年何事)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from service.contract import AskRequest
from service.follow.conversation import Talk
from service.library import Library
from service.read.misspelt import Slip, slips_in
from service.read.segments import constant_places
from service.scope.levels import one_level
from service.scope.read_who import read_who
from service.scope.scope import years_of
from service.scope.units import units_below, with_units

_HEAD = "\0"
AND = r"(?:以及|[、，,和与及跟同])"


@dataclass(frozen=True, slots=True)
class Named:
    """The bodies by name and the years that a question asks of, those ``loaded`` of the first body.

    ``masked`` is the question with a NUL for each character that says who or when; ``rest`` what else it says.
    """

    bodies: tuple[str, ...]
    years: tuple[int, ...]
    loaded: tuple[int, ...]
    masked: str

    @property
    def rest(self) -> str:
        """What is said beside who and when, without the words that join these."""
        pieces = [piece.strip(" ，,") for piece in self.masked.split(_HEAD)]
        kept = [
            piece for piece in pieces if piece and not re.fullmatch(rf"(?:{AND}|的|年|度|[两三]家)+", piece)
        ]
        return re.sub(rf"^(?:{AND}|的|年(?![初末底均]))+", "", "".join(kept))

    def heads(self) -> list[str]:
        """Each body in each year, as a question begins."""
        when = [f"{year}年" for year in self.years] or [""]
        return [f"{body}{year}" for body in self.bodies for year in when]


def named_in(
    library: Library, request: AskRequest, talk: Talk, text: str, *, placed: bool = False
) -> Named | None:
    """Who and when a text is of, with what the conversation adds; None where nobody is named who is loaded.

    ``placed`` takes the only body of a place that is named for the one meant.
    """
    before = talk[-1].plan.entity if talk else ""
    bodies = one_level(library.bodies(library.documents()), request, before, library.facts)
    bodies = with_units(bodies, text, talk, library.units)
    below = partial(units_below, bodies, units_of=library.units)
    scope = read_who(text, bodies, request, talk, library.facts, below)
    alone = placed and scope.mention.region and len(scope.mention.bodies) == 1
    meant = scope.bodies or (scope.mention.bodies if alone else ())
    if not meant or scope.unclear is not None:
        return None
    first = meant[0]
    return Named(
        tuple(body.name for body in meant),
        years_of(scope, first, talk),
        first.years,
        _masked(scope.text, scope.spans),
    )


def slips_by_print(library: Library, read: Callable[[str], Named | None], text: str) -> list[Slip]:
    """The slips of a text in words that only the documents of the bodies hold that it asks of."""
    named = read(text)
    if named is None:
        return []
    bodies = [b for b in library.bodies(library.documents()) if b.name in named.bodies]
    documents = tuple(d for body in bodies for d in body.documents)
    return slips_in(named.masked.split(_HEAD), library.printed(documents), constant_places)


def _masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    said = [any(low <= place < high for low, high in spans) for place in range(len(text))]
    return "".join(_HEAD if taken else char for char, taken in zip(text, said, strict=True))
