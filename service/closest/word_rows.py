"""The words of many texts as rows of one table: their vectors, and how much each of them tells (词表)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ingest.arrays import np
from ingest.model import Document
from service.closest.alike import vectors_of
from service.closest.words import words_of
from service.text.lexical import Index

if TYPE_CHECKING:
    from numpy.typing import NDArray


def key_of(documents: Sequence[Document], index: Index) -> tuple[str, ...]:
    """What is made ready of some documents is kept by them, and by how many of their passages it was made of: where
    a year is asked for that has no documents, all of the body's are at hand, and none of their passages."""
    return (str(len(index)), *(f"{document.id}:{document.sha256}" for document in documents))


class WordRows:
    """Each word gets a row when it is first met; it is complete once all texts have been added."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._counts: Counter[int] = Counter()
        self._texts = 0

    @cached_property
    def words(self) -> list[str]:
        """The words, in the order of their rows."""
        return list(self._words)

    @cached_property
    def vectors(self) -> NDArray[np.float32]:
        """The vectors of these words: one row each."""
        return vectors_of(self.words) if self.words else np.zeros((0, 1), np.float32)

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """How much a word tells: one that stands in few of the texts tells more."""
        whole = self._texts + 1
        return np.array([math.log(whole / (self._counts[i] + 0.5)) for i in range(len(self._words))])

    def _rows(self, text: str) -> tuple[int, ...]:
        return tuple(self._row(word) for word, _ in words_of(text))

    def _row(self, word: str) -> int:
        return self._words.setdefault(word, len(self._words))

    def _counted(self, text: str) -> tuple[int, ...]:
        """The rows of a text that counts as one of those that the words stand in."""
        rows = self._rows(text)
        self._counts.update(set(rows))
        self._texts += 1
        return rows
