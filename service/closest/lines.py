"""Every sentence of a body's documents made ready to be held against a question: its words and vectors, once (备句)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ingest.arrays import np
from ingest.model import Chunk
from ingest.patterns import regex
from service.closest.word_rows import WordRows
from service.text.sentences import Sentence, sentences_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: The term that a sentence explains: 「高标准农田：指…」.
_TERM = regex(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?)?\s*[“\"「]?(?P<term>[^：:，。“”]{2,24}?)[”\"」]?(?:[：:]|是?指|，?是指)"
)
_HEADS = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: ``before`` is the one ahead of it in its passage, ``head`` the headings over it."""

    sentence: Sentence
    before: str
    head: str
    term: str
    words: tuple[int, ...]
    near_words: tuple[int, ...]
    head_words: tuple[int, ...]

    @property
    def text(self) -> str:
        """The sentence with its closing mark."""
        return self.sentence.text

    @property
    def chunk(self) -> Chunk:
        """The passage that it stands in."""
        return self.sentence.chunk


class Lines(WordRows):
    """All sentences of some passages, made ready; ``weights`` say how much each of their words tells there."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        super().__init__()
        self.text = "\n".join(chunk.text for chunk in chunks)
        self.lines = [line for chunk in chunks for line in self._of(chunk)]

    @cached_property
    def meanings(self) -> NDArray[np.float64]:
        """The vector of each sentence, of length 1: the mean of those of its words; 0 where it has none."""
        means = [self.vectors[list(line.words)].mean(axis=0) for line in self.lines if line.words]
        found = np.zeros((len(self.lines), self.vectors.shape[1]))
        if means:
            norms = np.linalg.norm(means, axis=1, keepdims=True)
            found[[bool(line.words) for line in self.lines]] = np.array(means) / np.where(
                norms > 0, norms, 1.0
            )
        return found

    def _of(self, chunk: Chunk) -> list[Line]:
        head = "".join(chunk.path[-_HEADS:])
        head_words = self._rows(head)
        found: list[Line] = []
        for sentence in sentences_of(chunk):
            text = sentence.text
            before = found[-1].text if found else ""
            words = self._counted(text)
            term = _TERM.match(text)
            near = (*(found[-1].words if found else ()), *words)
            found.append(Line(sentence, before, head, term["term"] if term else "", words, near, head_words))
        return found


#: One item of a list, and what leads to the items.
_ITEM = regex(
    r"^[\s；;]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]|[一二三四五六七八九]是|其[一二三四]|首先|其次|再次|同时|此外)"
)
#: A passage that is no longer is told whole, and nothing that is longer.
_WHOLE, _LONGEST = 220, 600


def told_from(ready: Lines, at: int) -> tuple[int, int]:
    """From which sentence up to before which one is told: a short passage whole, of a longer one the list that the
    sentence is an item of, what it leads to; of a list of terms the one term."""
    lines = ready.lines
    chunk = lines[at].chunk

    def inside(place: int) -> bool:
        return 0 <= place < len(lines) and lines[place].chunk is chunk

    start, end = at, at + 1
    if lines[at].term:
        while inside(end) and not (lines[end].term or _ITEM.match(lines[end].text)):
            end += 1
        return (start, end) if _size(lines, start, end) <= _LONGEST else (at, at + 1)
    if len(chunk.text) <= _WHOLE:
        while inside(start - 1):
            start -= 1
        while inside(end):
            end += 1
        return start, end
    while inside(start - 1) and _ITEM.match(lines[start].text):
        start -= 1
    while inside(end) and (
        _ITEM.match(lines[end].text) or lines[end - 1].text.rstrip().endswith(("：", ":"))
    ):
        end += 1
    return (start, end) if _size(lines, start, end) <= _LONGEST else (at, at + 1)


def _size(lines: Sequence[Line], start: int, end: int) -> int:
    return sum(len(line.text) for line in lines[start:end])
