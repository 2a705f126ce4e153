"""The end of another body's name is no short form of one that ends alike: 民政局 is not 财政局 (名称截尾)."""

from __future__ import annotations

from collections.abc import Sequence

from service.read.terms import sound


def is_cut_short(before: str, run: str, telling: int, cores: Sequence[str]) -> bool:
    """Whether a run that spells a body's name begins within it, where the text goes on to the left with another word.

    ``telling`` is how many characters of the run tell it from others of its kind: 政 of 政局.
    """
    if telling != 1 or not before:
        return False
    places = [core.find(run) for core in cores]
    within = [core[place - 1] for core, place in zip(cores, places, strict=True) if place > 0]
    return bool(within) and 0 not in places and all(sound(char) != sound(before[-1]) for char in within)
