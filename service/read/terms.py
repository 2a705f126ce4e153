"""Finding names in a question: exactly, by sound, or in part; every match with its place (词语匹配)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import takewhile
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A name found at ``start``..``end`` of a question; ``exact`` is False for one found by its sound."""

    start: int
    end: int
    word: str
    value: T
    exact: bool = True

    @property
    def length(self) -> int:
        """Characters covered."""
        return self.end - self.start


class Words(dict[str, T]):
    """Words of a vocabulary, which never changes once it is read, with an index of how they begin."""

    _last: tuple[str, tuple[str, ...]] = "", ()

    @cached_property
    def starts(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        """Words by their first two characters, each with its place among all."""
        found: dict[str, list[tuple[int, str]]] = {}
        for place, word in enumerate(self):
            if word:
                found.setdefault(word[:2], []).append((place, word))
        return found

    def within(self, text: str) -> tuple[str, ...]:
        """The words that a text has, in their order; a question is gone through several times."""
        last, found = self._last
        if last != text:
            found = self._within(text)
            self._last = text, found
        return found

    def _within(self, text: str) -> tuple[str, ...]:
        starts = self.starts
        pairs = {*text, *map(str.__add__, text, text[1:])}
        found = [one for pair in pairs if pair in starts for one in starts[pair] if one[1] in text]
        return tuple(word for _, word in sorted(found))


def rows_to_words(rows: Iterable[tuple[T, str]]) -> Words[T]:
    """Rows of a vocabulary as a mapping word → value; the first row that has a word keeps it."""
    words: Words[T] = Words()
    for value, joined in rows:
        for word in joined.split("|"):
            words.setdefault(word, value)
    return words


def find(text: str, words: Mapping[str, T], taken: Sequence[bool] | None = None) -> list[Match[T]]:
    """All words in the text, longest first, none overlapping another or a taken place; in order of place."""
    said = words.within(text) if isinstance(words, Words) else [w for w in words if w and w in text]
    if not said:
        return []
    free = [not t for t in taken] if taken else [True] * len(text)
    found: list[Match[T]] = []
    for word in sorted(said, key=len, reverse=True):
        start = text.find(word)
        while start >= 0:
            if all(free[start : start + len(word)]):
                found.append(Match(start, start + len(word), word, words[word]))
                free[start : start + len(word)] = [False] * len(word)
            start = text.find(word, start + 1)
    return sorted(found, key=lambda m: m.start)


def reads_in(short: str, name: str) -> bool:
    """Whether the characters of the one stand in the other in their order."""
    position = -1
    for char in short:
        position = name.find(char, position + 1)
        if position < 0:
            return False
    return True


def common_end(one: str, other: str) -> int:
    """How many characters both end with alike."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def mark(taken: list[bool], match: Match[T]) -> None:
    """Note that a match explains its place."""
    taken[match.start : match.end] = [True] * match.length


def free_runs(
    text: str, taken: Sequence[bool], pattern: str = r"[\u4e00-\u9fffA-Za-z0-9]+"
) -> list[tuple[int, str]]:
    """Runs of the text that nothing explains yet, with their places."""
    masked = "".join("\0" if t else c for c, t in zip(text, taken, strict=True))
    return [(m.start(), m[0]) for m in re.finditer(pattern, masked)]


@lru_cache(maxsize=1 << 14)
def sound(char: str) -> str:
    """Toneless reading of a character, the character itself where it has none; n/ng and z/zh count as one."""
    return sounds(char)[0]


@lru_cache(maxsize=1 << 14)
def sounds(char: str) -> tuple[str, ...]:
    """The two commonest readings of a character, each as ``sound`` gives the first."""
    plain = (
        "".join(_PLAIN.get(c, c) for c in reading)
        for reading in _readings().get(ord(char), char).split(",")[:2]
    )
    return tuple(re.sub(r"^([zcs])h", r"\1", re.sub(r"(?<=[aei])ng$", "n", reading)) for reading in plain)


_PLAIN = {
    accented: plain
    for plain, row in {
        "a": "āáǎà",
        "e": "ēéěèê",
        "i": "īíǐì",
        "o": "ōóǒò",
        "u": "ūúǔù",
        "v": "üǖǘǚǜ",
        "n": "ńňǹ",
    }.items()
    for accented in row
}


@cache
def _readings() -> Mapping[int, str]:
    # Loaded only when a question is misspelt: the table has forty thousand rows. Its readings of whole phrases take
    # five times as long to load, and nothing asks for them.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin.constants import PINYIN_DICT

    readings: Mapping[int, str] = PINYIN_DICT
    return readings


def overlap(text: str, name: str) -> int:
    """Characters of ``text`` that stand in common runs of two or more with ``name``."""
    total = position = 0
    while position < len(text) - 1:
        length = 0
        while position + length < len(text) and text[position : position + length + 1] in name:
            length += 1
        if length >= 2:
            total += length
            position += length
        else:
            position += 1
    return total
