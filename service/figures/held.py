"""The facts of some documents, found by what they are of without reading them all (事实索引)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.figures.once import Once

T = TypeVar("T")


#: 「单价100万（含）以上设备」 is written with 元 and without.
_OVER = regex(r"(?<=万)元(?=含|以上)")


@lru_cache(maxsize=1 << 14)
def plain_name(name: str) -> str:
    """A name as it is compared: 住房保障 and 住房保障支出 are one account, printed with 支出 or without it."""
    folded = _OVER.sub("", fold(name))
    stem = folded.removesuffix("支出")
    return stem if len(stem) > 3 else folded


class HeldFacts(Once, tuple[Fact, ...]):
    """Facts in their order, with their places by name and by code; made once, asked for every question."""

    def of(self, name: str, code: str = "") -> list[Fact]:
        """The facts whose subject goes by this name, however it is written, or has this code; in their order."""
        names, codes = self._places
        places = set(names.get(plain_name(name), ()))
        if code:
            places.update(codes.get(code, ()))
        return [self[place] for place in sorted(places)]

    @cached_property
    def _places(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        names: dict[str, list[int]] = {}
        codes: dict[str, list[int]] = {}
        for place, fact in enumerate(self):
            names.setdefault(plain_name(fact.subject.name), []).append(place)
            if fact.subject.code:
                codes.setdefault(fact.subject.code, []).append(place)
        return names, codes


def facts_of(facts: Sequence[Fact], name: str, code: str = "") -> Sequence[Fact]:
    """The facts that may be of a subject: those found by its name or code where there is an index, else all."""
    return facts.of(name, code) if isinstance(facts, HeldFacts) else facts


def once(facts: Sequence[Fact], key: Hashable, make: Callable[[], T]) -> T:
    """What is made of some facts, kept with them where they are held; ``key`` is all that it depends on beside them."""
    return facts.once(key, make) if isinstance(facts, HeldFacts) else make()


def facts_at(facts: Sequence[Fact], home: frozenset[str]) -> Sequence[Fact]:
    """The facts of the documents in ``home``."""
    chosen = (f for f in facts if f.document_id in home)
    if not home or not isinstance(facts, HeldFacts):
        return list(chosen) if home else ()
    return facts.once(("at", home), lambda: HeldFacts(chosen))


def facts_for(facts: Sequence[Fact], years: Sequence[int], home: frozenset[str]) -> Sequence[Fact]:
    """The facts of these years, all where none is named; those of the documents in ``home`` come first."""
    return once(facts, (tuple(years), home), lambda: _facts_for(facts, years, home))


def _facts_for(facts: Sequence[Fact], years: Sequence[int], home: frozenset[str]) -> Sequence[Fact]:
    chosen = HeldFacts(f for f in facts if f.year in years) if years else facts
    return HeldFacts((*(f for f in facts if f.document_id in home), *chosen)) if home else chosen
