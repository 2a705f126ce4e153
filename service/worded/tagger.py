"""Which characters of a question name what it is about, and what it asks of it, by weights that were learnt (分段).

A vector for each character, for the word it is of and for whether it stands in a known name, some layers that look at
its neighbours, a label for each character and an operation for the whole. ``python -m eval.wording`` learns the weights
again; here they are only applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from service.closest.words import tagged
from service.worded.known_names import Starts, known_marks

WEIGHTS = Path(__file__).parent / "weights.safetensors"
CHARACTERS = Path(__file__).parent / "characters.txt"
#: What a character is: of the asking, of an account or thing, of the whole that it is part of, of what is counted.
LABELS = ("asking", "account", "whole", "counted")
#: Steps to the neighbours that each layer looks at.
REACH = (1, 2, 4, 8, 1)
#: Who and when stand for one character.
HOLE = "\0"
_GAP = "\1"
UNKNOWN, LONGEST = 1, 160

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text, the label of each character, the operations with their chances, most likely first.

    ``sure`` is the smallest chance of a label that was taken.
    """

    text: str
    labels: tuple[str, ...]
    operations: tuple[tuple[str, float], ...]
    sure: float

    def spans(self, label: str) -> list[str]:
        """The runs of a label in their order; two that 的 joins are one."""
        taken = "".join(
            char if own == label else _GAP for char, own in zip(self.text, self.labels, strict=True)
        )
        for place in range(1, len(taken) - 1):
            if (
                taken[place] == _GAP
                and self.text[place] == "的"
                and _GAP not in taken[place - 1] + taken[place + 1]
            ):
                taken = f"{taken[:place]}的{taken[place + 1 :]}"
        return [run for run in taken.split(_GAP) if run]


class Tagger:
    """The weights, and how they are applied."""

    def __init__(
        self, weights: Mapping[str, NDArray[np.floating]], characters: str, operations: tuple[str, ...]
    ) -> None:
        self._weights = {name: value.astype(np.float32) for name, value in weights.items()}
        self._places = {char: place for place, char in enumerate(characters, UNKNOWN + 1)}
        self._operations = operations

    def read(self, text: str, names: Iterable[Starts] = ()) -> Tagged:
        """The labels of a text whose holes are single characters already; ``names`` are those that are known."""
        text = even(text)[:LONGEST]
        w = self._weights
        chars = w["chars"][[self._places.get(char, UNKNOWN) for char in text]]
        words = word_places(text)
        x = np.concatenate([chars, w["words"][words], w["known"][known_marks(text, names)]], axis=1)
        x = np.maximum(x @ w["in.w"] + w["in.b"], 0)
        for number, reach in enumerate(REACH):
            x = x + _layer(x, w[f"{number}.w"], w[f"{number}.b"], reach)
        labels = _by_words(_chances(x @ w["label.w"] + w["label.b"]), words)
        pooled = np.concatenate([x.max(axis=0), x.mean(axis=0)])
        hidden = np.maximum(pooled @ w["op.in.w"] + w["op.in.b"], 0)
        chances = _chances(hidden @ w["op.w"] + w["op.b"])
        order = np.argsort(-chances)
        taken = labels.argmax(axis=1)
        return Tagged(
            text,
            tuple(LABELS[place] for place in taken),
            tuple((self._operations[place], float(chances[place])) for place in order),
            float(labels.max(axis=1).min()),
        )


def even(text: str) -> str:
    """The text with its marks of one width, each character in its place."""
    return text.translate(_MARKS)


_MARKS = str.maketrans("，？！：；（）\u3000", ",?!:;() ")


def _by_words(labels: Floats, words: list[int]) -> Floats:
    """The same chances for all characters of a word: their mean."""
    starts = [place for place, word in enumerate(words) if word % 2 or not place]
    sizes = np.diff([*starts, len(words)])
    means = np.add.reduceat(labels, starts, axis=0) / sizes[:, None]
    return np.repeat(means, sizes, axis=0)


def word_places(text: str) -> list[int]:
    """For each character of a text the sort of its word, and whether it begins that."""
    found: list[int] = []
    for word, sort in tagged(text):
        letter = ord(sort[0]) - ord("a") + 1 if "a" <= sort[:1] <= "z" else 0
        found += [2 * letter + 1] + [2 * letter] * (len(word) - 1)
    return found


#: As many places as ``word_places`` gives.
SORTS = 54


def _layer(x: Floats, weight: Floats, bias: Floats, reach: int) -> Floats:
    """``weight`` has the shape (3, channels, channels): of the neighbour before, the character, the one behind."""
    padded = np.pad(x, ((reach, reach), (0, 0)))
    size = len(x)
    total = padded[:size] @ weight[0] + x @ weight[1] + padded[2 * reach :] @ weight[2] + bias
    return np.asarray(np.maximum(total, 0), dtype=np.float32)


def _chances(scores: Floats) -> Floats:
    scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(scores / scores.sum(axis=-1, keepdims=True), dtype=np.float32)


@cache
def load_tagger() -> Tagger:
    """The tagger that was learnt."""
    characters, operations = CHARACTERS.read_text(encoding="utf-8").splitlines()
    return Tagger(load_file(WEIGHTS), characters.replace("␀", HOLE), tuple(operations.split()))
