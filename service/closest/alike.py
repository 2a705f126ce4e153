"""How nearly a word of a question stands in a text: as it is, in official words, cut out of a longer one, in meaning.

(近词)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.arrays import np
from service.closest.words import Word
from service.read.citizens_words import said_in
from service.read.thesaurus import read_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ingest.embedding.load import StaticEmbedder

VECTORS = Path(__file__).parent / "vectors.safetensors"
#: What a word counts for that stands there as it is, in other words, with other characters between, in part.
_SAME, _OFFICIAL, _SPREAD, _PART = 1.0, 0.9, 0.8, 0.6
#: A word that documents have another word for tells at least so much: 买 is 购置, and no 报废.
_KNOWN = 0.35
#: Vectors nearer than this say something; so near they say the same.
_NEAR, _SAME_MEANING = 0.3, 0.85


@dataclass(frozen=True, slots=True)
class Said:
    """A word of the question with what documents may write for it, and its vector."""

    word: Word
    official: tuple[str, ...]
    vector: NDArray[np.float32]
    spread: re.Pattern[str] | None


def said_of(question: str, words: Sequence[Word]) -> list[Said]:
    """The words of a question, each with the official words of the rows that it, where it stands, says."""
    spans = [
        (m.start(), m.end(), written)
        for written, spoken in said_in(question)
        for m in spoken.finditer(question)
    ]
    spans += [
        (m.start(), m.end(), row)
        for row in _same(question)
        for w in row
        for m in re.finditer(re.escape(w), question)
    ]
    found = []
    for word in words:
        at = question.find(word.text)
        end = at + len(word.text)
        near = [
            w for low, high, w in spans if min(end, high) - max(at, low) >= min(len(word.text), high - low)
        ]
        official = tuple(dict.fromkeys(o for written in near for o in written if o != word.text))
        if official and word.weight < _KNOWN:
            word = replace(word, weight=_KNOWN)
        spread = re.compile(".{0,2}".join(map(re.escape, word.text))) if len(word.text) > 1 else None
        found.append(Said(word, official, vector_of(word.text), spread))
    return found


def _same(question: str) -> list[tuple[str, ...]]:
    """The rows of official words that mean one thing, of which the question says one itself."""
    index = _rows()
    found = (
        row
        for at in range(len(question) - 1)
        for word, row in index.get(question[at : at + 2], ())
        if question.startswith(word, at)
    )
    return list(dict.fromkeys(found))


@cache
def _rows() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Official words with their rows, by their first two characters."""
    index: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for row, _ in read_rows():
        for word in row if len(row) > 1 else ():
            index.setdefault(word[:2], []).append((word, row))
    return index


def held(said: Said, text: str) -> float:
    """How much of a word stands in a text, 0 to 1, by its characters and the official words for it."""
    word = said.word.text
    if word in text:
        return _SAME
    if any(official in text for official in said.official):
        return _OFFICIAL
    if said.spread is None:
        return 0.0
    if said.spread.search(text):
        return _SPREAD
    if len(word) < 3:
        return 0.0
    pairs = [word[at : at + 2] in text for at in range(len(word) - 1)]
    return _PART * sum(pairs) / len(pairs)


_TAKEN: list[StaticEmbedder] = []


def _embedder() -> StaticEmbedder:
    """The bundled embedding, its vectors learnt further on questions and the places that answer them."""
    if not _TAKEN:
        from safetensors.numpy import load_file

        take_vectors(load_file(VECTORS)["vectors"])
    return _TAKEN[0]


def take_vectors(vectors: NDArray[np.floating]) -> None:
    """Use these vectors of tokens from now on; what was made ready before keeps its own."""
    from ingest.embedding.load import BUNDLED, load_static

    _TAKEN[:] = [replace(load_static(BUNDLED), vectors=vectors.astype(np.float32))]
    _vectors().clear()


@cache
def _vectors() -> dict[str, NDArray[np.float32]]:
    return {}


def vectors_of(texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors of several words, those of words seen before from memory."""
    known = _vectors()
    new = list(dict.fromkeys(text for text in texts if text not in known))
    if new:
        if len(known) > 50_000:
            known.clear()
            new = list(dict.fromkeys(texts))
        known.update(zip(new, _embedder().embed(new), strict=True))
    return np.array([known[text] for text in texts], np.float32).reshape(len(texts), -1)


def vector_of(text: str) -> NDArray[np.float32]:
    """The vector of one word."""
    vector: NDArray[np.float32] = vectors_of([text])[0]
    return vector


def meaning(cosine: float) -> float:
    """How much a nearness of vectors says, 0 to 1."""
    return min(max((cosine - _NEAR) / (_SAME_MEANING - _NEAR), 0.0), 1.0)
