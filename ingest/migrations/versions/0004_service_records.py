"""What the service keeps: keys, who changed what, answers with their verdicts, uploads.

Revision: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def _texts(*names: str, length: int = 0) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(length) if length else sa.Text(), nullable=False) for name in names]


def _key() -> sa.Column[str]:
    return sa.Column("id", sa.String(32), primary_key=True)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "keys",
        sa.Column("id", sa.String(16), primary_key=True),
        *_texts("name"),
        *_texts("digest", length=64),
        sa.Column("scopes", sa.JSON, nullable=False),
        *_texts("created_at", "revoked_at", length=32),
    )
    op.create_index("keys_by_digest", "keys", ["digest"])
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        *_texts("at", length=32),
        *_texts("key_id", length=16),
        *_texts("actor", "target"),
        *_texts("action", length=40),
        *_texts("request_id", length=100),
        sa.Column("details", sa.JSON, nullable=False),
    )
    op.create_index("audit_by_action", "audit", ["action"])
    _create_answers()
    _create_jobs()


def _create_answers() -> None:
    op.create_table(
        "answers",
        _key(),
        *_texts("asked_at", "reason", "version", length=32),
        *_texts("status", length=16),
        *_texts("question", "answer"),
        sa.Column("documents", sa.JSON, nullable=False),
    )
    op.create_index("answers_by_time", "answers", ["asked_at"])
    op.create_table(
        "feedback",
        _key(),
        *_texts("at", "answer_id", length=32),
        *_texts("verdict", length=8),
        *_texts("reason", length=24),
        *_texts("comment"),
    )
    op.create_index("feedback_by_answer", "feedback", ["answer_id"])
    op.create_index("feedback_by_time", "feedback", ["at"])


def _create_jobs() -> None:
    op.create_table(
        "jobs",
        _key(),
        *_texts("file", "message"),
        *_texts("replaces", "document_id", "created_at", "finished_at", length=32),
        *_texts("key_id", length=16),
        *_texts("status", length=12),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("page", "pages")),
        sa.Column("report", sa.JSON, nullable=False),
    )
    op.create_index("jobs_by_time", "jobs", ["created_at"])


def downgrade() -> None:
    """Drop the tables."""
    for name in ("jobs", "feedback", "answers", "audit", "keys"):
        op.drop_table(name)
