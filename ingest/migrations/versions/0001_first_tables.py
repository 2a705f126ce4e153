"""The first tables: documents, facts, passages, cells not understood.

Revision: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _of_document() -> sa.Column[str]:
    key = sa.ForeignKey("documents.id", ondelete="CASCADE")
    return sa.Column("document_id", sa.String(32), key, nullable=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "documents",
        sa.Column("id", sa.String(32), primary_key=True),
        *_texts("file", "title", "entity", "region", "path"),
        sa.Column("sha256", sa.String(64), nullable=False, unique=True),
        sa.Column("aliases", sa.JSON, nullable=False),
        sa.Column("level", sa.String(8), nullable=False),
        sa.Column("year", sa.Integer, nullable=False, index=True),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("warnings", sa.JSON, nullable=False),
    )
    op.create_table(
        "facts",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        _of_document(),
        *_texts(
            "entity", "statement", "name", "breakdown", "table_title", "row_path", "column_path", "quote"
        ),
        *(sa.Column(name, sa.String(8), nullable=False) for name in ("stage", "flow", "level", "measure")),
        *(
            sa.Column(name, sa.String(16), nullable=False)
            for name in ("fund", "kind", "code", "unit", "origin")
        ),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("year", "page", "sequence", "standing")),
        sa.Column("path", sa.JSON, nullable=False),
        sa.Column("box", sa.JSON, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("yuan", sa.Text),
    )
    op.create_index("facts_by_document", "facts", ["document_id"])
    op.create_index("facts_by_subject", "facts", ["name", "year"])
    _create_passages_and_misread()


def _create_passages_and_misread() -> None:
    op.create_table(
        "passages",
        sa.Column("id", sa.String(48), primary_key=True),
        _of_document(),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("path", sa.JSON, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("places", sa.JSON, nullable=False),
    )
    op.create_index("passages_by_document", "passages", ["document_id", "sequence"])
    op.create_table(
        "misread",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        _of_document(),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("box", sa.JSON, nullable=False),
        *_texts("text", "reason"),
    )
    op.create_index("misread_by_document", "misread", ["document_id"])


def downgrade() -> None:
    """Drop the tables."""
    for name in ("misread", "passages", "facts", "documents"):
        op.drop_table(name)
