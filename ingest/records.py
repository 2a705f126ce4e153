"""The tables of what the service keeps beside the facts: keys, who changed what, answers, verdicts, uploads (服务记录).

They stand here because the store is one, with one chain of migrations; only ``service`` reads and writes them.
Times are ISO 8601 in UTC as text, which sorts as they follow each other on any database.
"""

from __future__ import annotations

import sqlalchemy as sa

from ingest.schema import metadata

keys = sa.Table(
    "keys",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("scopes", sa.JSON, nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("revoked_at", sa.String(32), nullable=False),
    sa.Index("keys_by_digest", "digest"),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("key_id", sa.String(16), nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("action", sa.String(40), nullable=False),
    sa.Column("target", sa.Text, nullable=False),
    sa.Column("details", sa.JSON, nullable=False),
    sa.Column("request_id", sa.String(100), nullable=False),
    sa.Index("audit_by_action", "action"),
)

answers = sa.Table(
    "answers",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("asked_at", sa.String(32), nullable=False),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("reason", sa.String(32), nullable=False),
    sa.Column("answer", sa.Text, nullable=False),
    sa.Column("documents", sa.JSON, nullable=False),
    sa.Column("version", sa.String(32), nullable=False),
    sa.Index("answers_by_time", "asked_at"),
)

feedback = sa.Table(
    "feedback",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("answer_id", sa.String(32), nullable=False),
    sa.Column("verdict", sa.String(8), nullable=False),
    sa.Column("reason", sa.String(24), nullable=False),
    sa.Column("comment", sa.Text, nullable=False),
    sa.Index("feedback_by_answer", "answer_id"),
    sa.Index("feedback_by_time", "at"),
)

jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("file", sa.Text, nullable=False),
    sa.Column("replaces", sa.String(32), nullable=False),
    sa.Column("status", sa.String(12), nullable=False),
    sa.Column("page", sa.Integer, nullable=False),
    sa.Column("pages", sa.Integer, nullable=False),
    sa.Column("document_id", sa.String(32), nullable=False),
    sa.Column("message", sa.Text, nullable=False),
    sa.Column("report", sa.JSON, nullable=False),
    sa.Column("key_id", sa.String(16), nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("finished_at", sa.String(32), nullable=False),
    sa.Index("jobs_by_time", "created_at"),
)
