"""Commands of reading: ``ingest``, ``documents``, ``facts`` (命令行：读入与查看)."""

from __future__ import annotations

import csv
import io
import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ingest.facts import FactStore
    from ingest.model import Document, Fact
    from ingest.pipeline import FileReport


class Format(StrEnum):
    """Forms of a listing."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


_FIELDS = (
    "entity", "year", "stage", "statement", "fund", "kind", "code", "name", "breakdown", "measure", "value", "unit",
    "page", "file",
)  # fmt: skip


def ingest(
    paths: Annotated[list[Path], typer.Argument(help="PDF 或文本文件，或装有它们的文件夹")],
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="列出没有读懂的单元格")] = False,
) -> None:
    """读入公开文件：抽取事实与段落，存入资料库。"""
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress, SpinnerColumn, TextColumn

    from ingest.errors import IngestError
    from ingest.pipeline import find_files, ingest_paths
    from ingest.settings import Settings

    console, settings = Console(), Settings()
    if not find_files(paths):
        console.print("没有找到 PDF 或文本文件，请检查路径。")
        raise typer.Exit(2)
    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    try:
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task("读入中")
            reports = ingest_paths(
                paths,
                settings,
                lambda report: bar.console.print(line_of(report), soft_wrap=True),
                lambda name, page: bar.update(task, description=f"{escape(name)} 第{page}页"),
            )
    except IngestError as error:
        console.print(str(error), style="red", markup=False, soft_wrap=True)
        raise typer.Exit(2) from error
    failed = [r for r in reports if r.status == "failed"]
    if verbose:
        _list_misread()
    console.print(
        f"共 {len(reports)} 个文件：读入或已在库 {len(reports) - len(failed)} 个，失败 {len(failed)} 个。"
    )
    if failed:
        raise typer.Exit(1)


def line_of(report: FileReport) -> str:
    """One line on what became of a file, in Rich's markup."""
    from rich.markup import escape

    file = escape(report.file)
    if report.status == "failed":
        return f"[red]✗[/red] {escape(report.error)}"
    if report.status == "unchanged":
        return f"[dim]＝ {file}：内容没有变化，{report.facts} 条事实[/dim]"
    told = (
        f"[green]✓[/green] {file}：{report.pages} 页，{report.tables} 张表，{report.facts} 条事实，"
        f"{report.passages} 个段落，{report.misread} 个单元格未读懂，{report.seconds:.1f} 秒"
    )
    return told + "".join(f"\n  [yellow]{warning}[/yellow]" for warning in report.warnings)


def documents() -> None:
    """列出已读入的文件。"""
    from rich.console import Console
    from rich.table import Table

    store = _store()
    counts = store.counts()
    table = Table("编号", "单位", "年度", "种类", "页数", "事实", "段落", "文件")
    for d in store.documents():
        facts, passages = counts.get(d.id, (0, 0))
        table.add_row(
            d.id, d.entity, str(d.year), d.kind.value, str(d.pages), str(facts), str(passages), d.file
        )
    Console().print(table)


def facts(
    entity: Annotated[str, typer.Option(help="单位名称中的字")] = "",
    year: Annotated[int, typer.Option(help="年度")] = 0,
    subject: Annotated[str, typer.Option(help="科目名称中的字，或科目编码")] = "",
    format: Annotated[Format, typer.Option(help="输出格式")] = Format.TABLE,
) -> None:
    """列出事实：每个数字的单位、年度、阶段、科目、数值和页码。"""
    store = _store()
    rows = [
        _row(fact, document)
        for document in store.documents()
        if entity in document.entity
        for fact in store.facts(document.id)
        if (not year or fact.year == year) and (subject in fact.subject.name or subject == fact.subject.code)
    ]
    _print_rows(rows, format)


def _row(fact: Fact, document: Document) -> dict[str, str]:
    values = (
        fact.entity, fact.year, fact.stage.value, fact.statement, fact.fund.value, fact.subject.kind, fact.subject.code,
        fact.subject.name, fact.breakdown, fact.measure.value, "无" if fact.value is None else fact.value, fact.unit,
        fact.source.page, document.file,
    )  # fmt: skip
    return {field: str(value) for field, value in zip(_FIELDS, values, strict=True)}


def _print_rows(rows: list[dict[str, str]], format: Format) -> None:
    if format is Format.JSON:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if format is Format.CSV:
        out = io.StringIO()
        writer = csv.DictWriter(out, _FIELDS)
        writer.writeheader()
        writer.writerows(rows)
        typer.echo(out.getvalue(), nl=False)
        return
    from rich.console import Console
    from rich.table import Table

    table = Table("单位", "年度", "阶段", "科目", "编码", "分项", "数值", "计量", "页", "报表")
    for r in rows:
        table.add_row(
            r["entity"], r["year"], r["stage"], r["name"], r["code"], r["breakdown"], r["value"], r["unit"], r["page"],
            r["statement"] or "正文",
        )  # fmt: skip
    Console().print(table)
    typer.echo(f"共 {len(rows)} 条。")


def _list_misread() -> None:
    store = _store()
    for document in store.documents():
        for cell in store.misread(document.id):
            typer.echo(f"{document.file} 第{cell.page}页「{cell.text}」：{cell.reason}")


def _store() -> FactStore:
    """The facts store that the settings name; a database that does not answer ends the command with a sentence."""
    from ingest.errors import IngestError
    from ingest.facts import FactStore
    from ingest.settings import Settings

    try:
        return FactStore(Settings())
    except IngestError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
