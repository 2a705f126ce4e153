"""Weights from examples: which number is meant, and how sure that is (训练)."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from eval.closest.cases import Case
from service.closest.features import NAMES, measured
from service.closest.query import Query
from service.closest.scorer import BESIDE, beside, gated, without_vetoed

Rows = NDArray[np.float64]
#: What tells only of the question is no reason to take one of its numbers before another.
_OF_QUESTION = ("money", "rate", "people", "count", "any", "few")
#: Examples over disclosures count so much: most ask for accounts, which this reader is not for.
_KNOWN = 0.2
_FLAT, _ROUNDS, _STEP = 2.0, 300, 0.05
_RIDGE, _NEWTON, _INNER = 20.0, 12, 4
#: So many numbers of an example are learnt from.
_MANY = 30


@dataclass(frozen=True)
class Example:
    """The numbers that a question may mean, by their features, and which are right."""

    group: str
    text: str
    rows: Rows
    right: NDArray[np.bool_]
    written: bool

    @property
    def weight(self) -> float:
        """How much it counts."""
        return 1.0 if self.written else _KNOWN


@dataclass(frozen=True)
class Learnt:
    """Weights of features, of what makes sure, and the constant that goes with these."""

    rank: Rows
    sure: Rows
    bias: float

    def told(self, example: Example) -> tuple[float, bool]:
        """How sure the reader is of the number that it takes, and whether that is right; 0 where it takes none."""
        features, right = _taken(example, self.rank)
        if features is None or gated(features):
            return 0.0, False
        return float(1 / (1 + np.exp(-(features @ self.sure) - self.bias))), right


def example_of(case: Case, talk: dict[str, float]) -> Example:
    """The features of an example's numbers, those left out that no reader would take."""
    places, rows = measured(Query.of(case.text, talk, case.year), case.prepared)
    places, rows = without_vetoed(places, rows)
    right = np.array([int(place) in case.right for place in places], dtype=bool)
    return Example(case.group, case.text, rows, right, case.written)


def learn(examples: Sequence[Example]) -> Learnt:
    """Weights from examples; how sure is enough is learnt on examples whose bodies the ranking has not seen."""
    features, right, weights = [], [], []
    for part in range(_INNER):
        inner = [e for e in examples if part_of(e.group, "inner", _INNER) != part]
        rank = _ranking(inner)
        for example in examples:
            taken = (
                _taken(example, rank) if part_of(example.group, "inner", _INNER) == part else (None, False)
            )
            if taken[0] is not None:
                features.append(taken[0])
                right.append(taken[1])
                weights.append(example.weight)
    sure, bias = _logistic(np.array(features), np.array(right, dtype=float), np.array(weights))
    return Learnt(_ranking(examples), sure, bias)


def part_of(group: str, salt: str, parts: int) -> int:
    """In which part a body's examples are: never in two."""
    return zlib.crc32(f"{salt}{group}".encode()) % parts


def _taken(example: Example, rank: Rows) -> tuple[Rows | None, bool]:
    if not len(example.rows):
        return None, False
    scores = example.rows @ rank
    best = int(scores.argmax())
    return np.array([*example.rows[best], *beside(scores, best)]), bool(example.right[best])


def _ranking(examples: Sequence[Example]) -> Rows:
    """Weights under which the right numbers score above the others, by steps downhill (Adam) on the log loss."""
    told = [_nearest(e) for e in examples if e.right.any() and len(e.right) > 1]
    used = np.array([name not in _OF_QUESTION for name in NAMES])
    starts = np.cumsum([0, *(len(e.right) for e in told)])[:-1]
    rows = np.vstack([e.rows for e in told]) * used
    right = np.concatenate([e.right for e in told])
    sizes = [len(e.right) for e in told]
    weights = np.repeat([e.weight for e in told], sizes)
    best, first, second = np.zeros(len(NAMES)), np.zeros(len(NAMES)), np.zeros(len(NAMES))
    for step in range(1, _ROUNDS + 1):
        scores = rows @ best
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        shares = np.exp(scores)
        every = shares / np.repeat(np.add.reduceat(shares, starts), sizes)
        good = shares * right
        good = good / np.repeat(np.add.reduceat(good, starts), sizes)
        slope = rows.T @ (weights * (every - good)) + _FLAT * best
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        best = best - _STEP * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return best


def _nearest(example: Example) -> Example:
    """An example without the numbers that share hardly a word with the question."""
    shares = example.rows[:, NAMES.index("soft_all")] + example.right
    kept = np.sort(np.argsort(-shares, kind="stable")[:_MANY])
    return replace(example, rows=example.rows[kept], right=example.right[kept])


def _logistic(features: Rows, right: Rows, weights: Rows) -> tuple[Rows, float]:
    """Weights of a logistic regression with a ridge, by Newton's steps."""
    mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-6
    ones = np.hstack([(features - mean) / scale, np.ones((len(features), 1))])
    ridge = np.diag([_RIDGE] * features.shape[1] + [0.0])
    best = np.zeros(ones.shape[1])
    for _ in range(_NEWTON):
        chance = 1 / (1 + np.exp(-ones @ best))
        slope = ones.T @ (weights * (chance - right)) + ridge @ best
        curve = (ones * (weights * chance * (1 - chance))[:, None]).T @ ones + ridge
        best = best - np.linalg.solve(curve, slope)
    plain = best[:-1] / scale
    return plain, float(best[-1] - mean @ plain)


def named(learnt: Learnt) -> dict[str, object]:
    """The weights by the names of their features, as they are kept."""
    return {
        "rank": dict(zip(NAMES, np.round(learnt.rank, 4).tolist(), strict=True)),
        "sure": dict(zip((*NAMES, *BESIDE), np.round(learnt.sure, 4).tolist(), strict=True)),
        "bias": round(learnt.bias, 4),
    }
