"""The generation of a database: it grows with documents and decisions, whoever writes them, and with nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.database import Database
from ingest.facts import FactStore
from ingest.ledger import Ledger
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answers.records import AnswerRecords, Kept

SAMPLES = Path(__file__).parents[2] / "eval" / "samples"
FIRST, SECOND = (
    "云川市青岚区数字城管指挥中心2023年度单位决算.pdf",
    "云川市青岚区城市管理局2023年度部门决算.pdf",
)


@pytest.fixture(scope="module")
def settings(tmp_path_factory) -> Settings:
    settings = Settings(data=tmp_path_factory.mktemp("watched"), database_url="", chroma_url="")
    ingest_paths([SAMPLES / FIRST], settings)
    return settings


@pytest.fixture
def database(settings) -> Iterator[Database]:
    """Looked at, while others write through connections of their own."""
    with closing(Database(settings)) as database:
        yield database


def test_it_stays_while_nothing_is_written_and_while_answers_are_kept(database, settings):
    before = database.generation()
    assert database.generation() == before and database.unchanged_since(before)
    with closing(Database(settings)) as other:
        kept = Kept("a1", "2026-01-01T00:00:00+00:00", "占多少", "{}", (), "1", "answered", "")
        AnswerRecords(other, 30).add([kept])
    assert database.unchanged_since(before) and database.generation() == before


def test_it_grows_with_documents_that_come_and_go(database, settings):
    seen = [database.generation()]
    ingest_paths([SAMPLES / SECOND], settings)
    seen.append(database.generation())
    assert not database.unchanged_since(seen[0])
    with closing(FactStore(settings)) as store:
        (added,) = [document for document in store.documents() if document.file == SECOND]
        store.delete(added.id)
    seen.append(database.generation())
    assert seen == sorted(set(seen))


def test_it_grows_with_a_correction_and_with_its_revocation(database, settings):
    seen = [database.generation()]
    with closing(FactStore(settings)) as store:
        (document,) = store.documents()
        fact = next(fact for fact in store.facts(document.id) if fact.value and fact.unit == "万元")
        ledger = Ledger(store.database)
        made = ledger.correct(fact, Decimal("1.23"), "万元", "抄错", "王会计")
        seen.append(database.generation())
        ledger.revoke(made.id, "王会计", "")
        seen.append(database.generation())
    assert seen == sorted(set(seen))
