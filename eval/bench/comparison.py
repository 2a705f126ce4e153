"""One thing measured beside a reference, in one run on one machine (对照)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from eval.tally import percentile

Summary = Callable[[tuple[float, ...]], float]

#: How many samples become one number, by the name that is shown.
SUMMARIES: dict[str, Summary] = {
    "中位数": median,
    "p50": lambda values: percentile(values, 50),
    "p95": lambda values: percentile(values, 95),
    "p99": lambda values: percentile(values, 99),
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Samples of ours and of the reference, what is summed up of them, and of what they were taken."""

    title: str
    reference_title: str
    unit: str
    ours: tuple[float, ...]
    reference: tuple[float, ...]
    summaries: tuple[str, ...]
    taken_of: str

    def row(self, summary: str) -> tuple[float, float, float]:
        """Ours, the reference, and ours as a multiple of the reference."""
        ours, reference = SUMMARIES[summary](self.ours), SUMMARIES[summary](self.reference)
        return ours, reference, ours / reference
