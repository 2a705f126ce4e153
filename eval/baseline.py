"""The baseline: what was right stays right, and wrong figures do not become more (基线)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from eval.errors import BadBaseline
from eval.model import Outcome, SetResult, Strict
from eval.sets import ROOT
from eval.tally import tally

BASELINE_FILE = ROOT / "eval" / "baseline.json"


class SetBaseline(Strict):
    """Counts of one set, and the ids of the questions that were answered right."""

    total: int
    correct: int
    wrong: int
    missed: int
    wrong_figures: int
    correct_ids: tuple[str, ...]


Baseline = dict[str, SetBaseline]


def read_baseline(file: Path = BASELINE_FILE) -> Baseline:
    """The baseline by set; empty where there is no file yet."""
    if not file.exists():
        return {}
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        return {name: SetBaseline.model_validate(row) for name, row in rows.items()}
    except (json.JSONDecodeError, AttributeError, ValidationError) as exc:
        raise BadBaseline(f"{file.name} 读不了：{exc}。请用 mingbai eval --update-baseline 重写") from exc


def write_baseline(results: Sequence[SetResult], declared: Sequence[str], file: Path = BASELINE_FILE) -> None:
    """Rewrite the rows of the sets that were asked; skipped ones keep theirs, undeclared ones go."""
    kept = {name: row for name, row in read_baseline(file).items() if name in declared}
    rows = kept | {result.name: baseline_of(result) for result in results if not result.skipped}
    ordered = {name: rows[name].model_dump(mode="json") for name in sorted(rows)}
    file.write_text(json.dumps(ordered, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def baseline_of(result: SetResult) -> SetBaseline:
    """The row of one set."""
    count = tally(result.results)
    return SetBaseline(
        total=count.total,
        correct=count.correct,
        wrong=count.wrong,
        missed=count.missed,
        wrong_figures=count.wrong_figures,
        correct_ids=tuple(sorted(_correct(result))),
    )


def _correct(result: SetResult) -> set[str]:
    return {one.question.id for one in result.results if one.verdict.outcome is Outcome.CORRECT}


def regressions(results: Sequence[SetResult], baseline: Mapping[str, SetBaseline]) -> tuple[str, ...]:
    """What got worse, in words; a question that was taken out of a set is no regression."""
    found: list[str] = []
    for result in results:
        before = baseline.get(result.name)
        if before is not None and not result.skipped:
            found.extend(_worse(result, before))
    return tuple(found)


def unmeasured(results: Sequence[SetResult], baseline: Mapping[str, SetBaseline]) -> tuple[str, ...]:
    """Sets that were asked and that the baseline does not know yet: nothing guards them."""
    return tuple(one.name for one in results if not one.skipped and one.name not in baseline)


def _worse(result: SetResult, before: SetBaseline) -> list[str]:
    asked = {one.question.id for one in result.results}
    lost = sorted(set(before.correct_ids) & asked - _correct(result))
    found = [f"{result.name}：{name} 原来答对，现在不对" for name in lost]
    figures = tally(result.results).wrong_figures
    if figures > before.wrong_figures:
        found.append(f"{result.name}：错误数字由 {before.wrong_figures} 个增加到 {figures} 个")
    return found
