"""What a run found, for a machine and for a reader: one JSON and one HTML file, and counts on the console (报告)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.model import Result, SetResult
from eval.page import HEADS, cells, page_of
from eval.sets import ROOT
from eval.tally import Tally, tally, tally_by

if TYPE_CHECKING:
    from rich.console import Console

REPORTS = ROOT / "eval" / "reports"
NO_FILE = "（不引文件）"


@dataclass(frozen=True, slots=True)
class Report:
    """A run: when, what of, what every set gave, and what got worse than the baseline."""

    made: datetime
    asked: str
    sets: tuple[SetResult, ...]
    worse: tuple[str, ...] = ()

    @property
    def results(self) -> tuple[Result, ...]:
        """Results of all sets, in order."""
        return tuple(result for one in self.sets for result in one.results)


#: The ways in which totals are broken down, each by the keys that a result counts under.
GROUPS: dict[str, Callable[[Result], Iterable[str]]] = {
    "题型": lambda result: [result.question.type],
    "问法": lambda result: [result.question.style],
    "文件": lambda result: result.question.docs or [NO_FILE],
}


def report_of(sets: Sequence[SetResult], asked: str, worse: Sequence[str] = ()) -> Report:
    """A report of what was run now."""
    return Report(datetime.now(UTC), asked, tuple(sets), tuple(worse))


def write_report(report: Report, folder: Path = REPORTS) -> Path:
    """Write the JSON and the HTML file under the time of the run; the path of the HTML file comes back."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = folder / report.made.strftime("%Y%m%d-%H%M%S-%f")
    text = json.dumps(as_json(report), ensure_ascii=False, indent=1, default=str)
    stem.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    page = stem.with_suffix(".html")
    page.write_text(page_of(report, breakdown(report.results)), encoding="utf-8")
    return page


def breakdown(results: Sequence[Result]) -> dict[str, dict[str, Tally]]:
    """Counts in every way that totals are broken down."""
    return {title: tally_by(results, keys) for title, keys in GROUPS.items()}


def as_json(report: Report) -> dict[str, Any]:
    """The whole report as JSON takes it, decimals as strings."""
    return {
        "made": report.made.isoformat(),
        "asked": report.asked,
        "worse": list(report.worse),
        "total": _counts(tally(report.results)),
        "sets": [_set_row(one) for one in report.sets],
        "groups": {
            title: {key: _counts(count) for key, count in groups.items()}
            for title, groups in breakdown(report.results).items()
        },
    }


def _counts(count: Tally) -> dict[str, Any]:
    rates = {
        "accuracy": count.accuracy,
        "wrong_figure_rate": count.wrong_figure_rate,
        "page_rate": count.page_rate,
    }
    return asdict(count) | rates


def _set_row(one: SetResult) -> dict[str, Any]:
    return {
        "name": one.name,
        "skipped": one.skipped,
        "documents": list(one.documents),
        "counts": _counts(tally(one.results)),
        "results": [_result_row(result) for result in one.results],
    }


def _result_row(result: Result) -> dict[str, Any]:
    verdict, reply = result.verdict, result.reply
    return {
        "question": result.question.model_dump(mode="json", exclude_defaults=True),
        "outcome": verdict.outcome,
        "wrong_figure": verdict.wrong_figure,
        "page_right": verdict.page_right,
        "problems": [problem.text for problem in verdict.problems],
        "ms": round(reply.ms, 1),
        "error": reply.error,
        "answer": reply.answer.model_dump(mode="json") if reply.answer else None,
    }


def show(report: Report, console: Console) -> None:
    """A table of the sets, those that were skipped with the reason, and what got worse."""
    from rich.table import Column, Table  # half of the start-up of a command that asks for help only

    table = Table(*(Column(head, overflow="fold") for head in ("题集", *HEADS)))
    for one in report.sets:
        if not one.skipped:
            table.add_row(one.name, *cells(tally(one.results)))
    if sum(not one.skipped for one in report.sets) > 1:
        table.add_section()
        table.add_row("合计", *cells(tally(report.results)))
    console.print(table)
    for one in report.sets:
        if one.skipped:
            console.print(f"跳过 {one.name}：{one.skipped}", style="yellow", markup=False)
    for line in report.worse:
        console.print(f"退步 {line}", style="bold red", markup=False)
