"""The facts store: documents, facts and the text of passages in SQL, one document one transaction (事实库)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from decimal import Decimal
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from ingest import schema
from ingest.chains import restoration, supersessions
from ingest.check_rows import check_to_row, row_to_check
from ingest.concordance import add_chunks
from ingest.corrections import amend
from ingest.database import Database
from ingest.filters import FactFilter, filter_to_query
from ingest.model import (
    Check,
    Chunk,
    Document,
    Fact,
    Flow,
    Fund,
    Kind,
    Measure,
    Misread,
    Origin,
    Reading,
    Severity,
    Source,
    Stage,
    Subject,
    Verdict,
)
from ingest.rulings import row_to_correction, standing_corrections
from ingest.settings import Settings


class FactStore:
    """Reads and writes of the SQL store.

    Opening brings the store to its newest shape. Every method raises ``StoreUnavailable`` when the database
    does not answer; a thing that is not there is an empty list or None.
    """

    def __init__(self, settings: Settings, database: Database | None = None) -> None:
        self.database = database or Database(settings)

    def documents(self, current: bool = False) -> list[Document]:
        """All documents, by body, year and file name; ``current`` leaves out those that a later one replaced."""
        table = schema.documents
        query = sa.select(*_OF_DOCUMENTS).order_by(table.c.entity, table.c.year, table.c.file)
        rows = self._all(query.where(table.c.superseded_by == "") if current else query)
        return [_known_document(tuple(row)) for row in rows]

    def document(self, document_id: str) -> Document | None:
        """One document, None if there is none with that id."""
        rows = self._all(sa.select(schema.documents).where(schema.documents.c.id == document_id))
        return _document(rows[0]) if rows else None

    def facts(self, document_id: str) -> list[Fact]:
        """All facts of one document in reading order, with the corrections that count (``Fact.amended``)."""
        return self.amended(self.printed(document_id))

    def printed(self, document_id: str) -> list[Fact]:
        """All facts of one document in reading order, exactly as printed."""
        table = schema.facts
        query = sa.select(table).where(table.c.document_id == document_id).order_by(table.c.id)
        return [row_to_fact(row) for row in self._all(query)]

    def fact(self, fact_id: int) -> Fact | None:
        """One fact, corrected; None if there is none with that id."""
        found = self.amended(
            [row_to_fact(r) for r in self._all(sa.select(schema.facts).where(schema.facts.c.id == fact_id))]
        )
        return found[0] if found else None

    def find(self, filter: FactFilter) -> list[Fact]:
        """The facts of all documents that pass a filter, corrected, in the order of documents and in reading order."""
        return self.amended([row_to_fact(row) for row in self._all(filter_to_query(filter))])

    def amended(self, facts: list[Fact]) -> list[Fact]:
        """Facts as printed with the corrections that count."""
        ids = list(dict.fromkeys(fact.document_id for fact in facts))
        found = [row_to_correction(row) for row in self._all(standing_corrections(ids))] if ids else []
        return amend(facts, found)

    def passages(self, ids: Sequence[str]) -> list[Chunk]:
        """These passages, in the order of their ids; one that is not there is left out."""
        table = schema.passages
        return [
            _chunk(row) for row in self._all(sa.select(table).where(table.c.id.in_(ids)).order_by(table.c.id))
        ]

    def chunks(self, document_id: str) -> list[Chunk]:
        """All passages of one document in reading order."""
        table = schema.passages
        rows = self._all(
            sa.select(table).where(table.c.document_id == document_id).order_by(table.c.sequence)
        )
        return [_chunk(row) for row in rows]

    def misread(self, document_id: str) -> list[Misread]:
        """Cells of one document that were not understood."""
        table = schema.misread
        rows = self._all(sa.select(table).where(table.c.document_id == document_id).order_by(table.c.id))
        return [Misread(r.page, tuple(r.box), r.text, r.reason) for r in rows]

    def warnings(self, document_id: str) -> tuple[str, ...]:
        """What was remarked when the document was read."""
        table = schema.documents
        rows = self._all(sa.select(table.c.warnings).where(table.c.id == document_id))
        return tuple(rows[0].warnings) if rows else ()

    def misread_counts(self) -> dict[str, int]:
        """Numbers of cells that were not understood, by document; one without any is left out."""
        return self._tally(schema.misread)

    def failed_counts(self) -> dict[str, int]:
        """Numbers of checks that do not hold and are more than a remark, by document; one without any is left out."""
        table = schema.checks
        return self._tally(
            table, table.c.verdict == Verdict.FAILS.value, table.c.severity != Severity.NOTE.value
        )

    def checks(self, document_id: str) -> list[Check]:
        """What was found when one document was read: errors first, then one line a rule on what holds."""
        table = schema.checks
        rows = self._all(sa.select(table).where(table.c.document_id == document_id).order_by(table.c.id))
        return [row_to_check(row) for row in rows]

    def counts(self) -> dict[str, tuple[int, int]]:
        """Numbers of facts and passages by document."""
        found: dict[str, list[int]] = {}
        for index, table in enumerate((schema.facts, schema.passages)):
            query = sa.select(table.c.document_id, sa.func.count()).group_by(table.c.document_id)
            for document_id, count in (tuple(row) for row in self._all(query)):
                found.setdefault(str(document_id), [0, 0])[index] = int(count)
        return {key: (pair[0], pair[1]) for key, pair in found.items()}

    def units(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Bodies other than the one that published it of which a document prints figures, by document."""
        table, published = schema.facts, schema.documents
        query = (
            sa.select(table.c.document_id, table.c.entity)
            .join(published, published.c.id == table.c.document_id)
            .where(table.c.document_id.in_(ids), table.c.entity != published.c.entity, table.c.entity != "")
            .distinct()
            .order_by(table.c.document_id, table.c.entity)
        )
        found: dict[str, tuple[str, ...]] = {}
        for document_id, entity in (tuple(row) for row in self._all(query)) if ids else ():
            found[document_id] = (*found.get(document_id, ()), entity)
        return found

    def save(
        self, reading: Reading, also: Callable[[], object] = lambda: None, over: Sequence[str] = ()
    ) -> None:
        """Store one document whole, in place of its earlier self and of those with the ids ``over``.

        ``also`` runs before the commit; its failure undoes everything.
        """
        document_id = reading.document.id
        with self._begin() as connection:
            _delete(connection, document_id)
            connection.execute(sa.insert(schema.documents), [_document_row(reading)])
            for table, rows in (
                (schema.facts, [_fact_row(f, document_id) for f in reading.facts]),
                (schema.passages, [_chunk_row(c) for c in reading.chunks]),
                (schema.misread, [_misread_row(m, document_id) for m in reading.misread]),
                (schema.checks, [check_to_row(c, document_id) for c in reading.checks]),
            ):
                if rows:
                    connection.execute(sa.insert(table), rows)
            add_chunks(connection, reading.chunks)
            for row in supersessions(reading.document, over):
                connection.execute(row)
            also()

    def delete(self, document_id: str) -> None:
        """Remove one document and all that was read from it; what it replaced counts again."""
        with self._begin() as connection:
            connection.execute(restoration(document_id))
            _delete(connection, document_id)

    def close(self) -> None:
        """Release the connections."""
        self.database.close()

    def _tally(self, table: sa.Table, *conditions: sa.ColumnElement[bool]) -> dict[str, int]:
        column = table.c.document_id
        query = sa.select(column, sa.func.count().label("rows")).where(*conditions).group_by(column)
        return {str(row.document_id): int(row.rows) for row in self._all(query)}

    def _all(self, query: sa.Select[Any]) -> Sequence[sa.Row[Any]]:
        return self.database.rows(query)

    def _begin(self) -> AbstractContextManager[sa.Connection]:
        return self.database.begin()


def _delete(connection: sa.Connection, document_id: str) -> None:
    for table in (schema.checks, schema.misread, schema.passages, schema.facts):
        connection.execute(sa.delete(table).where(table.c.document_id == document_id))
    connection.execute(sa.delete(schema.documents).where(schema.documents.c.id == document_id))


def _document_row(reading: Reading) -> dict[str, object]:
    d = reading.document
    return {
        "id": d.id, "file": d.file, "sha256": d.sha256, "title": d.title, "entity": d.entity,
        "aliases": list(d.aliases),
        "level": d.level, "region": d.region, "year": d.year, "kind": d.kind.value, "pages": d.pages, "path": d.path,
        "warnings": list(reading.warnings), "disclosure": d.disclosure, "revision": d.revision,
        "superseded_by": d.superseded_by,
    }  # fmt: skip


#: Every question reads all documents: what is parsed is parsed once, however often the same row comes.
_OF_DOCUMENTS = [
    sa.cast(column, sa.Text).label("aliases") if column.name == "aliases" else column
    for column in schema.documents.c
    if column.name != "warnings"
]


@lru_cache(maxsize=1 << 14)
def _known_document(values: tuple[Any, ...]) -> Document:
    row = dict(zip((column.name for column in _OF_DOCUMENTS), values, strict=True))
    kept = {"aliases": tuple(json.loads(row["aliases"])), "kind": Kind(row["kind"])}
    return Document(**{**row, **kept})


def _document(row: sa.Row[Any]) -> Document:
    return Document(
        row.id, row.file, row.sha256, row.title, row.entity, tuple(row.aliases), row.level, row.region, row.year,
        Kind(row.kind), row.pages, row.path, row.disclosure, row.revision, row.superseded_by,
    )  # fmt: skip


def _fact_row(f: Fact, document_id: str) -> dict[str, object]:
    return {
        "document_id": document_id, "entity": f.entity, "year": f.year, "stage": f.stage.value,
        "statement": f.statement, "fund": f.fund.value, "flow": f.flow.value, "kind": f.subject.kind,
        "code": f.subject.code, "name": f.subject.name, "level": f.subject.level, "path": list(f.subject.path),
        "breakdown": f.breakdown, "measure": f.measure.value, "value": None if f.value is None else str(f.value),
        "unit": f.unit, "yuan": None if f.yuan is None else str(f.yuan), "origin": f.origin.value,
        "page": f.source.page, "box": list(f.source.box), "table_title": f.source.table, "row_path": f.source.row,
        "column_path": f.source.column, "quote": f.source.quote, "sequence": f.source.sequence, "standing": f.standing,
    }  # fmt: skip


def row_to_fact(r: sa.Row[Any]) -> Fact:
    """The fact that a row holds, as printed."""
    source = Source(r.page, tuple(r.box), r.table_title, r.row_path, r.column_path, r.quote, r.sequence)
    return Fact(
        r.entity, r.year, Stage(r.stage), r.statement, Fund(r.fund), Flow(r.flow),
        Subject(r.kind, r.name, r.code, r.level, tuple(r.path)), r.breakdown, Measure(r.measure),
        None if r.value is None else Decimal(r.value), r.unit, None if r.yuan is None else Decimal(r.yuan),
        Origin(r.origin), source, r.standing, r.document_id, r.id,
    )  # fmt: skip


def _chunk_row(c: Chunk) -> dict[str, object]:
    spans = c.spans if len(c.spans) == len(c.places) else [()] * len(c.places)
    places = [[page, list(box), *span] for (page, box), span in zip(c.places, spans, strict=True)]
    return {
        "id": c.id,
        "document_id": c.document_id,
        "sequence": c.sequence,
        "path": list(c.path),
        "text": c.text,
        "places": places,
    }


def _chunk(r: sa.Row[Any]) -> Chunk:
    places = tuple((place[0], tuple(place[1])) for place in r.places)
    spans = tuple((place[2], place[3]) for place in r.places if len(place) == 4)
    return Chunk(r.document_id, r.sequence, tuple(r.path), r.text, places, spans)


def _misread_row(m: Misread, document_id: str) -> dict[str, object]:
    return {
        "document_id": document_id,
        "page": m.page,
        "box": list(m.box),
        "text": m.text,
        "reason": m.reason,
    }
