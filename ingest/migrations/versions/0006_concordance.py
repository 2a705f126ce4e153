"""Which passages hold which pairs of characters, for the passages that are there already too.

Revision: 0006
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from ingest import concordance

revision = "0006"
down_revision = "0005"

#: So many passages are taken in at a time.
_BATCH = 2000


def upgrade() -> None:
    """Create the index and fill it."""
    connection = op.get_bind()
    concordance.create(connection)
    passages = sa.table("passages", *map(sa.column, ("id", "path", "text")))
    rows = connection.execute(sa.select(passages.c.id, passages.c.path, passages.c.text)).all()
    for start in range(0, len(rows), _BATCH):
        concordance.add(connection, [(r.id, _path(r.path), r.text) for r in rows[start : start + _BATCH]])


def _path(kept: object) -> list[str]:
    """Headings as the driver hands them out: a list, or still the JSON that SQLite keeps."""
    found: list[str] = json.loads(kept) if isinstance(kept, str) else list(kept)  # type: ignore[call-overload]
    return found


def downgrade() -> None:
    """Drop the index."""
    concordance.drop(op.get_bind())
