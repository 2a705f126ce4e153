"""Known facts against the facts of the store (查全查准).

Each known fact finds a fact of its own; each fact on a page that is read whole must be a known one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.gold import Gold, GoldFact
from eval.gold_match import Names, comparable, differing, names_of, same_sentence
from ingest.level_told import LEVEL
from ingest.model import Fact


@dataclass(frozen=True, slots=True)
class Pair:
    """A known fact and the nearest fact: ``differs`` names the fields that do not agree; None: nothing near."""

    gold: GoldFact
    fact: Fact | None
    differs: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """Whether the fact was found with all of its fields."""
        return self.fact is not None and not self.differs


@dataclass(frozen=True, slots=True)
class Stray:
    """A fact on a whole page that no known fact agrees with, and the known fact that is nearest, if any."""

    doc: str
    fact: Fact
    nearest: GoldFact | None
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """``pairs``: one per known fact; ``judged``: facts on whole pages with their files; ``strays``: the wrong ones."""

    pairs: tuple[Pair, ...]
    strays: tuple[Stray, ...]
    judged: tuple[tuple[str, Fact], ...]

    @property
    def found(self) -> int:
        """Known facts that were found with all of their fields."""
        return sum(pair.right for pair in self.pairs)


def score(gold: Gold, facts: Mapping[str, Sequence[Fact]]) -> Score:
    """The score of the facts of each file, by file name."""
    names = names_of(gold.facts)
    pairs: list[Pair] = []
    strays: list[Stray] = []
    judged: list[tuple[str, Fact]] = []
    for doc in gold.files:
        known = [fact for fact in gold.facts if fact.doc == doc]
        found = list(facts.get(doc, ()))
        pairs += _pairs(known, found, names)
        pages = gold.complete.get(doc, frozenset())
        for fact in found:
            # 「持平」 prints no figure; the known facts leave it out.
            if fact.source.page in pages and fact.breakdown != LEVEL:
                judged.append((doc, fact))
                stray = _stray(doc, fact, known, names)
                strays += [stray] if stray else []
    return Score(tuple(pairs), tuple(strays), tuple(judged))


def _pairs(known: Sequence[GoldFact], found: Sequence[Fact], names: Names) -> list[Pair]:
    """One fact for one known fact, the best agreements first."""
    near = [
        (differing(gold, fact, names), not same_sentence(gold, fact), g, f)
        for g, gold in enumerate(known)
        for f, fact in enumerate(found)
        if comparable(gold, fact)
    ]
    taken: set[int] = set()
    paired: dict[int, Pair] = {}
    for differs, _, g, f in sorted(near, key=lambda one: (len(one[0]), *one[1:])):
        if g not in paired and f not in taken:
            taken.add(f)
            paired[g] = Pair(known[g], found[f], differs)
    return [paired.get(g, Pair(gold, None)) for g, gold in enumerate(known)]


def _stray(doc: str, fact: Fact, known: Sequence[GoldFact], names: Names) -> Stray | None:
    """The fact as a wrong one, None where a known fact agrees with it in all fields."""
    near = [(differing(gold, fact, names), gold) for gold in known if comparable(gold, fact)]
    if not near:
        return Stray(doc, fact, None)
    differs, gold = min(near, key=lambda one: len(one[0]))
    return Stray(doc, fact, gold, differs) if differs else None
