"""Features to the sentence that answers in words, and how sure that is, by nets that were learnt (句评分)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.arrays import np
from ingest.concordance import bigrams
from ingest.patterns import regex
from service.closest.line_features import NAMES, measured
from service.closest.lines import Lines
from service.closest.net import Nets
from service.closest.query import Query
from service.closest.scorer import enough_said

if TYPE_CHECKING:
    from numpy.typing import NDArray

LINES = Path(__file__).parent / "lines.safetensors"
#: So many sentences are looked at.
_MANY = 40
#: A sentence that lacks so much of a thing which is asked about tells of another, however often it is said.
LACKING = 0.6
#: A chance that is none; so much must be left by what cannot answer.
_SLIGHT, _LEFT = 0.01, 0.5
#: So many of their pairs of characters two sentences share that say the same; a figure that makes them of one thing.
_ALIKE, _FIGURE = 0.6, regex(r"\d[\d,]*\.\d+")


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


def choose_line(
    query: Query, ready: Lines, nets: Nets, may_tell: Callable[[int], bool] = lambda at: True
) -> LineChoice | None:
    """The sentence that answers most likely; None where nothing is said that could be found.

    ``may_tell`` says of a place whether the sentence there can be an answer at all: those that cannot take no chance
    from the others. Sentences that say the same share theirs, but where a thing that is named is lacking.
    """
    if not enough_said(query):
        return None
    places, rows = looked_at(query.against(ready.text), ready)
    if not len(places):
        return None
    chances = nets.chances(rows)
    out = np.array(
        [chance > _SLIGHT and not may_tell(int(at)) for at, chance in zip(places, chances, strict=True)]
    )
    left = 1 - float(chances[out].sum())
    chances = np.where(out, 0.0, chances) / max(left, _SLIGHT)
    best = int(chances.argmax())
    if left < _LEFT or chances[best] <= 0:
        return None
    lacks = float(rows[best][NAMES.index("worst_thing")])
    sure = float(chances[best]) if lacks >= LACKING else _together(best, places, chances, ready)
    return LineChoice(int(places[best]), sure, lacks)


def _together(best: int, places: NDArray[np.int64], chances: NDArray[np.float64], ready: Lines) -> float:
    """The chance of a sentence with that of all others which say the same."""
    text = ready.lines[int(places[best])].text
    others = (int(i) for i in np.flatnonzero(chances > _SLIGHT))
    return float(sum(chances[i] for i in others if says_same(text, ready.lines[int(places[i])].text)))


def says_same(one: str, other: str) -> bool:
    """Whether two sentences say the same: in the same words, or in much the same with a figure in common."""
    if one.strip() == other.strip():
        return True
    if not set(_FIGURE.findall(one)) & set(_FIGURE.findall(other)):
        return False
    left, right = set(bigrams(_FIGURE.sub("", one))), set(bigrams(_FIGURE.sub("", other)))
    return len(left & right) >= _ALIKE * min(len(left), len(right))


def looked_at(query: Query, ready: Lines) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The places of the sentences that may answer most likely, and a row of features for each."""
    return measured(query, ready, _MANY)
