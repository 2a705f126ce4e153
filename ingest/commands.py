"""The command ``ingest``: files into the store, a line on each, and what was not understood (命令行：读入)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.facts import FactStore
    from ingest.model import Misread
    from ingest.pipeline import FileReport


def ingest(
    paths: Annotated[list[Path], typer.Argument(help="PDF 或文本文件，或装有它们的文件夹")],
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="逐页列出没有读懂的单元格，以及为什么")
    ] = False,
) -> None:
    """读入公开文件：抽取事实与段落，存入资料库。"""
    from rich.console import Console

    from ingest.errors import IngestError
    from ingest.folders import find_files, tell_passed

    console = Console(highlight=False)
    found = find_files(paths)
    passed = tell_passed(found.passed)
    if not found.files:
        for line in filter(None, ("没有找到 PDF 或文本文件，请检查路径。", passed)):
            console.print(line, markup=False, soft_wrap=True)
        raise typer.Exit(2)
    try:
        reports = _read(paths, console)
    except IngestError as error:
        console.print(str(error), style="red", markup=False, soft_wrap=True)
        raise typer.Exit(2) from error
    failed = [r for r in reports if r.status == "failed"]
    if verbose:
        for line in missed_lines(reports):
            console.print(line, markup=False, soft_wrap=True)
    if passed:
        console.print(passed, style="yellow", markup=False, soft_wrap=True)
    console.print(
        f"共 {len(reports)} 个文件：读入或已在库 {len(reports) - len(failed)} 个，失败 {len(failed)} 个。"
    )
    if failed:
        raise typer.Exit(1)


def _read(paths: Sequence[Path], console: Console) -> list[FileReport]:
    """Read everything, with a line on each file as it is done and the page at hand beside a spinner."""
    from rich.markup import escape
    from rich.progress import Progress, SpinnerColumn, TextColumn

    from ingest.pipeline import ingest_paths
    from ingest.settings import Settings

    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("读入中")
        return ingest_paths(
            paths,
            Settings(),
            lambda report: bar.console.print(line_of(report), soft_wrap=True),
            lambda name, page: bar.update(task, description=f"{escape(name)} 第{page}页"),
            lambda line: bar.console.print(line, style="yellow", markup=False, soft_wrap=True),
        )


def line_of(report: FileReport) -> str:
    """What became of a file, in Rich's markup: one line, and one for each remark below it."""
    from rich.markup import escape

    file = escape(report.file)
    if report.status == "failed":
        return f"[red]✗[/red] {escape(report.error)}"
    below = "".join(f"\n  [yellow]{escape(text)}[/yellow]" for text in (*report.warnings, *report.remarks))
    if report.status == "unchanged" and report.same_as not in ("", report.file):
        return (
            f"[dim]＝ {file}：和已在库的《{escape(report.same_as)}》内容完全相同，没有重复读入[/dim]{below}"
        )
    if report.status == "unchanged":
        return f"[dim]＝ {file}：内容没有变化，{report.facts} 条事实[/dim]{below}"
    told = (
        f"{report.pages} 页，{report.tables} 张表，{report.facts} 条事实，"
        f"{report.passages} 个段落，{report.misread} 个单元格未读懂，{report.seconds:.1f} 秒"
    )
    mark = "[green]✓[/green]" if report.facts else "[yellow]○[/yellow]"
    nothing = "" if report.facts else f"[yellow]没有读到任何数字{_why_nothing(report)}[/yellow]；"
    return f"{mark} {file}：{nothing}{told}{below}"


def _why_nothing(report: FileReport) -> str:
    if report.misread:
        return "，表里的数都没有读懂（用 -v 看原因）"
    return "（可能是没填数的模板）" if report.tables else "（没有读到表格）"


def missed_lines(reports: Sequence[FileReport]) -> Iterator[str]:
    """The cells that were not understood, by file, page and reason."""
    for report in reports:
        if report.status == "failed" or not report.missed:
            continue
        yield f"{report.file}：{len(report.missed)} 个单元格未读懂"
        for (page, reason), cells in _by_place(report.missed).items():
            texts = "".join(f"「{cell.text}」" for cell in cells)
            yield f"  第{page}页 {reason}：{texts}"


def _by_place(missed: Sequence[Misread]) -> dict[tuple[int, str], list[Misread]]:
    places: dict[tuple[int, str], list[Misread]] = {}
    for cell in sorted(missed, key=lambda cell: cell.page):
        places.setdefault((cell.page, cell.reason), []).append(cell)
    return places


def open_store() -> FactStore:
    """The facts store that the settings name; a database that does not answer ends the command with a sentence."""
    from ingest.errors import IngestError
    from ingest.facts import FactStore
    from ingest.settings import Settings

    try:
        return FactStore(Settings())
    except IngestError as error:
        raise refused(str(error)) from error


def refused(message: str) -> typer.Exit:
    """Tell what went wrong on standard error; the caller raises what this gives."""
    typer.echo(message, err=True)
    return typer.Exit(2)
