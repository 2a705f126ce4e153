"""Checks: what a document says of itself that does not hold.

Revision: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "checks",
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
    )
    op.create_index("checks_by_document", "checks", ["document_id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("checks")
