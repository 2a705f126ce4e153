"""Who and when a question is of, and what is left of it beside these (所问何人何年何事)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from ingest.model import Fact, Measure, Origin
from ingest.text import fold
from service.accounts.contracted import contractions
from service.contract import AskRequest
from service.figures.held import once
from service.follow.conversation import Talk
from service.library import Library
from service.model import CODED_KINDS, PHRASE_KINDS, Body
from service.read.alike import looks_like
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

    ``masked`` is the question with a NUL for each character that says who or when; ``rest`` what else it says;
    ``names`` are those of accounts and things that are known of the bodies, by their first two characters;
    ``accounts`` are the names of accounts that the tables of the first print amounts of, and ``prints`` tells whether
    its documents have a word; ``units`` are the bodies below it that its tables print figures of.
    """

    bodies: tuple[str, ...]
    years: tuple[int, ...]
    loaded: tuple[int, ...]
    masked: str
    names: tuple[Mapping[str, Sequence[tuple[int, str]]], ...] = field(default=(), compare=False, repr=False)
    accounts: tuple[str, ...] = field(default=(), compare=False, repr=False)
    prints: Callable[[str], bool] = field(default=bool, compare=False, repr=False)
    units: tuple[str, ...] = field(default=(), compare=False, repr=False)

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
        tuple(library.lexicon(body.documents).starts for body in meant[:_BODIES]),
        _accounts(library.facts(first.documents)),
        lambda word: any(word in printed for printed in library.index(first.documents).texts),
        tuple(unit.name for unit in below(first)),
    )


def _accounts(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The names of accounts that tables print amounts of."""
    return once(
        facts, "accounts",
        lambda: tuple(
            dict.fromkeys(
                f.subject.name for f in facts
                if f.measure is Measure.AMOUNT and f.origin is Origin.CELL and f.subject.kind not in PHRASE_KINDS
            )
        ),
    )  # fmt: skip


#: The names of so many bodies are looked for in a question.
_BODIES = 2


def slips_by_print(
    library: Library, read: Callable[[str], Named | None], text: str, request: AskRequest | None = None
) -> list[Slip]:
    """The slips of a text in words that only the documents of the bodies hold that it asks of, and the names of their
    accounts that it says in part; of a region with one body alone, that body's."""
    named = read(text)
    bodies = library.bodies(library.documents())
    if named is not None:
        own, masked = [b for b in bodies if b.name in named.bodies], named.masked
    else:
        own, masked = _only_there(text, bodies, request, library)
    if not own:
        return drawn_alike(_unknown(text, bodies, request, library), bodies)
    documents = tuple(d for body in own for d in body.documents)
    pieces = masked.split(_HEAD)
    slips = slips_in(pieces, library.printed(documents), constant_places)
    return slips or contractions(pieces, _coded(library.facts(documents)))


def _only_there(
    text: str, bodies: Sequence[Body], request: AskRequest | None, library: Library
) -> tuple[list[Body], str]:
    """The one body of the region that a text names, and the text but for the region and the years."""
    scope = read_who(text, bodies, request or AskRequest(question=text), (), library.facts, lambda body: ())
    only = scope.mention.bodies if scope.mention.region and len(scope.mention.bodies) == 1 else ()
    return list(only), _masked(scope.text, scope.spans) if only else ""


def _unknown(text: str, bodies: Sequence[Body], request: AskRequest | None, library: Library) -> str:
    """The name of a body that is not held, which a text names."""
    scope = read_who(text, bodies, request or AskRequest(question=text), (), library.facts, lambda body: ())
    return "" if scope.bodies else scope.mention.unknown


#: A shorter name is too easily another's.
_LEAST_NAME = 4
#: Of these both are in the names of places: 秦安 is no 泰安.
_BOTH_IN_PLACES = tuple(
    map(frozenset, ("秦泰", "大太", "玉王", "扬杨", "余金", "清渭", "土士", "东车", "西酉", "平乎"))
)


def drawn_alike(name: str, bodies: Sequence[Body]) -> list[Slip]:
    """The slip of a name that is nobody's, where one character drawn like another makes it that of a body; none where
    it makes several names, or where more than that is of another body."""
    if len(name) < _LEAST_NAME:
        return []
    names = [fold(form) for body in bodies for form in body.names]
    made = {
        name[:place] + other + name[place + 1 :]
        for place, char in enumerate(name)
        for other in looks_like(char)
        if frozenset((char, other)) not in _BOTH_IN_PLACES
    }
    meant = [run for run in sorted(made) if any(run in form for form in names)]
    return [Slip(name, meant[0])] if len(meant) == 1 else []


def _coded(facts: Sequence[Fact]) -> list[str]:
    """The names of the accounts of a classification, as questions are written."""
    return once(
        facts, _coded, lambda: list({fold(f.subject.name): 0 for f in facts if f.subject.kind in CODED_KINDS})
    )


def _masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    said = [any(low <= place < high for low, high in spans) for place in range(len(text))]
    return "".join(_HEAD if taken else char for char, taken in zip(text, said, strict=True))
