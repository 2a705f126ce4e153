"""Names by how they end, so that those that a text may spell are found without trying them all (名尾索引)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from service.read.terms import sound

#: Stands for a character that the text has nothing like: half of one, which is in no text.
_NONE = "\ud800"
#: Characters that end the name of a place: they part a name, whether the text has them or not.
MARKS = "省市区县旗"


@dataclass(frozen=True, slots=True)
class Endings:
    """The parts of names that tell them from others, by the sounds of their last character and of each before it.

    Sounds, for a name may be misspelt. ``held`` are those told by one character alone, too, under no other sound;
    ``names`` are the places of the names that end so, each with what stands before: the region.
    """

    held: Mapping[str, Mapping[str, tuple[str, ...]]]
    names: Mapping[str, tuple[tuple[int, str], ...]]

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]]) -> Endings:
        """The index of names, each as its region and its core."""
        ended: dict[str, list[tuple[int, str]]] = {}
        for place, (region, core) in enumerate(names):
            ended.setdefault(core, []).append((place, region))
        held: dict[str, dict[str, list[str]]] = {}
        for core in ended:
            *before, last = map(sound, core)
            for reading in set(before) or {""}:
                held.setdefault(last, {}).setdefault(reading, []).append(core)
        return cls(
            {last: {reading: tuple(cores) for reading, cores in row.items()} for last, row in held.items()},
            {core: tuple(places) for core, places in ended.items()},
        )

    def near(self, text: str) -> Iterator[tuple[str, str, list[int]]]:
        """Regions and cores that a text may spell, with the places of the names that they stand for.

        A core is near whose last sound and another the text has. Regions are given as far as the text has them, so
        that all that are strange to it are one.
        """
        readings = {sound(char) for char in text}
        cores = {
            core
            for last in readings.intersection(self.held)
            for reading in readings.intersection(self.held[last]) | ({""} & self.held[last].keys())
            for core in self.held[last][reading]
        }
        shown: dict[str, str] = {}
        for core in cores:
            groups: dict[str, list[int]] = {}
            for place, region in self.names[core]:
                if region not in shown:
                    shown[region] = _shown(region, readings)
                groups.setdefault(shown[region], []).append(place)
            for region, places in groups.items():
                yield region, core, places


def _shown(region: str, readings: set[str]) -> str:
    return "".join(char if char in MARKS or sound(char) in readings else _NONE for char in region)
