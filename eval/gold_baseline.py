"""What the known facts gave last time: by file and origin, none may be lost, none may be wrong anew (事实基线)."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from pydantic import ValidationError

from eval.cell_account import CellAccount
from eval.errors import BadBaseline
from eval.gold_score import Score
from eval.model import Strict
from eval.sets import ROOT

FACTS_BASELINE = ROOT / "eval" / "facts" / "baseline.json"


class FactsBaseline(Strict):
    """Known facts found and wrong facts on whole pages, by ``file|origin``; numeric cells that no fact tells."""

    found: dict[str, int]
    wrong: dict[str, int]
    lost_cells: int


def facts_baseline_of(score: Score, cells: CellAccount) -> FactsBaseline:
    """The counts to keep of one run."""
    found = Counter(f"{p.gold.doc}|{p.gold.origin.value}" for p in score.pairs if p.right)
    wrong = Counter(f"{s.doc}|{s.fact.origin.value}" for s in score.strays)
    return FactsBaseline(
        found=dict(sorted(found.items())), wrong=dict(sorted(wrong.items())), lost_cells=len(cells.lost)
    )


def read_facts_baseline(file: Path = FACTS_BASELINE) -> FactsBaseline | None:
    """The kept counts, None where there are none yet. Raises ``BadBaseline``."""
    if not file.exists():
        return None
    try:
        return FactsBaseline.model_validate_json(file.read_text(encoding="utf-8"))
    except ValidationError as exc:
        raise BadBaseline(
            f"{file.name} 读不了：{exc}。请用 mingbai eval --facts --update-baseline 重写"
        ) from exc


def write_facts_baseline(baseline: FactsBaseline, file: Path = FACTS_BASELINE) -> None:
    """Keep the counts of this run."""
    text = json.dumps(baseline.model_dump(mode="json"), ensure_ascii=False, indent=1)
    file.write_text(text + "\n", encoding="utf-8")


def fact_regressions(now: FactsBaseline, before: FactsBaseline | None) -> tuple[str, ...]:
    """What got worse, in words."""
    if before is None:
        return ()
    lost = [
        f"事实 {name}：查到的由 {count} 条减少到 {now.found.get(name, 0)} 条"
        for name, count in before.found.items()
        if now.found.get(name, 0) < count
    ]
    wrong = [
        f"事实 {name}：不对的由 {before.wrong.get(name, 0)} 个增加到 {count} 个"
        for name, count in now.wrong.items()
        if count > before.wrong.get(name, 0)
    ]
    cells = f"没读懂的数字格由 {before.lost_cells} 个增加到 {now.lost_cells} 个"
    return (*lost, *wrong, *([cells] if now.lost_cells > before.lost_cells else []))
