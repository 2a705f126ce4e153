"""A store of an earlier release is brought up to date with all that it holds."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from ingest import facts
from ingest.facts import FactStore
from ingest.settings import Settings

FOLDER = Path(facts.__file__).parent / "migrations"


def at(revision: str, engine: sa.Engine) -> None:
    """Make the store as the release with this revision left it."""
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(FOLDER))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def test_documents_of_a_first_store_learn_their_disclosure(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, database_url="", chroma_url="")
    engine = sa.create_engine(settings.sql_url)
    at("0001", engine)
    row = {
        "id": "a", "file": "a.pdf", "sha256": "s", "title": "", "entity": "江苏省人大常委会办公厅", "region": "",
        "path": "", "aliases": "[]", "level": "部门", "year": 2019, "kind": "预算", "pages": 1, "warnings": "[]",
    }  # fmt: skip
    with engine.begin() as connection:
        names = ", ".join(row)
        places = ", ".join(f":{name}" for name in row)
        connection.execute(sa.text(f"insert into documents ({names}) values ({places})"), row)
    engine.dispose()
    store = FactStore(settings)
    (document,) = store.documents(current=True)
    store.close()
    assert (document.disclosure, document.revision, document.superseded_by) == (
        "江苏省人大|部门|2019|预算",
        "",
        "",
    )
