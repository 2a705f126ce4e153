"""A question on running text to the passages that answer it: by section, by words, by meaning (段落检索)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.model import Chunk
from ingest.text import fold
from service.asked import Asked
from service.lexical import Index
from service.model import Plan
from service.sorts import CUES, HEADINGS

#: Weights of the parts of a passage's score, tuned on the known answers.
_LEXICAL, _COVERED, _DENSE, _HEADING, _SUBJECT, _CUE = 0.8, 1.0, 0.7, 0.6, 0.4, 0.15
#: So much of the question in one passage settles it without asking what is near in meaning.
_SETTLED = 0.85

Dense = Callable[[str, Sequence[str]], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with its score and the share of the question's concepts that it holds."""

    chunk: Chunk
    score: float
    coverage: float


def retrieve(plan: Plan, asked: Asked, index: Index, dense: Dense, limit: int = 8) -> list[Scored]:
    """The passages that answer best, best first; ``dense`` finds passages by meaning where words do not settle it."""
    if not len(index):
        return []
    pairs = asked.pairs
    weights = index.weights(pairs)
    lexical = index.bm25(pairs)
    best = float(lexical.max()) or 1.0
    covered = [asked.coverage(text, weights) for text in index.texts]
    near: dict[str, float] = {}
    if max(covered) < _SETTLED or not asked.concepts:
        near = dense(plan.text, [chunk.id for chunk in index.chunks])
    scored = []
    for row, chunk in enumerate(index.chunks):
        score = _LEXICAL * float(lexical[row]) / best + _COVERED * covered[row]
        score += _DENSE * max(near.get(chunk.id, 0.0), 0.0) + _features(
            plan, asked, chunk, index.heads[row], index.texts[row]
        )
        scored.append(Scored(chunk, score, covered[row]))
    return sorted(scored, key=lambda s: -s.score)[:limit]


def _features(plan: Plan, asked: Asked, chunk: Chunk, head: str, text: str) -> float:
    """What speaks for a passage beside its words: the section it stands in, its subject, how it is put."""
    score = 0.0
    pattern = HEADINGS.get(asked.sort, "")
    if pattern and re.search(pattern, head):
        # Its own heading says more than those above it.
        score += _HEADING * (1.6 if re.search(pattern, fold(chunk.path[-1])) else 1)
    if plan.subject is not None and plan.subject.kind != "总额" and fold(plan.subject.name) in text:
        # A project's own paragraph says more on it than the section on problems in general.
        score += _SUBJECT * (3 if plan.subject.kind == "项目" else 1)
    cue = CUES.get(asked.sort, "")
    return score + (_CUE if cue and re.search(cue, chunk.text) else 0.0)
