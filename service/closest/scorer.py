"""Features to the number that is meant and how sure that is, by weights that were learnt and measured (评分).

The weights lie in ``weights.json``; ``python -m eval.closest`` learns and measures them again.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from service.closest.features import NAMES, measured
from service.closest.prepared import Prepared, Ready
from service.closest.query import Query

WEIGHTS = Path(__file__).parent / "weights.json"
#: What the confidence knows besides the features of the best: its score, how far the next is behind, its share, rivals.
BESIDE = ("score", "margin", "leads", "rivals")
_FAR, _CLOSE = 6.0, 1.5
#: What makes a number another one, whatever else speaks for it.
VETOES = (
    "old", "other", "contrary", "left_out", "changed_unasked", "joint", "year_other", "last_asked", "not_each",
    "each_of_all",
)  # fmt: skip
#: With so much of what is said missing, or said of another thing of the same sentence, nothing is sure.
GATES = (("worst_thing", 0.55), ("displaced", 0.7))
#: A question that says less than about one word of its own means nothing that could be found.
_LEAST = 1.2


@dataclass(frozen=True)
class Weights:
    """What was learnt: weights of words of talk, of features, of what makes sure, and how sure is enough."""

    talk: dict[str, float]
    rank: NDArray[np.float64]
    sure: NDArray[np.float64]
    bias: float
    enough: float


@dataclass(frozen=True, slots=True)
class Choice:
    """The number that tells nearest what is asked, and the measured chance that it is the right one."""

    ready: Ready
    sure: float


@cache
def load_weights(path: Path = WEIGHTS) -> Weights:
    """The weights of a file; raises ``KeyError`` where a feature has none, which must be learnt again then."""
    told = json.loads(path.read_text(encoding="utf-8"))
    rank = np.array([told["rank"][name] for name in NAMES])
    sure = np.array([told["sure"][name] for name in (*NAMES, *BESIDE)])
    return Weights(told["talk"], rank, sure, float(told["bias"]), float(told["enough"]))


def beside(scores: NDArray[np.float64], best: int) -> list[float]:
    """What the scores of all say of the best one."""
    others = np.delete(scores, best)
    margin = float(scores[best] - others.max()) if len(others) else _FAR
    share = float(1 / np.exp(scores - scores[best]).sum())
    rivals = math.log1p(float((others > scores[best] - _CLOSE).sum()))
    return [float(scores[best]), min(margin, _FAR), share, rivals]


def choose(query: Query, prepared: Prepared, weights: Weights) -> Choice | None:
    """The number that is meant most likely; None where none may be meant."""
    places, rows = measured(query, prepared)
    if not len(places) or query.weights.sum() < _LEAST:
        return None
    places, rows = without_vetoed(places, rows)
    if not len(places):
        return None
    scores = rows @ weights.rank
    best = int(scores.argmax())
    features = np.array([*rows[best], *beside(scores, best)])
    told = float(features @ weights.sure) + weights.bias
    sure = 0.0 if gated(features) else 1 / (1 + math.exp(-told))
    return Choice(prepared.ready[int(places[best])], sure)


def gated(features: NDArray[np.float64]) -> bool:
    """Whether too much of what is said is missing, or is said of another thing, for anything to be sure."""
    return any(features[NAMES.index(name)] >= limit for name, limit in GATES)


def without_vetoed(
    places: NDArray[np.int64], rows: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The numbers without those that something makes another one."""
    kept = ~(rows[:, [NAMES.index(name) for name in VETOES]] > 0).any(axis=1)
    return places[kept], rows[kept]
