"""A question on running text to the passages that answer it: by section, by words, by meaning (段落检索)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.arrays import np
from ingest.model import Chunk
from service.asked_once import asked_once
from service.model import Plan
from service.text.asked import Asked
from service.text.features import FEATURES, LINE, Feature, View
from service.text.lexical import Index
from service.text.lines import scored_lines

if TYPE_CHECKING:
    from numpy.typing import NDArray

Dense = Callable[[str, Sequence[str]], dict[str, float]]

#: So many passages that score best are read line by line.
_READ = 12


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with its score and the share of the question's concepts that it holds."""

    chunk: Chunk
    score: float
    coverage: float


@asked_once("plan", "index")
def retrieve(plan: Plan, asked: Asked, index: Index, dense: Dense, limit: int = 8) -> list[Scored]:
    """The passages that answer best, best first; ``dense`` tells how near passages are in meaning."""
    return rank(view_of(plan, asked, index, dense), FEATURES, LINE, limit)


def view_of(plan: Plan, asked: Asked, index: Index, dense: Dense) -> View:
    """A question beside the passages of an index."""
    return View.of(plan, asked, index, dense(plan.text, [chunk.id for chunk in index.chunks]))


def rank(view: View, features: Sequence[Feature], line: float, limit: int) -> list[Scored]:
    """The passages that these features speak for most; ``line`` is what the best line of each counts."""
    index = view.index
    scores: NDArray[np.float64] = np.zeros(len(index))
    for feature in features:
        scores += feature.weight * feature.measure(view)
    first = np.argsort(-scores, kind="stable")[: max(limit, _READ)].tolist()
    for row in first[:_READ] if line else ():
        told = scored_lines(view.asked, index.chunks[row], index)
        scores[row] += line * max((score for score, _, _ in told), default=0.0)
    ranked = sorted(first, key=lambda row: -scores[row])[:limit]
    return [Scored(index.chunks[row], float(scores[row]), float(view.covered[row])) for row in ranked]
