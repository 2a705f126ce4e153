"""``mingbai eval``: ask the known answers, write a report, fail where anything got worse (评测命令)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from eval.model import Result, SetResult
    from eval.sets import QuestionSet
    from ingest.pipeline import FileReport


def evaluate(  # noqa: PLR0913 - an option each
    files: Annotated[list[Path] | None, typer.Argument(help="题目文件或文件夹，同 --questions。")] = None,
    questions: Annotated[
        list[Path] | None,
        typer.Option("--questions", help="只问这些题目文件；不属于任何题集的，问当前已读入的文件。"),
    ] = None,
    url: Annotated[str, typer.Option("--url", help="改问一个运行中的服务，如 http://127.0.0.1:8000。")] = "",
    only: Annotated[list[str] | None, typer.Option("--set", help="只评这些题集（eval/sets.toml）。")] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="用这次的结果改写基线。")
    ] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="重新读入文件，不用上次读好的。")] = False,
    facts: Annotated[
        bool, typer.Option("--facts", help="只核对数字：拿 eval/facts 的标准答案对读出的事实，不问题。")
    ] = False,
    retrieval: Annotated[
        bool, typer.Option("--retrieval", help="只量检索：该找到的段落在不在前面，连同对照流程，不问题。")
    ] = False,
    misses: Annotated[
        bool, typer.Option("--misses", help="与 --facts、--retrieval 连用：逐条列出漏的、不对的。")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="与 --facts 连用：结果写成 JSON。")] = False,
) -> None:
    """评测：问已知答案的题，写报告；比基线差就以非零状态退出。"""
    from eval.baseline import read_baseline, regressions, unmeasured, write_baseline
    from eval.errors import EvalError
    from eval.report import report_of, show, write_report
    from eval.sets import load_sets

    console = _console()
    if facts:
        if _facts(console, fresh, update_baseline, misses, as_json):
            raise typer.Exit(1)
        return
    if retrieval:
        _retrieval(console, only or [], fresh, misses)
        return
    everything = not (questions or files or only or url)
    try:
        declared = _chosen(only or [])
        results = _results([*(questions or []), *(files or [])], declared, url, fresh, console)
        # Only sets over their own documents are measured against the baseline: a loose file or a server may
        # have been asked over anything.
        measured = [one for one in results if one.documents]
        worse = () if update_baseline else regressions(measured, read_baseline())
        if update_baseline:
            write_baseline(measured, [one.name for one in load_sets()])
    except EvalError as exc:
        typer.echo(f"评测没有做成：{exc}", err=True)
        raise typer.Exit(2) from exc
    report = report_of(results, url or "本进程", worse)
    show(report, console)
    for name in unmeasured(measured, read_baseline()):
        console.print(f"基线里还没有 {name}，用 --update-baseline 记下", style="yellow", markup=False)
    console.print(f"报告：{write_report(report)}", markup=False, soft_wrap=True)
    unread = _facts(console, False, update_baseline, False, False) if everything else ()
    if worse or unread:
        raise typer.Exit(1)


def _console() -> Console:
    from rich.console import Console

    console = Console()
    # A log has no width; tables are not to be squeezed into the default 80.
    return console if console.is_terminal else Console(width=160)


def _facts(
    console: Console, fresh: bool, update_baseline: bool, misses: bool, as_json: bool
) -> tuple[str, ...]:
    """Score the known facts, tell of it, and return what got worse."""
    import json

    from eval.errors import EvalError
    from eval.gold_baseline import (
        fact_regressions,
        facts_baseline_of,
        read_facts_baseline,
        write_facts_baseline,
    )
    from eval.gold_report import facts_as_json, show_facts
    from eval.gold_run import run_facts
    from ingest.settings import Settings

    try:
        result = run_facts(Settings(), None if as_json else _told(console), fresh)
        if result.skipped:
            console.print(f"没有核对数字：{result.skipped}", style="yellow", markup=False, soft_wrap=True)
            return ()
        now = facts_baseline_of(result.score, result.cells)
        worse = () if update_baseline else fact_regressions(now, read_facts_baseline())
        if update_baseline:
            write_facts_baseline(now)
    except EvalError as exc:
        typer.echo(f"评测没有做成：{exc}", err=True)
        raise typer.Exit(2) from exc
    if as_json:
        typer.echo(json.dumps(facts_as_json(result.score, result.cells), ensure_ascii=False, indent=1))
    else:
        show_facts(result.score, result.cells, console, misses)
    for line in worse:
        typer.echo(f"比基线差：{line}", err=True)
    return worse


def _retrieval(console: Console, names: Sequence[str], fresh: bool, misses: bool) -> None:
    """Measure retrieval, tell of it, keep the report."""
    from eval.errors import EvalError
    from eval.retrieval.report import show_retrieval, write_retrieval
    from eval.retrieval.run import measure_retrieval
    from ingest.settings import Settings

    try:
        found = measure_retrieval(_chosen(names), Settings(), _told(console), fresh)
    except EvalError as exc:
        typer.echo(f"评测没有做成：{exc}", err=True)
        raise typer.Exit(2) from exc
    show_retrieval(found, console, misses)
    console.print(f"报告：{write_retrieval(found)}", markup=False, soft_wrap=True)


def _chosen(names: Sequence[str]) -> tuple[QuestionSet, ...]:
    from eval.errors import EvalError
    from eval.sets import load_sets

    sets = load_sets()
    unknown = sorted(set(names) - {one.name for one in sets})
    if unknown:
        known = "、".join(one.name for one in sets)
        raise EvalError(f"没有题集 {'、'.join(unknown)}。可选：{known}")
    return tuple(one for one in sets if not names or one.name in names)


def _results(
    paths: Sequence[Path], declared: Sequence[QuestionSet], url: str, fresh: bool, console: Console
) -> list[SetResult]:
    """Results of the sets and loose files that were asked for; without any, of all sets."""
    from eval.ask import ask_in_process, ask_over_http
    from eval.run import SetRunner, run_file, split_files
    from ingest.settings import Settings

    settings = Settings()
    sets, loose = split_files(paths, declared) if paths else (tuple(declared), ())
    if url:
        ask = ask_over_http(url)
        everything = [*(one.questions for one in sets), *loose]
        return [run_file(file, ask, _progress(file.stem, console)) for file in everything]
    runner = SetRunner(settings, _told(console), fresh)
    results = [runner.run(one, _progress(one.name, console, one.held_out)) for one in sets]
    if loose:
        ask = ask_in_process(settings)
        results += [run_file(file, ask, _progress(file.stem, console)) for file in loose]
    return results


def _progress(name: str, console: Console, held_out: bool = False) -> Callable[[Result], None]:
    """Tell of each failure as it comes, so that a long run need not end to be of use; not of what is held out."""
    from eval.model import Outcome

    def tell(result: Result) -> None:
        if result.verdict.outcome is not Outcome.CORRECT and not held_out:
            problems = "；".join(problem.text for problem in result.verdict.problems)
            line = f"{name} {result.question.id} {result.question.question} → {problems}"
            console.print(line, style="dim", markup=False, highlight=False, soft_wrap=True)

    return tell


def _told(console: Console) -> Callable[[FileReport], None]:
    from ingest.commands import line_of

    def tell(report: FileReport) -> None:
        console.print(line_of(report), style="dim", highlight=False, soft_wrap=True)

    return tell
