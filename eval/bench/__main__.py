"""``make bench``: every comparison over one set of documents, as a table and a JSON file."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from eval.bench.comparison import Comparison
from eval.errors import EvalError
from eval.model import Question
from eval.report import REPORTS
from eval.sets import QuestionSet, load_sets, why_skipped
from ingest.settings import Settings


def bench(
    name: Annotated[str, typer.Option("--set", help="用哪个题集的文件；不写就用第一个文件齐全的。")] = "",
    runs: Annotated[int, typer.Option(min=1, help="读入各跑几轮。")] = 5,
    requests: Annotated[int, typer.Option(min=1, help="提问各发多少次。")] = 500,
    passages: Annotated[int, typer.Option(min=0, help="只量这么多虚拟段落的入库和检索，如 100000。")] = 0,
    seconds: Annotated[float, typer.Option(min=1, help="许多人同时问，压多少秒。")] = 60,
    out: Annotated[Path, typer.Option(help="结果 JSON 写到哪里。")] = REPORTS / "bench.json",
) -> None:
    """速度对照：只看与同一次运行里的参照之比，不设时间上限。"""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # a line per odd font would cost the reference time
    try:
        if passages:
            from eval.bench.passages import compare_passages

            comparisons = compare_passages(passages, lambda line: typer.echo(line, err=True))
        else:
            chosen, questions = choose(name)
            comparisons = [*compare(chosen, runs), *ask(chosen, questions, requests, seconds)]
    except EvalError as exc:
        typer.echo(f"没有比成：{exc}", err=True)
        raise typer.Exit(2) from exc
    show(comparisons)
    write(comparisons, out)
    typer.echo(f"结果：{out}")


def choose(name: str) -> tuple[QuestionSet, tuple[Question, ...]]:
    """The named set, or the first whose documents are here and include PDFs, with its questions."""
    from eval.questions import load_questions

    reasons = []
    for chosen in load_sets():
        if name and chosen.name != name:
            continue
        questions = load_questions([chosen.questions])
        skipped = why_skipped(chosen, questions) or ("" if pdfs(chosen) else "没有 PDF")
        if not skipped:
            return chosen, questions
        reasons.append(f"{chosen.name}：{skipped}")
    raise EvalError("没有可用的题集。" + ("；".join(reasons) or f"没有题集 {name}"))


def pdfs(chosen: QuestionSet) -> list[Path]:
    """The PDFs of a set: what pdfplumber can read too."""
    return [document for document in chosen.documents if document.suffix.lower() == ".pdf"]


def compare(chosen: QuestionSet, runs: int) -> list[Comparison]:
    """Reading the PDFs of the set: how fast, by one process and by several, and with how much memory."""
    from eval.bench.memory import compare_memory
    from eval.bench.reading import compare_reading

    files = pdfs(chosen)
    return [*compare_reading(files, runs, lambda line: typer.echo(line, err=True)), compare_memory(files)]


def ask(
    chosen: QuestionSet, questions: Sequence[Question], requests: int, seconds: float
) -> list[Comparison]:
    """Asking the look-ups of the set that need no conversation: in process, by command, over HTTP, by many."""
    from eval.bench.answering import compare_answering
    from eval.bench.asking import compare_asking
    from eval.bench.cold import compare_cold
    from eval.bench.crowd import compare_crowd
    from eval.bench.sight import compare_sight
    from eval.bench.starting import compare_starting
    from eval.loaded import load_documents

    lookups = [
        question.question for question in questions if question.type == "lookup" and not question.history
    ]
    if not lookups:
        raise EvalError(f"题集 {chosen.name} 里没有查数的题。用 --set 换一个")
    told = [q.question for q in questions if q.type == "narrative" and not q.history] or lookups
    settings = load_documents(chosen, Settings())
    return [
        *compare_starting(settings, lookups[0], told[0]),
        *compare_answering(settings, lookups, requests),
        compare_cold(settings, lookups[0]),
        compare_asking(settings, lookups, requests),
        *compare_sight(settings, lookups),
        *compare_crowd(settings, lookups, seconds),
    ]


def show(comparisons: Sequence[Comparison]) -> None:
    """A table with a line per summary."""
    from rich.console import Console
    from rich.table import Table

    table = Table("", "", "明白账", "参照", "比值")
    for one in comparisons:
        for summary in one.summaries:
            ours, reference, ratio = one.row(summary)
            label = f"{summary}（{one.unit}）"
            table.add_row(one.title, label, f"{ours:.2f}", f"{reference:.2f}", f"{ratio:.2f}")
    console = Console()
    console.print(table)
    for one in comparisons:
        console.print(
            f"{one.title}：参照是{one.reference_title}；{one.taken_of}。", markup=False, soft_wrap=True
        )


def write(comparisons: Sequence[Comparison], out: Path) -> None:
    """All samples and their summaries as JSON."""
    rows = [
        asdict(one) | {"rows": {name: dict(zip(("ours", "reference", "ratio"), one.row(name), strict=True))
                                for name in one.summaries}}
        for one in comparisons
    ]  # fmt: skip
    out.parent.mkdir(parents=True, exist_ok=True)
    made = datetime.now(UTC).isoformat()
    text = json.dumps({"made": made, "comparisons": rows}, ensure_ascii=False, indent=1)
    out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(bench)
