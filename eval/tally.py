"""Results counted: outcomes, wrong figures, pages, times (合计)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from eval.model import Outcome, Result


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over some results; times in milliseconds, 0 where there are no results."""

    total: int
    correct: int
    wrong: int
    missed: int
    wrong_figures: int
    pages_judged: int
    pages_right: int
    p50: float
    p95: float

    @property
    def accuracy(self) -> float | None:
        """Share of all questions that were answered right."""
        return share(self.correct, self.total)

    @property
    def wrong_figure_rate(self) -> float | None:
        """Share of all questions whose answer shows a wrong figure."""
        return share(self.wrong_figures, self.total)

    @property
    def page_rate(self) -> float | None:
        """Share of the answers judged for their page that cite the right one."""
        return share(self.pages_right, self.pages_judged)


def tally(results: Sequence[Result]) -> Tally:
    """Counts over results."""
    outcomes = [result.verdict.outcome for result in results]
    pages = [result.verdict.page_right for result in results if result.verdict.page_right is not None]
    times = [result.reply.ms for result in results]
    return Tally(
        total=len(results),
        correct=outcomes.count(Outcome.CORRECT),
        wrong=outcomes.count(Outcome.WRONG),
        missed=outcomes.count(Outcome.MISSED),
        wrong_figures=sum(result.verdict.wrong_figure for result in results),
        pages_judged=len(pages),
        pages_right=sum(pages),
        p50=percentile(times, 50),
        p95=percentile(times, 95),
    )


def tally_by(results: Iterable[Result], keys: Callable[[Result], Iterable[str]]) -> dict[str, Tally]:
    """Counts per key, keys sorted; a result counts under each of its keys."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        for key in keys(result):
            groups.setdefault(key, []).append(result)
    return {key: tally(groups[key]) for key in sorted(groups)}


def percentile(values: Sequence[float], rank: int) -> float:
    """Smallest value that at least ``rank`` percent of the values do not exceed; 0 for none."""
    if not values:
        return 0.0
    return sorted(values)[max(0, math.ceil(len(values) * rank / 100) - 1)]


def share(part: int, whole: int) -> float | None:
    """Part of a whole, None of nothing."""
    return part / whole if whole else None


def percent(rate: float | None) -> str:
    """A share for reading, a dash for a share of nothing."""
    return "—" if rate is None else f"{rate:.1%}"
