"""The index of words in the SQL store: kept by every change of a document, the same on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from ingest import concordance
from ingest.concordance import Concordance
from ingest.database import Database
from ingest.facts import FactStore
from ingest.model import Chunk, Document, Kind, Reading
from ingest.settings import Settings
from tests.ingest.test_migrations import at
from tests.test_servers import database_url as database_url  # a PostgreSQL cluster of its own

TEXTS = (
    "负责辖区图书借阅和阅读推广",
    "全年公务接待三批次，公务用车用于燃料和维修",
    "收入减少的主要原因是人员调出",
)


def reading(key: str, texts: tuple[str, ...] = TEXTS) -> Reading:
    document = Document(key, f"{key}.pdf", key, key, f"{key}局", (), "部门", "", 2023, Kind.FINAL_ACCOUNTS, 1)
    chunks = [
        Chunk(key, n, ("第三部分 情况说明",), text, ((1, (0.0, 0.0, 1.0, 1.0)),))
        for n, text in enumerate(texts)
    ]
    return Reading(document, (), (), tuple(chunks), ())


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=[pytest.mark.server, pytest.mark.slow])])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FactStore]:
    url = request.getfixturevalue("database_url") if request.param == "postgresql" else ""
    with closing(FactStore(Settings(data=tmp_path, database_url=url))) as opened:
        yield opened
        for document in opened.documents():
            opened.delete(document.id)


def test_passages_are_found_by_their_rare_pairs(store: FactStore) -> None:
    store.save(reading("甲"))
    words = Concordance(store.database)
    assert [key for key, _ in words.find("公务用车的钱用在哪", 5)] == ["甲:0001"]
    assert words.find("图书借阅归谁管", 5)[0][0] == "甲:0000"
    assert words.find("天气", 5) == words.find("", 5) == []


def test_headings_count_as_words(store: FactStore) -> None:
    store.save(reading("甲"))
    assert len(Concordance(store.database).find("情况说明", 5)) == 3


def test_replacing_and_deleting_a_document_leave_none_of_its_words(store: FactStore) -> None:
    words = Concordance(store.database)
    store.save(reading("甲"))
    store.save(reading("甲", ("只管渡口",)))
    assert words.find("图书借阅", 5) == []
    assert [key for key, _ in words.find("渡口", 5)] == ["甲:0000"]
    store.delete("甲")
    assert words.find("渡口", 5) == []


def test_what_was_superseded_is_not_found(store: FactStore) -> None:
    words = Concordance(store.database)
    store.save(reading("甲"))
    store.save(reading("乙"), over=["甲"])
    assert [key for key, _ in words.find("图书借阅", 5)] == ["乙:0000"]
    store.delete("乙")
    assert [key for key, _ in words.find("图书借阅", 5)] == ["甲:0000"]


def test_pairs_that_too_many_passages_hold_are_not_followed(
    store: FactStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(concordance, "COMMON", 3)
    words = Concordance(store.database)
    store.save(reading("甲"))
    assert words.find("情况说明", 5) == []
    assert [key for key, _ in words.find("情况说明里的图书借阅", 5)] == ["甲:0000"]


def test_signs_and_latin_letters_are_words_like_others(store: FactStore) -> None:
    store.save(reading("甲", ('引号"与-负号、Ａ1b2', "别的")))
    words = Concordance(store.database)
    assert [key for key, _ in words.find('a1B2 "OR" NOT', 5)] == ["甲:0000"]


def test_a_long_question_is_cut_not_refused(store: FactStore) -> None:
    store.save(reading("甲"))
    long = "图书借阅" + "".join(chr(0x4E00 + n) for n in range(900))
    assert Concordance(store.database).find(long, 1)[0][0] == "甲:0000"


def test_a_store_from_before_gets_the_words_of_its_passages(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, database_url="", chroma_url="")
    with closing(FactStore(settings)) as store:
        store.save(reading("甲"))
    engine = sa.create_engine(settings.sql_url)
    with engine.begin() as connection:
        concordance.drop(connection)
        connection.execute(sa.text("update alembic_version set version_num = '0005'"))
    at("0006", engine)
    engine.dispose()
    with closing(Database(settings)) as database:
        assert [key for key, _ in Concordance(database).find("图书借阅", 5)] == ["甲:0000"]
