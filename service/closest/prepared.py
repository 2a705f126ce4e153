"""The numbers of some documents made ready to be held against a question: their words and vectors, once (备查)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.model import Chunk, Fact
from ingest.patterns import regex
from service.closest.places import Place, places_of
from service.closest.word_rows import WordRows
from service.closest.words import words_of

_CLAUSE = regex(r"[^，,；;。：:（）()]*[，,；;：:（）()]?$")
_END = regex(r"[；;。]")


@dataclass(frozen=True, slots=True)
class Ready:
    """A number with its texts, and the words of its own clause and of those near it, as rows of the vectors.

    ``ahead`` is what its passage says before its sentence, from where the item begins that the sentence is of.
    """

    place: Place
    own: str
    near: str
    before: str
    ahead: str
    own_words: tuple[int, ...]
    near_words: tuple[int, ...]
    tail: int


#: Where an item of a list begins, 「2.“老旧货车淘汰奖补”项目。」, not one within it: 「（4）项目内容：」.
_ITEM = regex(r"(?:^|[。；\n])\s*(?:\d{1,2}[.、．]|[（(]?[一二三四五六七八九十]{1,3}[)）、])(?=[^\d])")
#: So far back a passage says what a sentence is of.
_FAR = 240


def _ahead(place: Place) -> str:
    if place.chunk is None:
        return ""
    text = place.chunk.text[max(0, place.start - _FAR) : place.start]
    items = list(_ITEM.finditer(text))
    begins = _ITEM.match(place.sentence) is not None
    return "" if begins else text[items[-1].start() :] if items else text


class Prepared(WordRows):
    """All numbers of some documents, made ready; ``weights`` say how much each of their words tells there."""

    def __init__(self, chunks: Sequence[Chunk], facts: Iterable[Fact]) -> None:
        super().__init__()
        self.text = "\n".join(chunk.text for chunk in chunks)
        self.ready = [self._ready(place) for place in places_of(chunks, facts)]

    def _ready(self, place: Place) -> Ready:
        own = f"{place.own}{place.after}"
        inside = _END.split(place.before)[-1]
        last = _CLAUSE.search(inside.rstrip("，,：:（("))
        # One of a list: what stands before it is of the one before, 「救助案件31件、38人」 aside.
        beside = place.own.startswith("、") and own.strip("、") != ""
        near = own if beside else f"{last[0] if last else ''}{own}"
        own_words, near_words = self._counted(own), self._rows(near)
        tail = self._tail(place)
        return Ready(place, own, near, inside, _ahead(place), own_words, near_words, tail)

    def _tail(self, place: Place) -> int:
        """The thing that the number is of: the first thing named behind it, else the last before it; -1 for none."""
        behind = [word for word, sort in words_of(place.after) if sort == "n"]
        ahead = [word for word, sort in words_of(place.own) if sort == "n"]
        word = behind[0] if behind else ahead[-1] if ahead else ""
        return self._row(word) if word else -1
