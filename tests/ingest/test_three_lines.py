"""Tables of three level lines, as spreadsheets and word processors set them: every figure comes back, or none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.model import Stage
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest import budget_layouts, final_layouts, regional_layouts
from tests.ingest.accounts_book import Book
from tests.ingest.final_layouts import Layout
from tests.ingest.press import Heading, Placed, Sheet
from tests.ingest.test_province_layouts import MANNERS, faults
from tests.ingest.three_lined import ThreeLined
from tests.ingest.typist import ALL as TOTAL
from tests.ingest.typist import Typist

H = Heading
FINAL = final_layouts.FINAL_STATEMENTS
ALL = (*FINAL, *budget_layouts.BUDGET_STATEMENTS, *regional_layouts.REGIONAL_STATEMENTS)
#: Layouts that three lines do not make plain: a merged name, codes beside a single total.
OPEN = (final_layouts.basic, regional_layouts.by_unit_beside)
#: Layouts of a single row whose headings nothing but the short lines tells apart.
SHORT = (final_layouts.travel, budget_layouts.travel_row)
PLAIN = tuple(layout for layout in ALL if layout not in OPEN)


def typeset(path: Path, layout: Layout, name: str, *, short: bool) -> list[Placed]:
    final = layout in FINAL
    manner = MANNERS[name] if final else replace(MANNERS[name], stage=Stage.BUDGET)
    press = ThreeLined(path, short=short)
    press.cover([manner.body, f"{manner.year}年度部门{'决算' if final else '预算'}"])
    press.sheet(layout(Book(7), manner))
    press.close()
    return press.placed


@pytest.mark.parametrize("layout", PLAIN, ids=lambda f: str(f.__name__))
def test_every_figure_comes_back(layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / "公开.pdf"
    assert not faults(path, typeset(path, layout, "ministry", short=True))


@pytest.mark.parametrize("layout", [x for x in PLAIN if x not in SHORT], ids=lambda f: str(f.__name__))
def test_every_figure_comes_back_without_short_lines(layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / "公开.pdf"
    assert not faults(path, typeset(path, layout, "ministry", short=False))


@pytest.mark.parametrize("name", ["ministry", "short_pages"])
@pytest.mark.parametrize("layout", ALL, ids=lambda f: str(f.__name__))
def test_no_figure_is_wrong(layout: Layout, name: str, tmp_path: Path) -> None:
    path = tmp_path / "公开.pdf"
    found = faults(path, typeset(path, layout, name, short=True))
    assert [fault for fault in found if not fault.endswith(": 0 facts")] == []


def in_parts() -> Sheet:
    """支出决算表 with 类, 款 and 项 in three columns below one heading, blank where an account has none."""
    t = Typist(year=2023, stage=Stage.FINAL_ACCOUNTS, fund=TOTAL)
    rows = [
        ("", "合计", t.of("", "本年支出合计", "734.60 512.30 222.30")),
        ("212", "城乡社区支出", t.of("212", "城乡社区支出", "734.60 512.30 222.30")),
        ("21203", "城乡社区公共设施", t.of("21203", "城乡社区公共设施", "734.60 512.30 222.30")),
        ("2120303", "小城镇基础设施建设", t.of("2120303", "小城镇基础设施建设", "512.30 512.30 _")),
        (
            "2120399",
            "其他城乡社区公共设施支出",
            t.of("2120399", "其他城乡社区公共设施支出", "222.30 _ 222.30"),
        ),
    ]
    head = [
        [H("项目", 4), H("本年支出合计", rows=2), H("基本支出", rows=2), H("项目支出", rows=2)],
        [H("支出功能分类科目编码", 3), H("科目名称")],
        [H("类"), H("款"), H("项"), H("栏次"), H("1"), H("2"), H("3")],
    ]
    body = [[code[:3], code[3:5], code[5:], name, *cells] for code, name, cells in rows]
    return Sheet(
        "支出决算表", head, body, (1, 1, 1, 6, 3, 3, 3), left="部门：临泽市园林局", right="单位：万元"
    )


def test_a_code_in_three_columns_below_one_heading_is_one_code(tmp_path: Path) -> None:
    path = tmp_path / "公开.pdf"
    press = ThreeLined(path, short=False)
    press.cover(["临泽市园林局", "2023年度部门决算"])
    press.sheet(in_parts())
    press.close()
    assert press.placed
    assert not faults(path, press.placed)


def test_three_lines_without_a_title_are_a_table_of_units(tmp_path: Path) -> None:
    """Below a sentence, with neither title nor unit: posts and people of each unit."""
    path = tmp_path / "公开.pdf"
    press = ThreeLined(path)
    press.cover(["临泽市园林局", "2023年度部门决算"])
    press.prose(["第一部分　部门概况", "二、单位构成", "纳入本部门决算的单位共5个，人员情况如下。"])
    body = [
        ["临泽市园林局（本级）", "行政单位", "31", "29", "12"],
        ["临泽市南湖公园管理处", "事业单位", "54", "50", "37"],
        ["临泽市苗木繁育场", "事业单位", "26", "22", "18"],
        ["临泽市绿化养护中心", "事业单位", "70", "66", "9"],
        ["临泽市古树名木保护站", "事业单位", "8", "8", "1"],
    ]
    head = [[H("单位名称"), H("单位性质"), H("编制数"), H("年末在职"), H("退休")]]
    press.sheet(Sheet("", head, body, (6, 3, 2, 2, 2), own_page=False))
    press.close()
    reading = read_file(path, Settings(data=tmp_path))
    told = {(f.source.row, f.source.column, str(f.value), f.unit) for f in reading.facts if f.source.row}
    assert ("临泽市南湖公园管理处", "编制数", "54", "人") in told
    assert ("临泽市南湖公园管理处", "年末在职", "50", "人") in told
    assert ("临泽市绿化养护中心", "退休", "9", "人") in told
    assert len(told) == 15
    assert not reading.misread
