"""What speaks for a passage, as rows of a table: each a measure of all passages and its weight (检索特征).

The weights were set by hand on the open known answers; the blind sets were only counted (mingbai eval --retrieval).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ingest.arrays import np
from ingest.text import fold
from service.model import Operation, Plan
from service.text.asked import Asked
from service.text.definitions import explained
from service.text.lexical import Index
from service.text.reasons import reasoned
from service.text.sorts import CUES, FIRM, HEADINGS, Sort

if TYPE_CHECKING:
    from numpy.typing import NDArray

Measures: TypeAlias = "NDArray[np.float64]"

#: Its own heading says more than those above it.
_OWN = 1.6
#: A project's own paragraph says more on it than the section on problems in general.
_PROJECT = 3.0


@dataclass(frozen=True, slots=True)
class View:
    """A question and the passages that it may be answered from, as the measures see them."""

    plan: Plan
    asked: Asked
    index: Index
    near: dict[str, float]
    covered: Measures

    @classmethod
    def of(cls, plan: Plan, asked: Asked, index: Index, near: dict[str, float]) -> View:
        """The view, with the share of the question that each passage holds."""
        weights = index.weights(asked.pairs)
        return cls(plan, asked, index, near, np.array([asked.coverage(t, weights) for t in index.texts]))

    @property
    def means(self) -> bool:
        """Whether a term's meaning is asked for."""
        return self.asked.sort is Sort.DEFINITION or self.plan.operation is Operation.DEFINITION


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for passages: a number for each, and how much it counts."""

    name: str
    weight: float
    measure: Callable[[View], Measures]


def _lexical(view: View) -> Measures:
    if not len(view.index):
        return np.zeros(0)
    found = view.index.bm25(view.asked.pairs)
    return found / max(float(found.max()), 1e-9)


def _dense(view: View) -> Measures:
    return np.array([max(view.near.get(chunk.id, 0.0), 0.0) for chunk in view.index.chunks])


def _heading(view: View) -> Measures:
    """Whether the section is about the sort of thing that is asked for."""
    pattern = HEADINGS.get(view.asked.sort, "")
    if not pattern:
        return np.zeros(len(view.index))
    own = [bool(c.path and re.search(pattern, fold(c.path[-1]))) for c in view.index.chunks]
    above = [bool(re.search(pattern, head)) for head in view.index.heads]
    return np.where(own, _OWN, np.array(above, dtype=np.float64))


def _subject(view: View) -> Measures:
    """Whether the account that is meant is named."""
    subject = view.plan.subject
    if subject is None or subject.kind == "总额":
        return np.zeros(len(view.index))
    name = fold(subject.name)
    held = np.array([name in text for text in view.index.texts], dtype=np.float64)
    return held * (_PROJECT if subject.kind == "项目" else 1.0)


def _cue(view: View) -> Measures:
    """Whether it is put as answers of this sort are."""
    cue = CUES.get(view.asked.sort, "")
    return np.array([bool(cue and re.search(cue, chunk.text)) for chunk in view.index.chunks], np.float64)


def _beside(view: View) -> Measures:
    """How much more of the question stands under the heading above, for a section that is headed as is asked for: a
    project's duration (五、实施周期) names the project no more."""
    found = np.zeros(len(view.index))
    pattern = HEADINGS.get(view.asked.sort, "")
    if view.asked.sort not in FIRM or not pattern:
        return found
    weights = view.index.weights(view.asked.pairs)
    for row, chunk in enumerate(view.index.chunks):
        if len(chunk.path) > 1 and re.search(pattern, fold(chunk.path[-1])):
            whole = view.asked.coverage(view.index.beside(chunk), weights)
            found[row] = max(whole - float(view.covered[row]), 0.0)
    return found


def _general(view: View) -> Measures:
    """Whether it explains terms, which speaks of every body and not of this one, where no meaning is asked for."""
    if view.means:
        return np.zeros(len(view.index))
    return np.array([bool(re.search(HEADINGS[Sort.DEFINITION], h)) for h in view.index.heads], np.float64)


def _explains(view: View) -> Measures:
    """How surely it explains the term, where a meaning is asked for."""
    if not view.means:
        return np.zeros(len(view.index))
    return _by_id(view, explained(view.plan, view.index.chunks))


def _reasons(view: View) -> Measures:
    """How surely it gives the reason, where one is asked for."""
    if view.asked.sort is not Sort.REASON:
        return np.zeros(len(view.index))
    return _by_id(view, reasoned(view.plan, view.asked, view.index))


def _by_id(view: View, found: dict[str, float]) -> Measures:
    return np.array([max(found.get(chunk.id, 0.0), 0.0) for chunk in view.index.chunks])


FEATURES: tuple[Feature, ...] = (
    Feature("词面", 0.8, _lexical),
    Feature("覆盖", 1.0, lambda view: view.covered),
    Feature("语义", 0.7, _dense),
    Feature("标题", 0.6, _heading),
    Feature("旁段", 1.5, _beside),
    Feature("科目", 0.4, _subject),
    Feature("说法", 0.15, _cue),
    Feature("通用", -0.5, _general),
    Feature("释义", 1.0, _explains),
    Feature("原因", 1.0, _reasons),
)
#: What the line counts that speaks most of what is asked.
LINE = 0.5
