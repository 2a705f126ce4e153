"""Passages to sentences that know their place, and sentences to quotes (摘句)."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.model import Box, Chunk
from ingest.patterns import regex
from service.model import Quote

#: Where a sentence ends: at its mark, or where an item （二） follows one that was left without.
_END = regex(r"[。！？]+[”’」』）)]*|(?<=[)）；;：:])(?=[（(][一二三四五六七八九十]{1,2}[)）])")
#: What is printed under a picture or over a table says nothing by itself.
_DEBRIS = regex(r"^(?:图|表)\s*\d+[:：]|^(?:一级指标，)?二级指标，三级指标|^[（(]\d{4}年?度?[）)]$|^\d+$")
#: More places than this are no help to the eye.
_PLACES = 40
#: Passages whose sentences are kept: question after question asks for those of the same few documents.
_HELD = 1 << 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage: where it starts and ends in the passage's text, and in which line of it."""

    chunk: Chunk
    line: int
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence with its closing mark."""
        return self.chunk.text[self.start : self.end]


def sentences_of(chunk: Chunk) -> list[Sentence]:
    """Sentences of a passage in order, without those that are page debris."""
    found = []
    offset = 0
    for number, line in enumerate(chunk.text.split("\n")):
        if not _DEBRIS.match(line):
            ends = [m.end() for m in _END.finditer(line)]
            bounds = [0, *ends, len(line)]
            found += [
                Sentence(chunk, number, offset + low, offset + high)
                for low, high in itertools.pairwise(bounds)
                if line[low:high].strip()
            ]
        offset += len(line) + 1
    return found


def lines_of(chunks: Iterable[Chunk]) -> list[tuple[Sentence, ...]]:
    """Sentences of several passages, those of one line together."""
    return [line for chunk in chunks for line in _lines_of(chunk)]


@lru_cache(maxsize=_HELD)
def _lines_of(chunk: Chunk) -> tuple[tuple[Sentence, ...], ...]:
    found = itertools.groupby(sentences_of(chunk), key=lambda sentence: sentence.line)
    return tuple(part for _, line in found for part in _parts(tuple(line)))


#: How the review of one project begins within a line that tells of several, one after the other.
_REVIEW = regex(
    r"(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[)）])?[“\"]?[^，。：；:“”\"]{2,30}[”\"]?项目[：:][^。]*(?:自评|[得评]分|执行率|完成率|实际完成)"
)


def _parts(line: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, ...]]:
    """A line, or each of the reviews that run on in it, and what stands before them."""
    starts = [number for number, sentence in enumerate(line) if _REVIEW.match(sentence.text)]
    bounds = [0, *(starts if len(starts) > 1 else ()), len(line)]
    yield from (line[low:high] for low, high in itertools.pairwise(bounds) if low < high)


def to_quote(sentences: Sequence[Sentence], full: int = 0) -> Quote:
    """Sentences in their order as one quote, those of one line run together; ``full`` is where all of it stands."""
    ordered = list(dict.fromkeys(sentences))
    lines: list[tuple[str, list[Sentence]]] = []
    before: Sentence | None = None
    for sentence in ordered:
        same = before is not None and (before.chunk.id, before.line) == (sentence.chunk.id, sentence.line)
        if same:
            lines[-1] = (lines[-1][0] + sentence.text, [*lines[-1][1], sentence])
        else:
            lines.append((sentence.text, [sentence]))
        before = sentence
    places = [p for s in ordered for p in s.chunk.places_of(s.start, s.end)]
    return Quote(ordered[0].chunk, tuple(text for text, _ in lines), joined(places), full)


def joined(places: Iterable[tuple[int, Box]]) -> tuple[tuple[int, Box], ...]:
    """Places without doubles, neighbours on one printed line as one."""
    kept: list[tuple[int, Box]] = []
    for page, box in dict.fromkeys(places):
        if kept and kept[-1][0] == page and _beside(kept[-1][1], box):
            last = kept[-1][1]
            kept[-1] = (
                page,
                (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3])),
            )
        else:
            kept.append((page, box))
    return tuple(kept[:_PLACES])


def _beside(left: Box, right: Box) -> bool:
    return abs(left[1] - right[1]) < 2 and abs(left[3] - right[3]) < 2 and right[0] - left[2] < 20
