"""The tables of the facts store, the same on SQLite and PostgreSQL (库表).

Money and other figures are kept as text: a Decimal goes in and comes out as it was printed, on any database.
"""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("file", sa.Text, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False, unique=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("entity", sa.Text, nullable=False),
    sa.Column("aliases", sa.JSON, nullable=False),
    sa.Column("level", sa.String(8), nullable=False),
    sa.Column("region", sa.Text, nullable=False),
    sa.Column("year", sa.Integer, nullable=False, index=True),
    sa.Column("kind", sa.String(8), nullable=False),
    sa.Column("pages", sa.Integer, nullable=False),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("warnings", sa.JSON, nullable=False),
    sa.Column("disclosure", sa.Text, nullable=False, server_default=""),
    sa.Column("revision", sa.Text, nullable=False, server_default=""),
    sa.Column("superseded_by", sa.Text, nullable=False, server_default=""),
    sa.Index("documents_by_disclosure", "disclosure"),
)

facts = sa.Table(
    "facts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column(
        "document_id", sa.String(32), sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False
    ),
    sa.Column("entity", sa.Text, nullable=False),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("stage", sa.String(8), nullable=False),
    sa.Column("statement", sa.Text, nullable=False),
    sa.Column("fund", sa.String(16), nullable=False),
    sa.Column("flow", sa.String(8), nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("code", sa.String(16), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("level", sa.String(8), nullable=False),
    sa.Column("path", sa.JSON, nullable=False),
    sa.Column("breakdown", sa.Text, nullable=False),
    sa.Column("measure", sa.String(8), nullable=False),
    sa.Column("value", sa.Text),
    sa.Column("unit", sa.String(16), nullable=False),
    sa.Column("yuan", sa.Text),
    sa.Column("origin", sa.String(16), nullable=False),
    sa.Column("page", sa.Integer, nullable=False),
    sa.Column("box", sa.JSON, nullable=False),
    sa.Column("table_title", sa.Text, nullable=False),
    sa.Column("row_path", sa.Text, nullable=False),
    sa.Column("column_path", sa.Text, nullable=False),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Column("sequence", sa.Integer, nullable=False),
    sa.Column("standing", sa.Integer, nullable=False),
    sa.Index("facts_by_document", "document_id"),
    sa.Index("facts_by_subject", "name", "year"),
    sa.Index("facts_by_code", "code", "year"),
    sa.Index("facts_by_page", "document_id", "page"),
)

passages = sa.Table(
    "passages",
    metadata,
    sa.Column("id", sa.String(48), primary_key=True),
    sa.Column(
        "document_id", sa.String(32), sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False
    ),
    sa.Column("sequence", sa.Integer, nullable=False),
    sa.Column("path", sa.JSON, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("places", sa.JSON, nullable=False),
    sa.Index("passages_by_document", "document_id", "sequence"),
)

misread = sa.Table(
    "misread",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column(
        "document_id", sa.String(32), sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False
    ),
    sa.Column("page", sa.Integer, nullable=False),
    sa.Column("box", sa.JSON, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Index("misread_by_document", "document_id"),
)

checks = sa.Table(
    "checks",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column(
        "document_id", sa.String(32), sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False
    ),
    sa.Column("rule", sa.String(40), nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("verdict", sa.String(8), nullable=False),
    sa.Column("severity", sa.String(8), nullable=False),
    sa.Column("left_side", sa.JSON, nullable=False),
    sa.Column("right_side", sa.JSON, nullable=False),
    sa.Column("difference", sa.Text),
    sa.Column("message", sa.Text, nullable=False),
    sa.Index("checks_by_document", "document_id"),
)

# What people decided. These name documents by id without a foreign key: a decision outlives the reading of a file.

corrections = sa.Table(
    "corrections",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("document_id", sa.String(32), nullable=False),
    sa.Column("file", sa.Text, nullable=False),
    sa.Column("page", sa.Integer, nullable=False),
    sa.Column("box", sa.JSON, nullable=False),
    sa.Column("about", sa.JSON, nullable=False),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("printed", sa.Text, nullable=False),
    sa.Column("printed_unit", sa.String(16), nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("unit", sa.String(16), nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("revoked_at", sa.String(32), nullable=False, server_default=""),
    sa.Column("revoked_by", sa.Text, nullable=False, server_default=""),
    sa.Column("revoked_why", sa.Text, nullable=False, server_default=""),
    sa.Index("corrections_by_document", "document_id"),
)

check_reviews = sa.Table(
    "check_reviews",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("document_id", sa.String(32), nullable=False),
    sa.Column("mark", sa.String(32), nullable=False),
    sa.Column("decision", sa.String(16), nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("message", sa.Text, nullable=False),
    sa.Index("check_reviews_by_document", "document_id"),
)

known_answers = sa.Table(
    "known_answers",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("mark", sa.String(32), nullable=False),
    sa.Column("type", sa.String(16), nullable=False),
    sa.Column("style", sa.String(16), nullable=False),
    sa.Column("docs", sa.JSON, nullable=False),
    sa.Column("pages", sa.JSON, nullable=False),
    sa.Column("expect", sa.JSON, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Index("known_answers_by_mark", "mark"),
)
