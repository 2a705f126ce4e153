"""What people decided: corrections of figures, decisions on failed checks, answers known to questions.

Revision: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True, autoincrement=True)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _words(size: int, *names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(size), nullable=False) for name in names]


def _json(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.JSON, nullable=False) for name in names]


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "corrections",
        _id(),
        *_words(32, "document_id", "at"),
        *_texts("file", "label", "printed", "value", "reason", "by"),
        *_words(16, "printed_unit", "unit"),
        *_json("box", "about"),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("revoked_at", sa.String(32), nullable=False, server_default=""),
        sa.Column("revoked_by", sa.Text, nullable=False, server_default=""),
        sa.Column("revoked_why", sa.Text, nullable=False, server_default=""),
    )
    op.create_index("corrections_by_document", "corrections", ["document_id"])
    op.create_table(
        "check_reviews",
        _id(),
        *_words(32, "document_id", "mark", "at"),
        *_words(16, "decision"),
        *_texts("reason", "by", "message"),
    )
    op.create_index("check_reviews_by_document", "check_reviews", ["document_id"])
    op.create_table(
        "known_answers",
        _id(),
        *_words(32, "mark", "at"),
        *_words(16, "type", "style"),
        *_texts("question", "note", "by"),
        *_json("docs", "pages", "expect"),
    )
    op.create_index("known_answers_by_mark", "known_answers", ["mark"])


def downgrade() -> None:
    """Drop the tables."""
    for name in ("known_answers", "check_reviews", "corrections"):
        op.drop_table(name)
