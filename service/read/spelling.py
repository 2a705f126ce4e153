"""Names by what they have at each place, so that a misspelt one is found without trying them all (错字索引)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

#: Shorter names are too easily taken for each other.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Index:
    """Names of three characters and more by length, place and character."""

    sizes: tuple[int, ...]
    held: Mapping[tuple[int, int, str], tuple[str, ...]]

    @classmethod
    def of(cls, names: Iterable[str]) -> Index:
        """The index of some names."""
        held: dict[tuple[int, int, str], list[str]] = {}
        sizes = set()
        for name in names:
            if len(name) >= _SHORTEST:
                sizes.add(len(name))
                for place, char in enumerate(name):
                    held.setdefault((len(name), place, char), []).append(name)
        return cls(tuple(sorted(sizes)), {key: tuple(found) for key, found in held.items()})

    def like(self, run: str) -> Iterator[str]:
        """Names of the run's length that have at least half of its characters in place, the run itself left out."""
        size, held = len(run), self.held
        hits: dict[str, int] = {}
        for place, char in enumerate(run):
            for name in held.get((size, place, char), ()):
                hits[name] = hits.get(name, 0) + 1
        return (name for name, count in hits.items() if count * 2 >= size and name != run)
