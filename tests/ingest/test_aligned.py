"""Tables aligned by space alone: typeset without lines, every figure comes back exactly, or none and a word on it."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.model import Measure, Origin, Reading, Stage
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest import budget_layouts, final_layouts, regional_layouts
from tests.ingest.accounts_book import Book
from tests.ingest.final_layouts import Layout, Manner
from tests.ingest.press import Entry, Figure, Heading, Sheet
from tests.ingest.test_province_layouts import MANNERS, faults
from tests.ingest.unruled import Unruled

FINAL = final_layouts.FINAL_STATEMENTS
BUDGET = (*budget_layouts.BUDGET_STATEMENTS, *regional_layouts.REGIONAL_STATEMENTS)
#: Layouts that space alone makes plain, by where they come from.
READ_FINAL = (final_layouts.overall, final_layouts.expenditures, final_layouts.granted, final_layouts.general)
READ_BUDGET = (
    budget_layouts.overall, budget_layouts.expenditures, budget_layouts.general, budget_layouts.basic,
    budget_layouts.travel_rows, regional_layouts.by_unit_above,
)  # fmt: skip
H = Heading


def typeset(path: Path, sheet: Sheet, manner: Manner, *, right: bool = True, level: bool = False) -> Unruled:
    press = Unruled(path, right=right, level=level)
    press.cover(
        [manner.body, f"{manner.year}年度部门{'决算' if manner.stage is Stage.FINAL_ACCOUNTS else '预算'}"]
    )
    press.sheet(sheet)
    press.close()
    return press


def read(path: Path) -> Reading:
    return read_file(path, Settings(data=path.parent))


def figure(text: str, name: str, **want: object) -> Figure:
    return Figure(text, {"name": name, "unit": "万元", "measure": Measure.AMOUNT, **want})


@pytest.mark.parametrize("manner", ["ministry", "short_pages", "short_pages_without_head"])
@pytest.mark.parametrize(("right", "level"), [(True, False), (True, True), (False, False)])
@pytest.mark.parametrize("layout", READ_FINAL, ids=lambda f: str(f.__name__))
def test_final_accounts_without_lines(
    layout: Layout, right: bool, level: bool, manner: str, tmp_path: Path
) -> None:
    path = tmp_path / "决算.pdf"
    press = typeset(path, layout(Book(7), MANNERS[manner]), MANNERS[manner], right=right, level=level)
    assert press.placed
    assert not faults(path, press.placed)


@pytest.mark.parametrize("manner", ["ministry", "short_pages"])
@pytest.mark.parametrize(("right", "level"), [(True, False), (True, True), (False, False)])
@pytest.mark.parametrize("layout", READ_BUDGET, ids=lambda f: str(f.__name__))
def test_budgets_without_lines(layout: Layout, right: bool, level: bool, manner: str, tmp_path: Path) -> None:
    path = tmp_path / "预算.pdf"
    settled = replace(MANNERS[manner], stage=Stage.BUDGET)
    press = typeset(path, layout(Book(7), settled), settled, right=right, level=level)
    assert press.placed
    assert not faults(path, press.placed)


@pytest.mark.parametrize("layout", (*FINAL, *BUDGET), ids=lambda f: str(f.__name__))
def test_a_layout_that_space_does_not_make_plain_gives_no_wrong_figure(
    layout: Layout, tmp_path: Path
) -> None:
    path = tmp_path / "公开.pdf"
    manner = Manner() if layout in FINAL else Manner(stage=Stage.BUDGET)
    press = typeset(path, layout(Book(11), manner), manner)
    wrong = [fault for fault in faults(path, press.placed) if not fault.endswith(": 0 facts")]
    assert not wrong


def spending(last: tuple[str, str, str, str]) -> Sheet:
    """支出决算表 of invented figures, blank cells and a long name in it; ``last`` are the amounts of its last row."""
    body: list[list[Entry]] = [
        ["", "合计", figure("1,410.00", "本年支出合计", breakdown="合计"), figure("900.25", "基本支出", breakdown="合计"),
         figure("509.75", "项目支出", breakdown="合计"), ""],
        ["2011301", "行政运行", figure("812.40", "行政运行", code="2011301", breakdown="合计"),
         figure("812.40", "行政运行", code="2011301", breakdown="基本支出"), "", ""],
        ["2011399", "其他商贸事务支出中用于外贸公共服务平台建设和市场监测的支出",
         figure("509.75", "其他商贸事务支出中用于外贸公共服务平台建设和市场监测的支出", code="2011399", breakdown="合计"), "",
         figure("509.75", "其他商贸事务支出中用于外贸公共服务平台建设和市场监测的支出", code="2011399", breakdown="项目支出"), ""],
        ["2080505", "机关事业单位基本养老保险缴费支出", figure("57.85", "机关事业单位基本养老保险缴费支出", code="2080505", breakdown="合计"),
         figure("57.85", "机关事业单位基本养老保险缴费支出", code="2080505", breakdown="基本支出"), "", ""],
        ["2210201", "住房公积金", *last],
    ]  # fmt: skip
    head = [[H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出"), H("经营支出")]]
    return Sheet("支出决算表", head, body, (2, 5, 3, 3, 3, 3), above=("公开03表",), left="部门：云川省商务厅", right="金额单位：万元")  # fmt: skip


@pytest.mark.parametrize("right", [True, False])
def test_blank_cells_stay_blank_and_a_broken_name_is_whole(right: bool, tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = typeset(path, spending(("30.00", "30.00", "", "")), Manner(), right=right)
    reading = read(path)
    facts = [f for f in reading.facts if f.origin is Origin.CELL]
    assert len(facts) == len(press.placed) + 2  # the last row is not among those with an expectation
    last = [
        (str(f.value), f.unit, f.subject.name, f.breakdown, f.source.page)
        for f in facts
        if f.subject.code == "2210201"
    ]
    assert last == [
        ("30.00", "万元", "住房公积金", "合计", 2),
        ("30.00", "万元", "住房公积金", "基本支出", 2),
    ]
    assert [fault for fault in faults(path, press.placed) if "of no figure" not in fault] == []


def test_an_amount_between_two_columns_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    typeset(path, spending(("", "", "", "")), Manner())
    assert [f for f in read(path).facts if f.origin is Origin.CELL]  # without the amount all is plain
    press = Unruled(path)
    press.cover(["云川省商务厅", "2023年度部门决算"])
    press.sheet(spending(("", "", "", "")))
    press._text("1,234,567,890.00", 730, press.placed[3].y + 3, 8, "end")  # over the edge of two columns
    press.close()
    reading = read(path)
    assert not [f for f in reading.facts if f.origin is Origin.CELL]
    assert not reading.tables
    assert [missed.page for missed in reading.misread] == [2]
    assert "没有对齐" in reading.misread[0].reason


def test_running_text_below_a_title_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = Unruled(path)
    press.cover(["云川省商务厅", "2023年度部门决算"])
    press.prose(
        [
            "收入支出决算总表",
            "本年收入合计 1,410.00 万元，比上年增加 20.00 万元，其中财政拨款 1,400.00 万元",
            "本年支出合计 1,410.00 万元，比上年增加 20.00 万元，其中基本支出 900.25 万元",
            "项目支出 509.75 万元，比上年减少 10.00 万元，占 36.15 %，经营支出 0.00 万元",
            "行政运行 812.40 万元，比上年增加 12.00 万元，住房公积金 30.00 万元",
            "年末结转和结余 0.00 万元，比上年减少 5.00 万元，其中项目结转 0.00 万元",
        ]
    )
    press.close()
    reading = read(path)
    assert not reading.tables
    assert not [f for f in reading.facts if f.origin is Origin.CELL]


def test_a_total_of_one_side_names_the_figure_at_its_end(tmp_path: Path) -> None:
    """公用经费合计 begins under the second of three blocks, and its amount stands under the third."""
    path, manner = tmp_path / "决算.pdf", MANNERS["ministry"]
    press = typeset(path, final_layouts.basic(Book(7), manner), manner, level=True)
    assert {"人员经费", "公用经费"} <= {str(placed.figure.want["name"]) for placed in press.placed}
    assert not faults(path, press.placed)
