"""The commands ``documents`` and ``remove``: what is loaded, and how to take a file out again (命令行：资料库)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.commands import open_store, refused
from ingest.listing import Column, Format, Listing, Value, print_listing

if TYPE_CHECKING:
    from ingest.facts import FactStore
    from ingest.model import Document

REPLACED, NO_FIGURES = "已被取代", "没有数字"
_COLUMNS = (
    Column("id", "编号", whole=True),
    Column("entity", "单位"),
    Column("level", "层级"),
    Column("year", "年度", whole=True),
    Column("kind", "种类"),
    Column("pages", "页数", whole=True),
    Column("facts", "事实", whole=True),
    Column("passages", "段落", whole=True),
    Column("misread", "未读懂", whole=True),
    Column("failed", "核对不符", whole=True),
    Column("status", "状态"),
    Column("superseded_by", "取代它的文件", shown=False),
    Column("disclosure", "同一份公开", shown=False),
    Column("title", "标题", shown=False),
    Column("file", "文件"),
)


def documents(
    format: Annotated[Format, typer.Option(help="输出格式")] = Format.TABLE,
) -> None:
    """列出已读入的文件；被更正、修订的旧文件标「已被取代」。"""
    from ingest.errors import IngestError

    store = open_store()
    try:
        listing = _listing(store)
    except IngestError as error:
        raise refused(str(error)) from error
    finally:
        store.close()
    print_listing(listing, format)


def remove(
    document: Annotated[str, typer.Argument(help="文件编号，或文件名（可以只写一部分）")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再询问")] = False,
) -> None:
    """从资料库中移除一份文件：它的事实、段落和副本。您手里的原文件不受影响。"""
    from ingest.errors import IngestError

    store = open_store()
    try:
        held = store.documents()
        chosen = only_document(held, document)
        if not yes:
            typer.confirm(f"移除《{chosen.file}》（编号 {chosen.id}）？", abort=True)
        _take_out(store, chosen)
    except IngestError as error:
        raise refused(str(error)) from error
    finally:
        store.close()
    typer.echo(f"已移除《{chosen.file}》。")
    for old in (d for d in held if d.superseded_by == chosen.id):
        if not chosen.superseded_by:
            typer.echo(f"《{old.file}》重新生效。")


def _listing(store: FactStore) -> Listing:
    counts, misread, failed = store.counts(), store.misread_counts(), store.failed_counts()
    rows: list[tuple[Value, ...]] = []
    for d in store.documents():
        found, passages = counts.get(d.id, (0, 0))
        status = REPLACED if not d.current else d.revision if found else NO_FIGURES
        rows.append((
            d.id, d.entity, d.level, d.year, d.kind.value, d.pages, found, passages, misread.get(d.id, 0),
            failed.get(d.id, 0), status,
            d.superseded_by, d.disclosure, d.title, d.file,
        ))  # fmt: skip
    return Listing(_COLUMNS, rows)


def only_document(held: Sequence[Document], name: str) -> Document:
    """The one document that an id or a file's name means; ends the command with a sentence where it is not one."""
    from ingest.filters import named_documents

    found = named_documents(held, name)
    if not found:
        raise refused(f"库里没有「{name}」这份文件；mingbai documents 列出有哪些。")
    if len(found) > 1:
        lines = "\n".join(f"  {d.id}  {d.file}" for d in found)
        raise refused(f"「{name}」可以指 {len(found)} 份文件，请写明编号：\n{lines}")
    return found[0]


def _take_out(store: FactStore, document: Document) -> None:
    from contextlib import closing

    from ingest.passages import PassageStore
    from ingest.pipeline import remove_document
    from ingest.settings import Settings

    settings = Settings()
    with closing(PassageStore(settings)) as passages:
        remove_document(document, settings, store, passages)
