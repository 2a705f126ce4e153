"""Which facts are wanted, as conditions of the database (筛选)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from ingest.entities import entity_key, spells
from ingest.model import Document, Fund, Origin, Stage
from ingest.schema import documents, facts
from ingest.text import fold

#: Columns of what is printed around a figure.
_PRINTED = (facts.c.name, facts.c.quote, facts.c.row_path, facts.c.column_path, facts.c.table_title)


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Conditions on facts, all of which must hold; what is empty, zero or None asks for nothing.

    ``documents`` are ids; None means all that count. ``subject`` is part of an account's name, or its code;
    ``statement`` part of the name of a standard statement or of a printed title; ``level`` is 合计, 类, 款 or 项;
    ``text`` is part of what is printed: the name, the title, the row, the column, the sentence.
    """

    documents: tuple[str, ...] | None = None
    year: int = 0
    subject: str = ""
    statement: str = ""
    stage: Stage | None = None
    fund: Fund | None = None
    kind: str = ""
    page: int = 0
    origin: Origin | None = None
    limit: int = 0
    level: str = ""
    text: str = ""


def filter_to_query(filter: FactFilter) -> sa.Select[Any]:
    """The rows of facts that pass the filter, by document and in reading order."""
    query = (
        sa.select(facts)
        .join(documents, documents.c.id == facts.c.document_id)
        .where(*conditions(filter))
        .order_by(documents.c.entity, documents.c.year, documents.c.file, facts.c.id)
    )
    return query.limit(filter.limit) if filter.limit else query


def conditions(filter: FactFilter) -> list[sa.ColumnElement[bool]]:
    """What must hold of the facts and their documents."""
    same: tuple[tuple[sa.Column[Any], object], ...] = (
        (facts.c.year, filter.year),
        (facts.c.stage, filter.stage and filter.stage.value),
        (facts.c.fund, filter.fund and filter.fund.value),
        (facts.c.kind, filter.kind),
        (facts.c.level, filter.level),
        (facts.c.page, filter.page),
        (facts.c.origin, filter.origin and filter.origin.value),
    )
    held = (
        documents.c.superseded_by == ""
        if filter.documents is None
        else facts.c.document_id.in_(filter.documents)
    )
    return [held, *(column == wanted for column, wanted in same if wanted), *_words(filter)]


def _words(filter: FactFilter) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if filter.subject.isascii() and filter.subject.isdigit():
        found.append(facts.c.code == filter.subject)
    elif filter.subject:
        found.append(facts.c.name.contains(filter.subject, autoescape=True))
    parts: tuple[tuple[str, tuple[sa.Column[Any], ...]], ...] = (
        (filter.statement, (facts.c.statement, facts.c.table_title)),
        (filter.text, _PRINTED),
    )
    for part, columns in parts:
        if part:
            found.append(sa.or_(*(column.contains(part, autoescape=True) for column in columns)))
    return found


def documents_of(held: Sequence[Document], name: str) -> list[Document]:
    """The documents of the bodies that a name means: as printed, in another official form, or for short."""
    wanted, key = fold(name), entity_key(name)
    readings: tuple[Callable[[str], bool], ...] = (
        lambda printed: wanted != "" and wanted in fold(printed),
        lambda printed: key != "" and key in entity_key(printed),
        lambda printed: wanted != "" and spells(name, printed),
    )
    found = ([d for d in held if any(map(fits, (d.entity, *d.aliases)))] for fits in readings)
    return next((documents for documents in found if documents), [])


def named_documents(held: Sequence[Document], name: str) -> list[Document]:
    """The documents that an id, the start of one, a file's name or a part of it means; the surest reading first."""
    readings: tuple[Callable[[Document], bool], ...] = (
        lambda d: d.id == name,
        lambda d: d.file == name,
        lambda d: len(name) >= 4 and d.id.startswith(name.lower()),
        lambda d: fold(name) != "" and fold(name) in fold(d.file),
    )
    found = ([d for d in held if fits(d)] for fits in readings)
    return next((documents for documents in found if documents), [])
