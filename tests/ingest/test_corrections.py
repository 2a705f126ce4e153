"""Corrections of figures by hand, in a real store: what they hold on to, and how they are undone (人工更正)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa

from ingest.checks.told import touching
from ingest.corrections import Standing, standing_of
from ingest.facts import FactStore
from ingest.filters import FactFilter
from ingest.ledger import Ledger
from ingest.model import Fact, Reading, Verdict
from ingest.pipeline import ingest_paths
from ingest.reviews import Decision, decided, without_dismissed
from ingest.settings import Settings
from tests.ingest.checks.paper import draw
from tests.ingest.disclosures import URBAN_2023, read

#: 支出决算表 on page 7 of the sample of 2023: 合计 × 项目支出.
CELL = {"page": 7, "row": "合计", "column": "项目支出"}
PRINTED = Decimal("10728.05")


@pytest.fixture
def config(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", database_url="", chroma_url="")


@pytest.fixture
def store(config: Settings) -> Iterator[FactStore]:
    opened = FactStore(config)
    yield opened
    opened.close()


@pytest.fixture
def ledger(store: FactStore) -> Ledger:
    return Ledger(store.database)


@pytest.fixture
def reading(store: FactStore) -> Reading:
    """The sample of 2023, stored."""
    saved = read(URBAN_2023).reading
    store.save(saved)
    return saved


def cells(facts: list[Fact]) -> list[Fact]:
    """All that was read from the cell."""
    return [
        f for f in facts if (f.source.page, f.source.row, f.source.column) == tuple(CELL.values())
    ]  # fmt: skip


def cell(store: FactStore, reading: Reading) -> Fact:
    found = cells(store.facts(reading.document.id))
    assert found and {f.value for f in store.printed(reading.document.id) if f in cells([f])} == {PRINTED}
    return found[0]


def correct(store: FactStore, ledger: Ledger, reading: Reading, value: str = "10782.05") -> int:
    return ledger.correct(cell(store, reading), Decimal(value), "万元", "财政批复为10782.05万元", "王会计").id


def test_a_corrected_figure_is_used_and_keeps_what_is_printed(store, ledger, reading):
    correct(store, ledger, reading)
    (fact,) = {(f.value, f.unit, f.yuan, f.amended) for f in cells(store.facts(reading.document.id))}
    assert fact[:3] == (Decimal("10782.05"), "万元", Decimal("107820500"))
    assert fact[3] is not None
    assert (fact[3].printed, fact[3].unit, fact[3].by) == (PRINTED, "万元", "王会计")
    assert fact[3].reason == "财政批复为10782.05万元"
    assert {f.value for f in cells(store.printed(reading.document.id))} == {PRINTED}


def test_every_other_figure_stays_as_printed(store, ledger, reading):
    correct(store, ledger, reading)
    others = [f for f in store.facts(reading.document.id) if f not in cells([f])]
    assert others == [f for f in store.printed(reading.document.id) if f not in cells([f])]


def test_filters_and_exports_find_the_corrected_figure_too(store, ledger, reading):
    correct(store, ledger, reading)
    found = cells(store.find(FactFilter(documents=(reading.document.id,), page=7)))
    assert {f.value for f in found} == {Decimal("10782.05")}


def test_revoking_brings_the_printed_figure_back(store, ledger, reading):
    made = correct(store, ledger, reading)
    assert ledger.revoke(made, "李主任", "批复又改了回来")
    assert cell(store, reading).value == PRINTED and cell(store, reading).amended is None
    (kept,) = ledger.corrections(reading.document.id)
    assert (kept.revoked_by, kept.revoked_why) == ("李主任", "批复又改了回来")
    assert not ledger.revoke(made, "李主任", "再撤一次")


def test_a_second_correction_takes_the_place_of_the_first(store, ledger, reading):
    correct(store, ledger, reading)
    correct(store, ledger, reading, "10800.00")
    fact = cell(store, reading)
    assert (fact.value, fact.amended and fact.amended.printed) == (Decimal("10800.00"), PRINTED)
    first, second = ledger.corrections(reading.document.id)
    assert not first.counts and second.counts


def test_it_outlives_taking_the_file_out_and_in_again(store, ledger, reading):
    correct(store, ledger, reading)
    store.delete(reading.document.id)
    (kept,) = ledger.corrections()
    assert standing_of(kept, False, []) is Standing.GONE
    store.save(reading)
    assert cell(store, reading).value == Decimal("10782.05")


def test_where_the_place_prints_something_else_now_it_changes_nothing(store, ledger, reading):
    correct(store, ledger, reading)
    printed = Decimal("10728.50")
    changed = tuple(replace(f, value=printed) if f in cells([f]) else f for f in reading.facts)
    store.save(replace(reading, facts=changed))
    assert {(f.value, f.amended) for f in cells(store.facts(reading.document.id))} == {(printed, None)}
    (kept,) = ledger.corrections()
    assert standing_of(kept, True, store.printed(reading.document.id)) is Standing.ASTRAY


def test_a_box_that_a_later_reading_draws_a_little_otherwise_is_the_same_cell(store, ledger, reading):
    correct(store, ledger, reading)

    def moved(fact: Fact) -> Fact:
        x0, top, x1, bottom = fact.source.box
        return replace(fact, source=replace(fact.source, box=(x0 - 1, top + 1, x1, bottom)))

    store.save(replace(reading, facts=tuple(map(moved, reading.facts))))
    assert cell(store, reading).value == Decimal("10782.05")


def test_one_figure_of_a_sentence_is_corrected_and_not_the_others(store, ledger, tmp_path, config):
    """Page 1: 支出总计 and 收入总计 of one sentence print the same 300.00."""
    text = """柳泉县档案局2023年度部门决算
一、收入支出决算总体情况说明
柳泉县档案局2023年度收入总计300.00万元，支出总计300.00万元。
"""
    file = tmp_path / "柳泉县档案局2023年度部门决算.txt"
    file.write_text(text, "utf-8")
    ingest_paths([file], config)
    (document,) = store.documents()
    facts = {f.subject.name: f for f in store.facts(document.id)}
    ledger.correct(facts["收入总计"], Decimal("310.00"), "万元", "漏记上年结转", "王会计")
    again = {f.subject.name: f.value for f in store.facts(document.id)}
    assert again == {"收入总计": Decimal("310.00"), "支出总计": Decimal("300.00")}


@pytest.mark.parametrize(
    ("value", "unit", "reason"), [("10728.05", "万元", "一样的数"), ("1.00", "万元", " ")]
)
def test_there_is_no_correction_without_a_change_and_a_reason(store, ledger, reading, value, unit, reason):
    with pytest.raises(ValueError, match="理由"):
        ledger.correct(cell(store, reading), Decimal(value), unit, reason, "王会计")
    assert ledger.corrections() == []


def test_a_wrong_unit_can_be_corrected(store, ledger, reading):
    ledger.correct(cell(store, reading), PRINTED, "元", "表头单位误写", "王会计")
    assert cell(store, reading).yuan == PRINTED


@pytest.fixture
def checked(tmp_path: Path, config: Settings, store: FactStore) -> str:
    """Id of a document whose 本年收入合计 of 1520.00 is not the 1250.00 of its table."""
    ingest_paths([draw(tmp_path, {"本年收入合计1250.00": "本年收入合计1520.00"})], config)
    return store.documents()[0].id


def test_a_dismissed_check_is_left_out_and_can_be_opened_again(store, ledger, checked):
    check = next(c for c in store.checks(checked) if c.verdict is Verdict.FAILS)
    ledger.decide(check, Decision.DISMISSED, "排版时多印一位", "王会计")
    reviews = ledger.reviews(checked)
    assert check not in without_dismissed(store.checks(checked), reviews)
    operand = check.operands[0]
    assert check not in touching(without_dismissed(store.checks(checked), reviews), operand.page, operand.box)
    ledger.decide(check, Decision.OPEN, "", "李主任")
    assert without_dismissed(store.checks(checked), ledger.reviews(checked)) == store.checks(checked)


def test_a_confirmed_check_is_still_told(store, ledger, checked):
    check = next(c for c in store.checks(checked) if c.verdict is Verdict.FAILS)
    ledger.decide(check, Decision.CONFIRMED, "", "王会计")
    assert check in without_dismissed(store.checks(checked), ledger.reviews(checked))


def test_a_dismissal_takes_a_reason(store, ledger, checked):
    with pytest.raises(ValueError, match="理由"):
        ledger.decide(store.checks(checked)[0], Decision.DISMISSED, "  ", "王会计")


def test_a_check_that_finds_something_else_is_open_again(store, ledger, checked):
    check = next(c for c in store.checks(checked) if c.verdict is Verdict.FAILS)
    ledger.decide(check, Decision.DISMISSED, "排版时多印一位", "王会计")
    changed = replace(check, left=replace(check.left, value=Decimal("1")), message="另一句话")
    ((_, review),) = decided([changed], ledger.reviews(checked))
    assert review is None
    ((_, review),) = decided([check], ledger.reviews(checked))
    assert review is not None and review.by == "王会计"


def test_stamps_grow_with_every_decision(store, ledger, reading, checked):
    assert ledger.stamps() == {}
    made = correct(store, ledger, reading)
    ledger.decide(store.checks(checked)[0], Decision.CONFIRMED, "", "王会计")
    assert ledger.stamps() == {reading.document.id: 1, checked: 1}
    ledger.revoke(made, "王会计", "")
    assert ledger.stamps()[reading.document.id] == 2


def test_a_store_of_the_release_before_learns_the_tables(config):
    from tests.ingest.test_migrations import at

    config.data.mkdir(parents=True)
    engine = sa.create_engine(config.sql_url)
    at("0004", engine)
    engine.dispose()
    store = FactStore(config)
    assert Ledger(store.database).corrections() == [] and Ledger(store.database).stamps() == {}
    store.close()
