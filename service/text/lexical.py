"""Passages by their words: an index of character pairs for each document, BM25 over several (词面索引)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ingest.arrays import np
from ingest.contents import CONTENTS
from ingest.model import Chunk
from ingest.text import fold
from service.figures.once import Once

if TYPE_CHECKING:
    from numpy.typing import NDArray

_K1, _B = 1.2, 0.6
_WIDTH = 1 << 20  # no row number of one document reaches this


@dataclass(frozen=True, eq=False)
class Leaf:
    """The passages of one document, their folded headings and texts, and which character pairs each holds.

    Its table of contents stands aside: it is no passage that answers. Two are the same only if they are one: what is
    worked out of a leaf is kept by it.
    """

    chunks: tuple[Chunk, ...]
    heads: tuple[str, ...]
    texts: tuple[str, ...]
    contents: tuple[Chunk, ...] = ()

    @classmethod
    def of(cls, chunks: Sequence[Chunk]) -> Leaf:
        """The index of one document's passages."""
        contents = tuple(c for c in chunks if c.path == CONTENTS)
        chunks = [c for c in chunks if c.path != CONTENTS]
        heads = tuple(fold("".join(c.path)) for c in chunks)
        return cls(
            tuple(chunks),
            heads,
            tuple(h + fold(c.text) for h, c in zip(heads, chunks, strict=True)),
            contents,
        )

    @cached_property
    def lengths(self) -> NDArray[np.float64]:
        """Characters of each passage."""
        return np.array([len(t) for t in self.texts], dtype=np.float64)

    @cached_property
    def _postings(self) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
        """Sorted keys (pair, row) and how often the row holds the pair."""
        parts = [np.empty(0, np.uint64)]
        for row, text in enumerate(self.texts):
            parts.append(_pairs(text) * np.uint64(_WIDTH) + np.uint64(row))
        return np.unique(np.concatenate(parts), return_counts=True)

    def hits(self, pair: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Rows that hold a pair of characters, and how often each does."""
        keys, counts = self._postings
        low = _pairs(pair)[0] * np.uint64(_WIDTH)
        start, end = np.searchsorted(keys, [low, low + np.uint64(_WIDTH)])
        return (keys[start:end] - low).astype(np.int64), counts[start:end]


class Index(Once):
    """Several documents' passages as one: rows count through the documents in their order."""

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        self.leaves = tuple(leaves)
        self.chunks: list[Chunk] = [c for leaf in self.leaves for c in leaf.chunks]
        self.heads: list[str] = [h for leaf in self.leaves for h in leaf.heads]
        self.texts: list[str] = [t for leaf in self.leaves for t in leaf.texts]
        self._weights: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self.chunks)

    @cached_property
    def _sections(self) -> dict[tuple[str, tuple[str, ...]], list[Chunk]]:
        found: dict[tuple[str, tuple[str, ...]], list[Chunk]] = {}
        for chunk in self.chunks:
            found.setdefault((chunk.document_id, chunk.path), []).append(chunk)
        return found

    def section(self, chunk: Chunk) -> list[Chunk]:
        """The passages that stand under the same headings of the same document, in order."""
        return self._sections.get((chunk.document_id, chunk.path), [])

    def sections(self) -> Iterable[list[Chunk]]:
        """The passages of each section, in order."""
        return self._sections.values()

    @cached_property
    def _parents(self) -> dict[tuple[str, tuple[str, ...]], str]:
        found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for chunk, text in zip(self.chunks, self.texts, strict=True):
            found.setdefault((chunk.document_id, chunk.path[:-1]), []).append(text)
        return {parent: "".join(texts) for parent, texts in found.items()}

    def beside(self, chunk: Chunk) -> str:
        """All that stands under the heading above, folded: a project's duration is told beside what the project is."""
        return self._parents.get((chunk.document_id, chunk.path[:-1]), "")

    def weights(self, pairs: Iterable[str]) -> dict[str, float]:
        """How much each pair of characters tells: one that few passages hold tells more (IDF)."""
        count = len(self)
        found = {}
        for pair in set(pairs):
            if pair not in self._weights:
                held = sum(len(leaf.hits(pair)[0]) for leaf in self.leaves)
                self._weights[pair] = math.log(1 + (count - held + 0.5) / (held + 0.5))
            found[pair] = self._weights[pair]
        return found

    def bm25(self, pairs: Iterable[str]) -> NDArray[np.float64]:
        """BM25 of every passage for these pairs of characters, zeros where none is held."""
        scores = np.zeros(len(self))
        if not len(self):
            return scores
        lengths = np.concatenate([leaf.lengths for leaf in self.leaves])
        norm = _K1 * (1 - _B + _B * lengths / max(float(lengths.mean()), 1.0))
        for pair, weight in self.weights(pairs).items():
            offset = 0
            for leaf in self.leaves:
                rows, counts = leaf.hits(pair)
                at = rows + offset
                scores[at] += weight * counts * (_K1 + 1) / (counts + norm[at])
                offset += len(leaf.chunks)
        return scores


def _pairs(text: str) -> NDArray[np.uint64]:
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.uint64)
    # Code points end below 2**21.
    pairs: NDArray[np.uint64] = codes[:-1] * np.uint64(1 << 21) + codes[1:]
    return pairs
