"""Ranks of the right passage to recall and mean reciprocal rank (检索得分)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.model import Question

#: Stands for a right passage that is nowhere in the ranking.
NOWHERE = 0
#: Questions whose misses are read one by one, and those of which only the sum is.
OPEN, BLIND = "公开题", "盲测题"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is measured, and the set that it is of; ``held_out``: nobody looks at it one by one."""

    question: Question
    name: str
    held_out: bool

    @property
    def group(self) -> str:
        """Whether the weights were set while its misses could be read one by one."""
        return BLIND if self.held_out or "blind" in self.name else OPEN


@dataclass(frozen=True, slots=True)
class Score:
    """How often a right passage is among the first, and the mean of one over its rank."""

    questions: int
    recall_1: float
    recall_5: float
    mrr: float


def rank_of(found: Sequence[str], right: frozenset[str]) -> int:
    """Place of the first right passage, from 1; ``NOWHERE`` where none is found."""
    return next((place for place, key in enumerate(found, start=1) if key in right), NOWHERE)


def score_of(ranks: Sequence[int]) -> Score:
    """Score of the ranks of some questions."""
    count = max(len(ranks), 1)
    first = [sum(1 for rank in ranks if 0 < rank <= most) / count for most in (1, 5)]
    return Score(len(ranks), first[0], first[1], sum(1 / rank for rank in ranks if rank) / count)


def scores_by_group(asked: Sequence[Asked], ranks: Mapping[str, int]) -> dict[str, Score]:
    """Scores of all questions and of each group, by the rank of each question's id."""
    groups: dict[str, list[int]] = {"全部": []}
    for one in asked:
        for group in ("全部", one.group):
            groups.setdefault(group, []).append(ranks[one.question.id])
    return {name: score_of(found) for name, found in groups.items()}
