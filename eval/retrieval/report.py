"""What a measuring of retrieval found: a table to read, a JSON file to keep (检索报告)."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from eval.report import REPORTS
from eval.retrieval.run import FULL, NAIVE_DENSE, Measured
from eval.retrieval.score import OPEN

if TYPE_CHECKING:
    from rich.console import Console

    from eval.retrieval.score import Score

#: The way that answers are made with.
OURS = f"路由，{FULL}"


def show_retrieval(found: Measured, console: Console, misses: bool = False) -> None:
    """A table with a line per way, ours by groups, and where asked each question that ours does not find first."""
    from rich.table import Table

    table = Table("", "题数", "recall@1", "recall@5", "MRR")
    scores = found.scores
    for way, groups in scores.items():
        table.add_row(way, *_cells(groups["全部"]))
    table.add_section()
    for group, score in scores[OURS].items():
        if group != "全部":
            table.add_row(f"{OURS}：{group}", *_cells(score))
    console.print(table)
    sizes = "，".join(f"{name} {count} 段" for name, count in found.passages.items())
    ahead = (scores[OURS]["全部"].recall_5 - scores[NAIVE_DENSE]["全部"].recall_5) * 100
    console.print(
        f"{len(found.documents)} 份文件一起在库；{sizes}。recall@5 比语义对照高 {ahead:.1f} 个百分点。"
    )
    for one in found.asked if misses else ():
        rank = found.ranks[OURS][one.question.id]
        if rank != 1 and one.group == OPEN:
            line = f"第{rank or '—'}位 {one.name} {one.question.id} {one.question.question}"
            console.print(line, style="dim", markup=False, highlight=False, soft_wrap=True)


def _cells(score: Score) -> tuple[str, str, str, str]:
    rates = f"{score.recall_1:.1%}", f"{score.recall_5:.1%}", f"{score.mrr:.3f}"
    return str(score.questions), *rates


def write_retrieval(found: Measured, folder: Path = REPORTS) -> Path:
    """Write the JSON file under the time of the run; ranks of questions that are held out are left out of it."""
    made = datetime.now(UTC)
    seen = {one.question.id for one in found.asked if one.group == OPEN}
    content = {
        "made": made.isoformat(),
        "documents": list(found.documents),
        "passages": dict(found.passages),
        "scores": {
            way: {group: asdict(score) for group, score in groups.items()}
            for way, groups in found.scores.items()
        },
        "ranks": {
            way: {key: rank for key, rank in ranks.items() if key in seen}
            for way, ranks in found.ranks.items()
        },
    }
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"retrieval-{made.strftime('%Y%m%d-%H%M%S-%f')}.json"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path
