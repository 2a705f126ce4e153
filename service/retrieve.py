"""A question on running text to the passages that answer it: by section, by words, by meaning (段落检索)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.model import Chunk
from service.asked import Asked
from service.features import FEATURES, LINE, View
from service.lexical import Index
from service.lines import scored_lines
from service.model import Plan

Dense = Callable[[str, Sequence[str]], dict[str, float]]

#: So many passages that score best are read line by line.
_READ = 12


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with its score and the share of the question's concepts that it holds."""

    chunk: Chunk
    score: float
    coverage: float


def retrieve(plan: Plan, asked: Asked, index: Index, dense: Dense, limit: int = 8) -> list[Scored]:
    """The passages that answer best, best first; ``dense`` tells how near passages are in meaning."""
    if not len(index):
        return []
    view = View.of(plan, asked, index, dense(plan.text, [chunk.id for chunk in index.chunks]))
    scores: NDArray[np.float64] = np.zeros(len(index))
    for feature in FEATURES:
        scores += feature.weight * feature.measure(view)
    first = sorted(range(len(index)), key=lambda row: -scores[row])[: max(limit, _READ)]
    for row in first:
        scores[row] += LINE * max((s for s, _, _ in scored_lines(asked, index.chunks[row], index)), default=0)
    ranked = sorted(first, key=lambda row: -scores[row])[:limit]
    return [Scored(index.chunks[row], float(scores[row]), float(view.covered[row])) for row in ranked]
