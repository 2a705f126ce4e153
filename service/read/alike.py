"""Characters that are typed for each other: they sound alike, nearly so, or look alike (音近形近).

Pairs that look alike lie beside this file (``said/lookalikes.txt``); those that sound alike need no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from service.read.terms import sound, sounds

_PAIRS = Path(__file__).parent / "said" / "lookalikes.txt"
#: Beginnings that many speakers do not tell apart: n and l, hu and f.
_NEARLY = (("^n", "l"), ("^hu(?=a)", "f"), ("^hui", "fei"), ("^hun", "fen"), ("^hu$", "fu"))


#: Characters that are never slips for each other: exchanged, they turn a name into its opposite.
OPPOSITES = tuple(map(frozenset, ("收支", "入出", "增减", "多少", "上下", "初末", "高低", "年末", "厕车")))


def sounds_like(run: str, word: str, looks: bool = True) -> bool:
    """Whether a run of a question is a misspelling of a word of the same length.

    Half of the characters must be the word's own; the others sound like it, or, in a word of four and more, a
    single one may look like it or sound nearly so (绩郊工资) where ``looks``.
    """
    wrong = [(a, b) for a, b in zip(run, word, strict=True) if a != b]
    if not wrong or len(wrong) * 2 > len(word) or any(frozenset(pair) in OPPOSITES for pair in wrong):
        return False
    if all(sound(a) == sound(b) for a, b in wrong):
        return True
    if not looks or len(word) < 4 or len(wrong) > 1:
        return False
    one, other = wrong[0]
    return looks_alike(one, other) or _nearly(sound(one)) == _nearly(sound(other))


def alike(one: str, other: str) -> bool:
    """Whether one character may have been typed for another."""
    return one != other and not keys(one).isdisjoint(keys(other))


def looks_like(char: str) -> str:
    """The characters that one looks like."""
    return _looks().get(char, "")


def looks_alike(one: str, other: str) -> bool:
    """Whether two characters look alike."""
    return other in looks_like(one)


@lru_cache(maxsize=1 << 14)
def keys(char: str) -> frozenset[str]:
    """What a character shares with those that it may be typed for: a sound, or the mark of a pair that looks alike."""
    return frozenset((*map(_nearly, sounds(char)), *(min(char, c) + max(char, c) for c in looks_like(char))))


def by_key(chars: Iterable[str]) -> dict[str, list[str]]:
    """Characters by what they share with others."""
    found: dict[str, list[str]] = {}
    for char in chars:
        for key in keys(char):
            found.setdefault(key, []).append(char)
    return found


def _nearly(reading: str) -> str:
    for begun, as_one in _NEARLY:
        reading = re.sub(begun, as_one, reading)
    return reading


@cache
def _looks() -> Mapping[str, str]:
    """The characters that each looks like."""
    found: dict[str, str] = {}
    for line in _PAIRS.read_text(encoding="utf-8").splitlines():
        for pair in () if line.startswith("#") else line.split():
            one, other = pair[0], pair[1]
            found[one] = found.get(one, "") + other
            found[other] = found.get(other, "") + one
    return found
