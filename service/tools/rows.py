"""Figures, documents and checks to rows, and rows to lines that a language model reads (列表)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Check, Document, Fact, Side
from ingest.numbers import plain
from service.compose import image_url
from service.figures.amended import tell_amendment
from service.tools.contract import CheckRow, DocumentRow, FactRow


def fact_to_row(fact: Fact, files: dict[str, str]) -> FactRow:
    """A figure with what it is of and where it is printed."""
    subject, source = fact.subject, fact.source
    return FactRow(
        entity=fact.entity, year=fact.year, stage=fact.stage.value, statement=fact.statement, fund=fact.fund.value,
        subject=subject.name, code=subject.code, kind=subject.kind, breakdown=fact.breakdown,
        measure=fact.measure.value, value=decimal(fact.value), unit=fact.unit, yuan=decimal(fact.yuan),
        correction=tell_amendment(fact), document_id=fact.document_id, file=files.get(fact.document_id, ""),
        page=source.page, table=source.table, row=source.row, column=source.column, quote=source.quote,
        image=image_url(fact.document_id, source.page, [source.box]),
    )  # fmt: skip


def document_to_row(document: Document, facts: int) -> DocumentRow:
    """A document with the number of figures read from it."""
    return DocumentRow(
        id=document.id, file=document.file, title=document.title, entity=document.entity, level=document.level,
        region=document.region, year=document.year, kind=document.kind.value, pages=document.pages, facts=facts,
    )  # fmt: skip


def check_to_row(check: Check, document: Document) -> CheckRow:
    """A check with both of its sides."""
    return CheckRow(
        document_id=document.id, file=document.file, verdict=check.verdict.value, severity=check.severity.value,
        title=check.title, message=check.message, left=side(check.left), right=side(check.right),
        difference=decimal(check.difference), pages=list(check.pages),
    )  # fmt: skip


def side(given: Side) -> str:
    """One side of a check: what it is, and how much."""
    return f"{given.label} {decimal(given.value) or ''} {given.unit}".strip()


def decimal(value: Decimal | None) -> str | None:
    """An amount as it is printed, without exponent."""
    return None if value is None else plain(value)


def tell_facts(rows: Sequence[FactRow], more: bool) -> str:
    """A line a figure: whose, when, what, how much, where."""
    lines = [
        " ".join(filter(None, (
            row.entity, f"{row.year}年", row.stage, row.statement, row.code, row.subject, row.breakdown,
            f"{row.value} {row.unit}" if row.value is not None else "无", f"（{row.file} 第{row.page}页）",
            row.correction,
        )))
        for row in rows
    ]  # fmt: skip
    return told(lines, more, "没有符合条件的数字；可以放宽条件，或先用 documents 看收录了哪些文件。")


def tell_documents(rows: Sequence[DocumentRow]) -> str:
    """A line a document."""
    lines = [
        f"{row.entity} {row.year}年{row.kind}：{row.file}（{row.pages}页，编号 {row.id}）" for row in rows
    ]
    return told(lines, False, "没有收录这样的文件。")


def tell_checks(rows: Sequence[CheckRow], more: bool) -> str:
    """A line a check."""
    lines = [
        f"{row.severity}：{row.message}（{row.file} 第{'、'.join(map(str, row.pages))}页）" for row in rows
    ]
    return told(lines, more, "没有对不上的地方。")


def told(lines: Sequence[str], more: bool, none: str) -> str:
    """The lines under each other, with a word on what is left out."""
    rest = ["……还有更多，没有列出；请缩小条件，或把 limit 调大。"] if more else []
    return "\n".join([*lines, *rest]) or none
