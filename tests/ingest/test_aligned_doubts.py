"""Tables without lines that cannot be told whole: merged figures, few rows, a page that does not go on, lines beside."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.model import Fund, Origin, Reading
from tests.ingest.accounts_book import Book
from tests.ingest.final_layouts import Manner, expenditures, overall
from tests.ingest.press import Entry, Figure, Heading, Press, Sheet
from tests.ingest.test_aligned import read
from tests.ingest.test_province_layouts import faults
from tests.ingest.unruled import Unruled

H = Heading


def told(reading: Reading) -> list[str]:
    return [m.reason for m in reading.misread]


def cells(reading: Reading) -> list[str]:
    return [str(f.value) for f in reading.facts if f.origin is Origin.CELL]


def grouped(amount: str, rows: int) -> Sheet:
    """支出决算表 with the last column's amount merged over ``rows`` items of one 款."""
    names = [("2080501", "行政单位离退休", "10.50"), ("2080505", "机关事业单位基本养老保险缴费支出", "57.85"),
             ("2080506", "机关事业单位职业年金缴费支出", "28.90"), ("2089999", "其他社会保障和就业支出", "3.00"),
             ("2101101", "行政单位医疗", "40.10")]  # fmt: skip
    body: list[list[Entry]] = [
        ["", "合计", "152.85", "152.85", ""],
        ["2011301", "行政运行", "12.50", "12.50", ""],
    ]
    body += [[code, name, value, value, ""] for code, name, value in names]
    body[2][4] = amount
    head = [[H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出")]]
    return Sheet("支出决算表", head, body, (2, 5, 3, 3, 3), left="部门：云川省商务厅", right="单位：万元",
                 spans={(2, 4): (rows, 1)})  # fmt: skip


@pytest.mark.parametrize("rows", [2, 3, 4, 5])
@pytest.mark.parametrize("right", [True, False])
def test_an_amount_merged_over_rows_is_given_to_none_of_them(rows: int, right: bool, tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = Unruled(path, right=right)
    press.cover(["云川省商务厅", "2023年度部门决算"])
    press.sheet(grouped("500.00", rows))
    press.close()
    reading = read(path)
    assert not cells(reading)
    assert len(told(reading)) == 1


def test_an_amount_alone_in_its_column_is_read_where_its_row_adds_up(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = Unruled(path)
    press.cover(["云川省商务厅", "2023年度部门决算"])
    sheet = grouped("", 1)
    sheet.body[4][2:] = ["500.00", "428.90", "71.10"]  # type: ignore[index]
    press.sheet(sheet)
    press.close()
    reading = read(path)
    assert not told(reading)
    assert [f.subject.code for f in reading.facts if str(f.value) == "71.10"] == ["2080506"]


def few(amounts: tuple[str, str, str]) -> Sheet:
    """政府性基金表 of one item, with balances; an empty text is a blank cell."""
    parts = ("年初结转和结余", "本年收入", "合计")
    about: dict[str, object] = {
        "statement": "政府性基金表",
        "fund": Fund.GOVERNMENT_FUND,
        "unit": "万元",
        "name": "城市建设支出",
    }
    entries = [
        Figure(a, {**about, "code": "2120803", "breakdown": p}) if a else ""
        for a, p in zip(amounts, parts, strict=True)
    ]
    body: list[list[Entry]] = [["2120803", "城市建设支出", *entries]]
    head = [[H("科目编码"), H("科目名称"), H("年初结转和结余"), H("本年收入"), H("本年支出")]]
    return Sheet(
        "政府性基金预算财政拨款收入支出决算表",
        head,
        body,
        (2, 4, 6, 6, 6),
        left="部门：云川省商务厅",
        right="单位：万元",
    )


@pytest.mark.parametrize("right", [True, False])
def test_a_table_of_one_row_is_read_where_every_heading_has_its_number(right: bool, tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = Unruled(path, right=right)
    press.cover(["云川省商务厅", "2023年度部门决算"])
    press.sheet(few(("2.00", "1.00", "3.00")))
    press.close()
    assert len(press.placed) == 3
    assert not faults(path, press.placed)


def test_a_short_table_with_a_number_below_no_heading_is_told_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = Unruled(path)
    press.cover(["云川省商务厅", "2023年度部门决算"])
    press.sheet(few(("", "1.00", "1.00")))
    press.close()
    reading = read(path)
    assert not cells(reading)
    assert len(told(reading)) == 1


def test_a_table_whose_next_page_is_not_understood_is_read_on_no_page(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = Unruled(path)
    press.cover(["云川省商务厅", "2023年度部门决算"])
    press.sheet(expenditures(Book(7), Manner(rows_on_page=12, repeat=False)))
    press._text("88,888,888,888.00", 480, press._top + 10, 8, "middle")  # below several columns
    press.close()
    reading = read(path)
    assert not cells(reading)
    assert {m.page for m in reading.misread} == {2, 3, 4}


def beside(sheet: Sheet) -> Sheet:
    """The same table below what is on the page already."""
    return replace(sheet, own_page=False)


class Mixed(Unruled):
    """A press that draws the cells of the tables typeset while ``ruled`` is set."""

    ruled = False

    def _entry(self, entry: Entry, x0: float, y0: float, x1: float, y1: float) -> None:
        (Press._entry if self.ruled else Unruled._entry)(self, entry, x0, y0, x1, y1)

    def _cell(self, text: str, x0: float, y0: float, x1: float, y1: float) -> None:
        (Press._cell if self.ruled else Unruled._cell)(self, text, x0, y0, x1, y1)


@pytest.mark.parametrize("ruled", [(True, False), (False, True), (False, False)])
def test_two_tables_on_a_page_are_two_with_and_without_lines(
    ruled: tuple[bool, bool], tmp_path: Path
) -> None:
    path = tmp_path / "决算.pdf"
    press = Mixed(path)
    press.cover(["云川省商务厅", "2023年度部门决算"])
    press.ruled = ruled[0]
    press.sheet(overall(Book(5), Manner()))
    first = len(press.placed)
    press.ruled = ruled[1]
    press.sheet(beside(few(("2.00", "1.00", "3.00"))))
    press.close()
    assert first > 10
    assert press.placed[first - 1].page == press.placed[first].page
    assert not faults(path, press.placed)
