"""Characters typed for others in words that stand only in the asked documents, put right by these (按原文改错字).

「取暧费」 is printed nowhere, 取暖费 is: a character is a slip where another that sounds or looks like it makes a
longer run of what is printed, and no second one does; so are two in the wrong order, and one typed twice. What is
printed as it was typed stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from service.read.alike import by_key, keys

#: So far to either side of a character is looked at; so much longer a run must get to be what was meant.
_REACH, _LONGER = 5, 2
#: So long a printed run must be that two characters in the wrong order, or one typed twice, make of it.
_TYPED = 3
#: A run of so many characters tells by itself; a shorter one where its characters belong together.
_TELLS = 4
#: How large a part of the occurrences of the rarer of two characters stand beside the other where they are a word.
_TOGETHER = 0.34
#: So many slips are put right in one question.
_MOST = 2


@dataclass(frozen=True)
class Printed:
    """What documents print, as one text: names and passages, each on its own line."""

    text: str

    @classmethod
    def of(cls, lines: Iterable[str]) -> Printed:
        """What these lines print."""
        return cls("\n".join(dict.fromkeys(lines)))

    @cached_property
    def pairs(self) -> Counter[str]:
        """How often two characters stand together."""
        return Counter(map("".join, pairwise(self.text)))

    @cached_property
    def chars(self) -> Counter[str]:
        """How often each character stands there."""
        return Counter(self.text)

    def always(self, run: str, place: int) -> bool:
        """Whether the rest of a run, before its last character or behind its first, is always printed with that."""
        rest = run[:place] or run[place + 1 :]
        return self.text.count(rest) == self.text.count(run)

    def holds(self, run: str) -> bool:
        """Whether a run stands there; its characters by twos are looked up before the whole text is looked through."""
        return all(one + other in self.pairs for one, other in pairwise(run)) and run in self.text

    @cached_property
    def _lines(self) -> frozenset[str]:
        return frozenset(self.text.split("\n"))

    @cached_property
    def _by_key(self) -> dict[str, list[str]]:
        return by_key(char for char in self.chars if "\u4e00" <= char <= "\u9fff")

    def for_char(self, char: str) -> list[str]:
        """Printed characters that one may have been typed for."""
        return sorted({c for key in keys(char) for c in self._by_key.get(key, ()) if c != char})

    def is_name(self, run: str) -> bool:
        """Whether a line is this alone: 取暖费, whose characters stand in other words too."""
        return len(run) > 2 and run in self._lines

    def together(self, one: str, other: str) -> bool:
        """Whether two characters are of one word: they stand together as often as the rarer one stands at all."""
        held = self.pairs[one + other]
        return held >= _TOGETHER * min(self.chars[one], self.chars[other]) and held > 0


@dataclass(frozen=True, slots=True)
class Slip:
    """A run of a question, and the printed one that it was typed for."""

    typed: str
    meant: str


def read_as(slips: Sequence[tuple[str, str]]) -> list[str]:
    """The note that says how slips were read; none where there are none."""
    read = "，".join(f"「{typed}」按「{meant}」理解" for typed, meant in slips)
    return [f"{read}。"] if read else []


def slips_in(
    pieces: Sequence[str], printed: Printed, known_words: Callable[[str], frozenset[int]]
) -> list[Slip]:
    """The slips in the pieces of a question that say neither who nor when; none where there are too many.

    ``known_words`` gives the places of a piece that words of the vocabulary explain as they stand.
    """
    found: list[Slip] = []
    for piece in pieces:
        known, place = known_words(piece), 0
        while place < len(piece):
            slip = _slip_at(piece, place, printed) if place not in known else None
            if slip is None and not known.issuperset((place, place + 1)):
                slip = _typing_slip_at(piece, place, printed)
            if slip is not None:
                low, high, meant = slip
                found.append(Slip(piece[low:high], meant))
                piece = piece[:low] + meant + piece[high:]
                known, place = known_words(piece), low + len(meant)
            place += 1
    return found if len(found) <= _MOST else []


def _slip_at(piece: str, place: int, printed: Printed) -> tuple[int, int, str] | None:
    """Where the run lies that one character spoils, and how it is printed."""
    char = piece[place]
    if not "\u4e00" <= char <= "\u9fff":
        return None
    before, after = piece[place - 1 : place], piece[place + 1 : place + 2]
    near = [c for c in printed.for_char(char) if before + c in printed.pairs or c + after in printed.pairs]
    if not near:
        return None
    stands = _run(piece, place, char, printed)
    runs = sorted(((_run(piece, place, c, printed), c) for c in near), key=lambda run: run[0][0] - run[0][1])
    (low, high), meant = runs[0]
    if high - low - (stands[1] - stands[0]) < _LONGER:
        return None
    if len(runs) > 1 and runs[1][0][1] - runs[1][0][0] == high - low:
        return None
    run = piece[low:place] + meant + piece[place + 1 : high]
    return (low, high, run) if _is_word(run, place - low, printed) else None


def _typing_slip_at(piece: str, place: int, printed: Printed) -> tuple[int, int, str] | None:
    """Where the run lies that two characters in the wrong order spoil, or one typed twice, and how it is printed."""
    one, other = (_put_right(piece, at, printed) for at in (place, place + 1))
    if one is None or (other is not None and other[0] > one[0]):
        return None
    return one[1]


def _put_right(
    piece: str, place: int, printed: Printed
) -> tuple[tuple[int, int], tuple[int, int, str]] | None:
    """How well the run is printed that two characters make in the other order, or as one, and the run itself."""
    pair = piece[place : place + 2]
    if not re.fullmatch(r"[\u4e00-\u9fff]{2}", pair) or pair in printed.pairs:
        return None
    meant = pair[0] if pair[0] == pair[1] else pair[::-1]
    text = piece[:place] + meant + piece[place + 2 :]
    low, high = _longest(text, place, place + len(meant), printed)
    stand = [_longest(piece, at, at + 1, printed) for at in (place, place + 1)]
    if high - low < max(_TYPED, *(end - start + 1 for start, end in stand)):
        return None
    return (high - low, printed.pairs[meant]), (low, high + len(pair) - len(meant), text[low:high])


def _longest(text: str, start: int, end: int, printed: Printed) -> tuple[int, int]:
    """The longest printed run about ``start``..``end``; these places alone where there is none."""
    best = start, end
    for low in range(max(start - _REACH, 0), start + 1):
        for high in range(max(end, low + best[1] - best[0] + 1), min(end + _REACH, len(text)) + 1):
            if not printed.holds(text[low:high]):
                break
            best = low, high
    return best


def _run(piece: str, place: int, char: str, printed: Printed) -> tuple[int, int]:
    """The longest printed run about a place that has this character there; the character alone at least."""
    best = place, place + 1
    for low in range(max(place - _REACH, 0), place + 1):
        for high in range(place + 1, min(place + 1 + _REACH, len(piece)) + 1):
            if high - low > best[1] - best[0]:
                if not printed.holds(piece[low:place] + char + piece[place + 1 : high]):
                    break
                best = low, high
    return best


def _is_word(run: str, place: int, printed: Printed) -> bool:
    """Whether a run is no chance meeting: long, or of characters that belong together at the place put right."""
    if not re.fullmatch(r"[\u4e00-\u9fff]+", run):
        return False
    if (len(run) >= _TELLS and 0 < place < len(run) - 1) or printed.is_name(run):
        return True
    if len(run) > _TELLS and printed.always(run, place):
        return True
    beside = [
        pair
        for pair in (run[place - 1 : place + 1] if place else "", run[place : place + 2])
        if len(pair) == 2
    ]
    return len(run) > 2 and all(printed.together(*pair) for pair in beside)
