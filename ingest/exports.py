"""The command ``facts``: figures by what they are about, on the screen or as a file (命令行：筛选与导出)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.commands import open_store, refused
from ingest.listing import Column, FactFormat, Listing, Value, print_listing, write_listing
from ingest.model import Fund, Origin, Stage
from ingest.numbers import plain

if TYPE_CHECKING:
    from ingest.filters import FactFilter
    from ingest.model import Document, Fact

#: What a workbook is called that nobody gave a name.
DEFAULT_WORKBOOK = Path("明白账-事实.xlsx")
_SUFFIXES = {".xlsx": FactFormat.XLSX, ".csv": FactFormat.CSV, ".json": FactFormat.JSON}


class OriginName(StrEnum):
    """Where a figure was read, in the words of the command line."""

    CELL = "表格"
    SENTENCE = "正文"
    DECLARATION = "声明"


_ORIGINS = {
    OriginName.CELL: Origin.CELL,
    OriginName.SENTENCE: Origin.SENTENCE,
    OriginName.DECLARATION: Origin.DECLARATION,
}
#: Columns of the listing, with what each of them holds.
_READ: tuple[tuple[Column, Callable[[Fact, str], Value]], ...] = (
    (Column("entity", "单位", width=32), lambda f, _: f.entity),
    (Column("year", "年度", width=7, whole=True), lambda f, _: f.year),
    (Column("stage", "阶段", width=9), lambda f, _: f.stage.value),
    (Column("kind", "科目类别", shown=False), lambda f, _: f.subject.kind),
    (Column("code", "编码", width=10, whole=True), lambda f, _: f.subject.code),
    (Column("name", "科目", width=32), lambda f, _: f.subject.name),
    (Column("level", "级次", shown=False, width=6), lambda f, _: f.subject.level),
    (Column("breakdown", "分项", width=14), lambda f, _: f.breakdown),
    (Column("measure", "度量", shown=False, width=8), lambda f, _: f.measure.value),
    (Column("value", "数值", width=18, whole=True), lambda f, _: "无" if f.value is None else f.value),
    (Column("unit", "计量单位", width=9, whole=True), lambda f, _: f.unit),
    (Column("yuan", "折合元", shown=False, width=20), lambda f, _: f.yuan),
    (Column("fund", "资金", shown=False, width=14), lambda f, _: f.fund.value),
    (Column("flow", "收支", shown=False, width=9), lambda f, _: f.flow.value),
    (Column("statement", "报表", width=24), lambda f, _: f.statement),
    (Column("origin", "来源", shown=False, width=7), lambda f, _: _origin_name(f.origin)),
    (Column("page", "页", width=6, whole=True), lambda f, _: f.source.page),
    (Column("table", "表题", shown=False, width=30), lambda f, _: f.source.table),
    (Column("row", "行", shown=False, width=24), lambda f, _: f.source.row),
    (Column("column", "列", shown=False, width=24), lambda f, _: f.source.column),
    (Column("quote", "原文", shown=False, width=50), lambda f, _: f.source.quote),
    (Column("printed", "更正前", shown=False, width=18), lambda f, _: _before(f)),
    (
        Column("correction", "更正理由", shown=False, width=30),
        lambda f, _: f.amended.reason if f.amended else "",
    ),
    (Column("document", "文件编号", shown=False, width=18), lambda f, _: f.document_id),
    (Column("file", "文件", shown=False, width=44), lambda f, file: file),
)
COLUMNS = tuple(column for column, _ in _READ)


def facts(  # noqa: PLR0913 (an option each)
    entity: Annotated[str, typer.Option(help="单位：全称、名称中的字，或简称（卫健委、人社局）")] = "",
    year: Annotated[int, typer.Option(help="这个数是哪一年的")] = 0,
    subject: Annotated[str, typer.Option(help="科目名称中的字，或完整的科目编码")] = "",
    statement: Annotated[str, typer.Option(help="报表名称或表题中的字，如 支出表、三公经费")] = "",
    stage: Annotated[Stage | None, typer.Option(help="阶段")] = None,
    fund: Annotated[Fund | None, typer.Option(help="资金性质")] = None,
    kind: Annotated[str, typer.Option(help="科目类别，如 功能分类、经济分类、三公经费、业务量")] = "",
    page: Annotated[int, typer.Option(min=0, help="印在文件的第几页")] = 0,
    document: Annotated[str, typer.Option(help="文件编号，或文件名中的字")] = "",
    origin: Annotated[OriginName | None, typer.Option(help="来源")] = None,
    limit: Annotated[int, typer.Option(min=0, help="最多列出多少条，0 为不限")] = 0,
    superseded: Annotated[bool, typer.Option("--superseded", help="连同已被取代的文件一起列")] = False,
    format: Annotated[
        FactFormat | None, typer.Option(help="输出格式；不写时由 --output 的后缀决定，否则是表格")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(help=f"写到这个文件；xlsx 不写时存为当前目录的「{DEFAULT_WORKBOOK}」"),
    ] = None,
) -> None:
    """列出事实：每个数字的单位、年度、阶段、科目、数值和页码，可筛选、可导出。"""
    from ingest.errors import IngestError
    from ingest.filters import FactFilter

    chosen = format or _SUFFIXES.get(output.suffix.lower() if output else "", FactFormat.TABLE)
    target = output or (DEFAULT_WORKBOOK if chosen is FactFormat.XLSX else None)
    if target is not None and chosen is FactFormat.TABLE:
        raise refused("写文件请用 csv、json 或 xlsx 格式，例如 --output 事实.xlsx；表格只在屏幕上显示。")
    store = open_store()
    try:
        held = store.documents()
        asked = _asked_documents(held, entity, document, superseded)
        filter = FactFilter(
            None if asked is None else tuple(d.id for d in asked), year, subject.strip(), statement.strip(), stage,
            fund, kind.strip(), page, _ORIGINS.get(origin) if origin else None, limit,
        )  # fmt: skip
        found = store.find(filter)
    except IngestError as error:
        raise refused(str(error)) from error
    finally:
        store.close()
    _hand_over(facts_to_listing(found, held), chosen, target)
    _tell_left_out(held, filter)
    _tell_corrected(found)
    if limit and len(found) == limit:
        typer.echo(f"只列出前 {limit} 条（--limit）。", err=True)


def facts_to_listing(facts: Sequence[Fact], held: Sequence[Document]) -> Listing:
    """Facts as rows of a listing, with the name of the file of each."""
    files = {document.id: document.file for document in held}
    return Listing(COLUMNS, [fact_to_values(fact, files.get(fact.document_id, "")) for fact in facts])


def fact_to_values(fact: Fact, file: str) -> tuple[Value, ...]:
    """A fact as one row of a listing, a value for each of ``COLUMNS``."""
    return tuple(value(fact, file) for _, value in _READ)


def _asked_documents(
    held: Sequence[Document], entity: str, document: str, superseded: bool
) -> list[Document] | None:
    """The documents whose facts are wanted, None for all that count; a document that is named counts in any case."""
    from ingest.filters import documents_of, named_documents

    chosen = named_documents(held, document) if document else [d for d in held if d.current or superseded]
    if document and not chosen:
        raise refused(f"库里没有「{document}」这份文件；mingbai documents 列出有哪些。")
    if entity and not (chosen := documents_of(chosen, entity)):
        typer.echo(f"库里没有单位「{entity}」的文件；mingbai documents 列出有哪些。", err=True)
    return chosen if entity or document or superseded else None


def _hand_over(listing: Listing, format: FactFormat, target: Path | None) -> None:
    if target is None:
        print_listing(listing, format)
        return
    try:
        write_listing(listing, format, target)
    except OSError as error:
        raise refused(
            f"写不了 {target}：{error.strerror or error}。请检查文件夹和权限，或关闭正打开它的程序。"
        ) from error
    typer.echo(f"已写入 {target}：{len(listing.rows)} 条。", err=True)


def _tell_left_out(held: Sequence[Document], filter: FactFilter) -> None:
    old = [d for d in held if not d.current and (filter.documents is None or d.id not in filter.documents)]
    if old and filter.documents is None:
        typer.echo(f"另有 {len(old)} 份已被取代的文件没有列入；要列请加 --superseded。", err=True)


def _tell_corrected(facts: Sequence[Fact]) -> None:
    corrected = sum(1 for fact in facts if fact.amended)
    if corrected:
        typer.echo(f"其中 {corrected} 条经人工更正；导出文件的“更正前”一栏是原文印的数。", err=True)


def _before(fact: Fact) -> str:
    """What the document prints where a hand has corrected it."""
    return f"{plain(fact.amended.printed)}{fact.amended.unit}" if fact.amended else ""


def _origin_name(origin: Origin) -> str:
    return next(name.value for name, value in _ORIGINS.items() if value is origin)
