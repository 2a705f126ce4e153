"""The facts store on a real SQLite file: exact figures, one document one transaction, nothing half-written."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import schema
from ingest.errors import StoreUnavailable
from ingest.facts import FactStore
from ingest.model import (
    Chunk,
    Document,
    Fact,
    Flow,
    Fund,
    Kind,
    Measure,
    Misread,
    Origin,
    Reading,
    Source,
    Stage,
    Subject,
)
from ingest.settings import Settings
from tests.ingest.disclosures import HEALTH, URBAN_2023, read

TABLES = ("documents", "facts", "passages", "misread")
FACT = Fact(
    "某市某局", 2023, Stage.FINAL_ACCOUNTS, "支出表", Fund.ALL, Flow.EXPENDITURE,
    Subject("功能分类", "城乡社区环境卫生", "2120501", "项", ("城乡社区支出", "城乡社区环境卫生")),
    "项目支出", Measure.AMOUNT, Decimal("513.40"), "万元", Decimal("5134000.00"), Origin.CELL,
    Source(4, (1.25, 2.5, 3.75, 4.125), "支出决算表", "2120501 城乡社区环境卫生", "项目支出", "", 2), 0,
)  # fmt: skip


def reading(document_id: str = "d", facts: tuple[Fact, ...] = (FACT,), chunks: int = 2) -> Reading:
    document = Document(
        document_id, f"{document_id}.pdf", document_id * 8, "某市某局2023年度部门决算", "某市某局",
        ("某市某局", "某局"), "部门", "某市", 2023, Kind.FINAL_ACCOUNTS, 12, f"files/{document_id}.pdf",
    )  # fmt: skip
    passages = tuple(
        Chunk(document_id, i, ("第一部分", "一、职责"), f"第{i}段。", ((1 + i, (0.5, 1.0, 2.0, 3.0)),))
        for i in range(chunks)
    )
    return Reading(
        document,
        (),
        facts,
        passages,
        (Misread(3, (1.0, 2.0, 3.0, 4.0), "12", "没有注明金额单位"),),
        ("提醒",),
    )


@pytest.fixture
def config(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", database_url="", chroma_url="")


@pytest.fixture
def store(config: Settings):
    opened = FactStore(config)
    yield opened
    opened.close()


def raw(config: Settings) -> dict[str, int]:
    """Numbers of rows, read past the store."""
    with sqlite3.connect(config.data / "mingbai.sqlite") as connection:
        found = {name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name in TABLES}
    connection.close()
    return found


def bare(facts: list[Fact]) -> list[Fact]:
    """Facts without what the store adds to them."""
    return [replace(f, id=0, document_id="") for f in facts]


def test_everything_comes_back_as_it_was(store: FactStore) -> None:
    saved = reading()
    store.save(saved)
    assert store.documents() == [saved.document]
    assert store.document("d") == saved.document
    assert bare(store.facts("d")) == [FACT]
    assert store.chunks("d") == list(saved.chunks)
    assert store.misread("d") == list(saved.misread)
    assert store.counts() == {"d": (1, 2)}


@pytest.mark.parametrize("name", [HEALTH, URBAN_2023])
def test_a_real_disclosure_comes_back_as_it_was(store: FactStore, name: str) -> None:
    saved = read(name).reading
    store.save(saved)
    again = store.facts(saved.document.id)
    assert bare(again) == bare(list(saved.facts))
    assert [str(f.value) for f in again] == [str(f.value) for f in saved.facts]  # 0.00 stays 0.00
    assert [str(f.yuan) for f in again] == [str(f.yuan) for f in saved.facts]
    assert store.chunks(saved.document.id) == list(saved.chunks)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=4), min_size=1, max_size=20))
def test_any_decimal_comes_back_exactly(store: FactStore, values: list[Decimal]) -> None:
    facts = tuple(replace(FACT, value=value, yuan=value * 10_000) for value in values)
    store.save(reading(facts=facts))
    assert [(str(f.value), str(f.yuan)) for f in store.facts("d")] == [
        (str(f.value), str(f.yuan)) for f in facts
    ]


def test_a_declared_absence_has_no_value(store: FactStore) -> None:
    none = replace(FACT, value=None, yuan=None, unit="", origin=Origin.DECLARATION)
    store.save(reading(facts=(none,)))
    assert bare(store.facts("d")) == [none]


def test_saving_again_replaces_the_document_whole(store: FactStore, config: Settings) -> None:
    store.save(reading(facts=(FACT, FACT, FACT), chunks=5))
    store.save(reading("e"))
    store.save(reading())
    store.save(reading())
    assert store.counts() == {"d": (1, 2), "e": (1, 2)}
    assert raw(config) == {"documents": 2, "facts": 2, "passages": 4, "misread": 2}


def test_facts_come_in_reading_order(store: FactStore) -> None:
    facts = tuple(replace(FACT, value=Decimal(n)) for n in (3, 1, 2))
    store.save(reading(facts=facts))
    assert [int(f.value or 0) for f in store.facts("d")] == [3, 1, 2]


class Broken(Exception):
    pass


def test_a_failure_beside_the_database_leaves_nothing(store: FactStore, config: Settings) -> None:
    seen: list[dict[str, int]] = []

    def also() -> None:
        seen.append(raw(config))  # another connection does not see what is not committed
        raise Broken

    with pytest.raises(Broken):
        store.save(reading(), also)
    assert seen == [dict.fromkeys(TABLES, 0)]
    assert raw(config) == dict.fromkeys(TABLES, 0)


def test_a_failure_keeps_the_earlier_self(store: FactStore) -> None:
    store.save(reading())

    def also() -> None:
        raise Broken

    with pytest.raises(Broken):
        store.save(reading(facts=(), chunks=0), also)
    assert store.counts() == {"d": (1, 2)}


def test_a_row_that_cannot_be_stored_leaves_nothing(store: FactStore, config: Settings) -> None:
    """The second passage has the key of the first; documents and facts were already in."""
    saved = reading()
    twice = replace(saved, chunks=(saved.chunks[0], saved.chunks[0]))
    with pytest.raises((sa.exc.IntegrityError, StoreUnavailable)):
        store.save(twice)
    assert raw(config) == dict.fromkeys(TABLES, 0)


def test_deleting_takes_all_of_a_document_and_nothing_else(store: FactStore, config: Settings) -> None:
    store.save(reading("d"))
    store.save(reading("e"))
    store.delete("d")
    store.delete("d")
    assert store.document("d") is None
    assert store.facts("d") == [] and store.chunks("d") == [] and store.misread("d") == []
    assert raw(config) == {"documents": 1, "facts": 1, "passages": 2, "misread": 1}


def test_the_database_itself_lets_no_orphans_be(store: FactStore, config: Settings) -> None:
    """Foreign keys are on: a document deleted by hand takes its facts, a fact without a document is refused."""
    store.save(reading())
    with store.database.engine.begin() as connection:
        connection.execute(sa.delete(schema.documents))
    assert raw(config) == dict.fromkeys(TABLES, 0)
    with pytest.raises(sa.exc.IntegrityError), store.database.engine.begin() as connection:
        connection.execute(
            sa.insert(schema.misread), [{"document_id": "x", "page": 1, "box": [], "text": "", "reason": ""}]
        )


def test_what_is_not_there_is_none_or_empty(store: FactStore) -> None:
    assert store.document("x") is None
    assert store.documents() == [] and store.facts("x") == [] and store.counts() == {}


def test_readers_go_on_while_a_document_is_written(store: FactStore, config: Settings) -> None:
    with sqlite3.connect(config.data / "mingbai.sqlite") as connection:
        assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
    connection.close()
    store.save(reading())
    other = FactStore(config)
    store.save(reading(facts=(FACT, FACT)), lambda: len(other.facts("d")))
    assert len(other.facts("d")) == 2
    other.close()


def test_a_new_store_has_the_shape_that_the_schema_says(store: FactStore) -> None:
    inspector = sa.inspect(store.database.engine)
    # The index of words is a table of SQLite's own (FTS5), with tables under it.
    tables = {name for name in inspector.get_table_names() if not name.startswith("concordance")}
    assert tables == {*schema.metadata.tables, "alembic_version"}
    for name, table in schema.metadata.tables.items():
        made = {c["name"]: (str(c["type"]), c["nullable"]) for c in inspector.get_columns(name)}
        said = {
            c.name: (str(c.type.compile(dialect=store.database.engine.dialect)), c.nullable)
            for c in table.columns
        }
        assert made == said
        indexes = {str(i["name"]): i["column_names"] for i in inspector.get_indexes(name)}
        assert indexes == {str(i.name): [c.name for c in i.columns] for i in table.indexes}


def test_opening_again_changes_nothing(config: Settings) -> None:
    first = FactStore(config)
    first.save(reading())
    first.close()
    second = FactStore(config)
    assert second.counts() == {"d": (1, 2)}
    second.close()


def test_a_store_that_does_not_open_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "mingbai.sqlite").mkdir()
    with pytest.raises(StoreUnavailable, match="MINGBAI_DATA"):
        FactStore(Settings(data=tmp_path))


def test_a_password_is_not_told() -> None:
    url = "postgresql+psycopg://mingbai:geheim@127.0.0.1:9/mingbai?connect_timeout=1"
    with pytest.raises(StoreUnavailable) as raised:
        FactStore(Settings(database_url=url))
    assert "geheim" not in str(raised.value)
    assert "127.0.0.1" in str(raised.value)
