"""The command ``checks``: what the documents say of themselves that does not hold (命令行：核对)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.commands import open_store
from ingest.listing import Column, Format, Listing, Value, print_listing

if TYPE_CHECKING:
    from ingest.model import Check, Document

COLUMNS = (
    Column("file", "文件"), Column("severity", "轻重"), Column("verdict", "结果"), Column("rule", "规则"),
    Column("title", "核对"), Column("left", "一边"), Column("left_value", "一边的数"), Column("left_unit", "单位"),
    Column("right", "另一边"), Column("right_value", "另一边的数"), Column("right_unit", "单位"),
    Column("difference", "差额"), Column("pages", "页"), Column("message", "说明"),
)  # fmt: skip
#: Width where another program reads, which has no screen to be fitted to.
_PIPED_WIDTH = 160
_COLOURS = {"错误": "bold red", "提醒": "yellow", "说明": "dim"}


def checks(
    document: Annotated[str, typer.Argument(help="文件编号，或文件名、单位名称中的字；不写则核对全部")] = "",
    format: Annotated[Format, typer.Option(help="输出格式")] = Format.TABLE,
    everything: Annotated[bool, typer.Option("--all", "-a", help="也列出通过的核对")] = False,
) -> None:
    """核对：勾稽关系、表文一致、占比与增减的复算，列出对不上的地方和页码。"""
    from ingest.checks.told import checks_of
    from ingest.errors import IngestError
    from ingest.filters import named_documents
    from ingest.model import Verdict

    store = open_store()
    try:
        held = store.documents()
        documents = named_documents(held, document) or [d for d in held if document in d.entity]
        found = [(d, checks_of(store, d.id)) for d in (documents if document else held)]
    except IngestError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    finally:
        store.close()
    if not found:
        named = f"库里没有「{document}」这份文件；mingbai documents 列出有哪些。"
        typer.echo(named if document else "库里还没有文件。", err=True)
        raise typer.Exit(2)
    kept = [(d, cs if everything else [c for c in cs if c.verdict is not Verdict.HOLDS]) for d, cs in found]
    if format is Format.TABLE:
        for (d, shown), (_, every) in zip(kept, found, strict=True):
            _print(d, shown, every)
        return
    print_listing(Listing(COLUMNS, [check_to_values(d, c) for d, cs in kept for c in cs]), format)


def check_to_values(document: Document, check: Check) -> tuple[Value, ...]:
    """A check as one row of a listing, a value for each of ``COLUMNS``."""
    left, right = check.left, check.right
    return (
        document.file, check.severity.value, check.verdict.value, check.rule, check.title, left.label, left.value,
        left.unit, right.label, right.value, right.unit, check.difference, "、".join(map(str, check.pages)),
        check.message,
    )  # fmt: skip


def _print(document: Document, kept: Sequence[Check], found: Sequence[Check]) -> None:
    """One document: its name, a table of what does not hold, and a line that counts."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from ingest.model import Verdict

    console = Console()
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _PIPED_WIDTH
    console.print(
        f"[bold]{escape(document.file)}[/bold] {escape(document.entity)} {document.year or ''}",
        soft_wrap=True,
    )
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0))
    for name in ("轻重", "页", "说明"):
        table.add_column(name, overflow="fold", no_wrap=name == "轻重")
    for c in kept:
        mark = c.severity.value if c.verdict is Verdict.FAILS else c.verdict.value
        pages = f"第{'、'.join(map(str, c.pages[:6]))}页" if c.pages else ""
        style = "green" if c.verdict is Verdict.HOLDS else _COLOURS[c.severity.value]
        table.add_row(f"[{style}]{mark}[/]", pages, f"{escape(c.message)}[dim]（{escape(c.title)}）[/]")
    if kept:
        console.print(table)
    console.print(_counted(found))


def _counted(found: Sequence[Check]) -> str:
    from ingest.model import Severity, Verdict

    failed = [c for c in found if c.verdict is Verdict.FAILS]
    counts = "，".join(f"{s.value} {sum(1 for c in failed if c.severity is s)} 处" for s in Severity)
    rounded = sum(1 for c in found if c.verdict is Verdict.ROUNDING)
    held = sum(1 for c in found if c.verdict is Verdict.HOLDS)
    return f"对不上：{counts}；四舍五入的尾差 {rounded} 处；另有 {held} 类核对通过（--all 列出）。"
