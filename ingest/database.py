"""The SQL database behind every store: opened once, brought to its newest shape, its failures told plainly (数据库)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from ingest import records as records  # its tables belong to the store whoever opens it
from ingest.errors import StoreUnavailable
from ingest.settings import Settings
from ingest.watch import Watch

#: The newest migration; a store that is there already is read without loading Alembic.
HEAD = "0006"

_ADVICE = "请检查 MINGBAI_DATA 或 MINGBAI_DATABASE_URL，并确认数据库正在运行"


class Database:
    """One pool of connections. Every method raises ``StoreUnavailable`` when the database does not answer."""

    def __init__(self, settings: Settings) -> None:
        self._url = settings.sql_url
        try:
            if not settings.database_url:
                settings.data.mkdir(parents=True, exist_ok=True)
            self.engine = _open(self._url)
            self._watch = Watch(self.engine)
            self._migrate()
        except (sa.exc.SQLAlchemyError, ImportError, OSError) as error:
            # No such dialect, no driver for it, no right to write, or no answer.
            raise StoreUnavailable(
                f"事实库打不开（{_where(self._url)}）：{error.__class__.__name__}。{_ADVICE}"
            ) from error

    def rows(self, query: sa.Executable) -> Sequence[sa.Row[Any]]:
        """All rows of a query."""
        try:
            with self.engine.connect() as connection:
                return connection.execute(query).all()
        except sa.exc.DBAPIError as error:
            raise StoreUnavailable(f"事实库没有应答（{_where(self._url)}）。{_ADVICE}") from error

    @contextmanager
    def begin(self) -> Iterator[sa.Connection]:
        """A connection in a transaction, which is committed unless an exception leaves the block."""
        try:
            with self.engine.begin() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            raise StoreUnavailable(f"事实库写不进（{_where(self._url)}）。{_ADVICE}") from error

    def generation(self) -> int:
        """The same as before unless a document came or went, or something was decided on one, by any process."""
        try:
            return self._watch.generation()
        except (sa.exc.DBAPIError, sqlite3.Error) as error:
            raise StoreUnavailable(f"事实库没有应答（{_where(self._url)}）。{_ADVICE}") from error

    def unchanged_since(self, generation: int) -> bool:
        """Whether the generation is that one; False too where it takes waiting to know."""
        try:
            return self._watch.at_hand and self._watch.generation() == generation
        except sqlite3.Error:
            return False

    def close(self) -> None:
        """Release the connections."""
        self._watch.close()
        self.engine.dispose()

    def _migrate(self) -> None:
        with self.engine.begin() as connection:
            if sa.inspect(connection).has_table("alembic_version"):
                version = connection.execute(sa.text("select version_num from alembic_version")).scalar()
                if version == HEAD:
                    return
            upgrade(connection)


def upgrade(connection: sa.Connection) -> None:
    """Bring the store behind a connection to its newest shape."""
    # Only a store that is new or old pays for the import.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _where(url: str) -> str:
    """Address of the store without its password."""
    try:
        return sa.engine.make_url(url).render_as_string(hide_password=True)
    except sa.exc.ArgumentError:
        return "不是数据库地址"


def _open(url: str) -> sa.Engine:
    engine = sa.create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
    if url.startswith("sqlite"):
        sa.event.listen(engine, "connect", _tune_sqlite)
    return engine


def _tune_sqlite(connection: Any, _: object) -> None:
    """Write-ahead log, so that readers go on while a document is written; foreign keys are off by default."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
