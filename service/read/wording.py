"""A question while it is being read: its folded text, and which characters are explained so far (读句状态)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ingest.text import fold
from service.read.terms import Match, Words, find, free_runs, mark, rows_to_words
from service.read.vocabulary import FILLER, GENERIC, WHOLE

T = TypeVar("T")

_FILLER = rows_to_words([(True, FILLER)])
#: One character is filler only where it can be nothing else: 共 is also a part of 公共.
PARTICLES = frozenset("的了吗呢呀啊吧是有在和与为被把将给着过么啥这那哪阿呗噢哟喔嘞咧唻捏咯喽啵")
_FILLED = Words({word: True for word in _FILLER if len(word) > 1 or word in PARTICLES})
_WHOLE = rows_to_words([(True, WHOLE)])
_EMPTY = rows_to_words([(True, FILLER), (True, GENERIC)])


@dataclass(slots=True)
class Wording:
    """Folded text of a question; ``taken`` marks what is explained, ``breaks`` where a comma (、，) was,
    ``pauses`` where it was not 、, ``stops`` where any part of a sentence ends,
    ``brackets`` what stood in brackets, ``gaps`` where a space was."""

    text: str
    taken: list[bool]
    breaks: frozenset[int] = frozenset()
    pauses: frozenset[int] = frozenset()
    stops: frozenset[int] = frozenset()
    brackets: tuple[tuple[int, int], ...] = ()
    gaps: frozenset[int] = frozenset()

    @classmethod
    def of(cls, text: str, spans: Sequence[tuple[int, int]]) -> Wording:
        """Fold a question, keeping which of its characters ``spans`` explain already."""
        folded, taken, breaks, pauses = list[str](), list[bool](), set[int](), set[int]()
        stops, gaps = set[int](), set[int]()
        opened, brackets = -1, list[tuple[int, int]]()
        for index, char in enumerate(text):
            if char in "（(":
                opened = len(folded)
            if char in "）)" and 0 <= opened < len(folded):
                brackets.append((opened, len(folded)))
                opened = -1
            if char in "、，,；;":
                breaks.add(len(folded))
            if char in "，,；;":
                pauses.add(len(folded))
            if char in "，,；;。？！?!":
                stops.add(len(folded))
            if char == " ":
                gaps.add(len(folded))
            for part in fold(char):
                folded.append(part)
                taken.append(any(low <= index < high for low, high in spans))
        parts = (frozenset(breaks), frozenset(pauses), frozenset(stops))
        return cls("".join(folded), taken, *parts, tuple(brackets), frozenset(gaps))

    def marked(self) -> str:
        """The folded text with a comma wherever a sentence or a part of one ends."""
        return "".join(("，" if i in self.stops else "") + char for i, char in enumerate(self.text))

    def matches(self, words: Mapping[str, T]) -> list[Match[T]]:
        """Words in what is not explained yet, in order of place."""
        return find(self.text, words, self.taken)

    def claim(self, match: Match[T]) -> None:
        """Mark the place of a match as explained."""
        mark(self.taken, match)

    def claim_all(self, words: Mapping[str, T]) -> None:
        """Mark all words of a vocabulary that are found as explained."""
        for match in self.matches(words):
            self.claim(match)

    def first(self, words: Mapping[str, T]) -> T | None:
        """Value of the longest word that is found, its place explained; None if there is none."""
        found = self.matches(words)
        if not found:
            return None
        best = max(found, key=lambda m: m.length)
        self.claim(best)
        return best.value

    def seen(self, words: Mapping[str, T]) -> T | None:
        """Value of the longest word in what is not explained yet, its place left open; None if there is none."""
        found = self.matches(words)
        return max(found, key=lambda m: m.length).value if found else None

    def has(self, words: Mapping[str, T]) -> T | None:
        """Value of the longest word anywhere in the text, explained or not; None if there is none."""
        found = find(self.text, words)
        return max(found, key=lambda m: m.length).value if found else None

    def left(self) -> str:
        """The text without what is explained."""
        return "".join(c for c, t in zip(self.text, self.taken, strict=True) if not t)

    def parted(self) -> str:
        """What ``left`` tells, with a comma wherever a mark or a space parts it (no word runs over one)."""
        ends = self.breaks | self.stops | self.gaps
        pairs = zip(self.text, self.taken, strict=True)
        return "".join(("，" if i in ends else "") + (c if not t else "") for i, (c, t) in enumerate(pairs))

    def rest(self) -> list[str]:
        """Runs that neither a name nor a word of filler explains."""
        return [run for _, run in self.runs()]

    def runs(self) -> list[tuple[int, str]]:
        """The same with their places."""
        return self._runs(_EMPTY)

    def content(self) -> str:
        """What is not explained, without filler; words of the trade stay, for they are parts of longer names."""
        return "".join(run for _, run in self._runs(_FILLED))

    def _runs(self, empty: Mapping[str, bool]) -> list[tuple[int, str]]:
        trial = Wording(self.text, list(self.taken))
        whole = find(trial.text, _WHOLE, trial.taken)
        for match in find(trial.text, empty, trial.taken):
            if not any(
                match.start < w.end and w.start < match.end and w.length > match.length for w in whole
            ):
                trial.claim(match)
        return free_runs(trial.text, trial.taken)
