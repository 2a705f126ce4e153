"""Which files are one disclosure, which of them a later one has taken the place of; indexes for filters.

Revision: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ingest.entities import disclosure_key

revision = "0003"
down_revision = "0002"

_INDEXES = {
    "documents_by_disclosure": ("documents", ["disclosure"]),
    "facts_by_code": ("facts", ["code", "year"]),
    "facts_by_page": ("facts", ["document_id", "page"]),
}


def upgrade() -> None:
    """Add the columns, and name the disclosure of every document that is there already."""
    for name in ("disclosure", "revision", "superseded_by"):
        op.add_column("documents", sa.Column(name, sa.Text, nullable=False, server_default=""))
    for name, (table, columns) in _INDEXES.items():
        op.create_index(name, table, columns)
    documents = sa.table(
        "documents", *map(sa.column, ("id", "entity", "level", "year", "kind", "disclosure"))
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(documents)).all():
        key = disclosure_key(row.entity, row.level, row.year, row.kind)
        connection.execute(sa.update(documents).where(documents.c.id == row.id).values(disclosure=key))


def downgrade() -> None:
    """Drop them again."""
    for name, (table, _) in _INDEXES.items():
        op.drop_index(name, table)
    for name in ("disclosure", "revision", "superseded_by"):
        op.drop_column("documents", name)
