"""Features to the sentence that answers in words, and how sure that is, by nets that were learnt (句评分)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from service.closest.line_features import NAMES, measured
from service.closest.lines import Lines
from service.closest.net import Nets, most_likely
from service.closest.query import Query
from service.closest.scorer import enough_said

LINES = Path(__file__).parent / "lines.safetensors"
#: So many sentences are looked at, by what they have of the question, its meaning and its pairs of characters.
_MANY = 40
_BY = {"soft_all": 1.0, "vector": 0.5, "pairs": 1.0}


@dataclass(frozen=True, slots=True)
class LineChoice:
    """The sentence that answers most likely, by its place, the measured chance that it does, and how much of one thing
    that is asked about it lacks."""

    at: int
    sure: float
    lacks: float


@cache
def load_lines(path: Path = LINES) -> Nets:
    """The nets of a file; raises ``ValueError`` where they do not fit the features."""
    return Nets.load(path, len(NAMES))


def choose_line(query: Query, ready: Lines, nets: Nets) -> LineChoice | None:
    """The sentence that answers most likely; None where nothing is said that could be found."""
    if not enough_said(query):
        return None
    places, rows = looked_at(query, ready)
    if not len(places):
        return None
    chances = nets.chances(rows)
    best = int(chances.argmax())
    return LineChoice(int(places[best]), float(chances[best]), float(rows[best][NAMES.index("worst_thing")]))


def looked_at(query: Query, ready: Lines) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The places of the sentences that may answer most likely, and a row of features for each."""
    rows = measured(query, ready)
    if not len(rows):
        return np.zeros(0, np.int64), rows
    scores = sum(weight * rows[:, NAMES.index(name)] for name, weight in _BY.items())
    first = most_likely(np.asarray(scores), _MANY)
    return first, rows[first]
