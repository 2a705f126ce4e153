"""Posts, people and what a body owns, as tables and sentences count them without naming a unit each time."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.contents import to_contents
from ingest.model import Line, Measure, Page
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.press import Heading, Press, Sheet
from tests.ingest.sentences import told

H = Heading
BODY = "溪源县林业局"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("owned") / f"{BODY}2023年度部门决算.pdf"
    press = Press(path)
    press.cover([BODY, "2023年度部门决算"])
    units = [[BODY + "机关", "40", "38"], ["溪源县林业工作站", "25", "21"], ["合计", "65", "59"]]
    press.sheet(Sheet("人员情况表", [[H("单位名称"), H("编制数"), H("在职人员")]], units))
    owned = [
        ["一、房屋（平方米）", "1", "8120.50"],
        ["其中：办公用房", "2", "3020.50"],
        ["业务用房", "3", "5100.00"],
        ["二、车辆（辆）", "4", "9"],
        ["其中：1.应急保障用车", "5", "4"],
        ["2.其他用车", "6", "5"],
    ]
    press.sheet(Sheet("国有资产占用情况表", [[H("项目"), H("行次"), H("数量")]], owned))
    rows = [[BODY + "机关", "300.00"], ["溪源县林业工作站", "80.00"]]
    press.sheet(Sheet("所属单位决算情况表", [[H("单位名称"), H("决算数")]], rows, right="单位：万元"))
    press.close()
    return path


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [("编制数", "25", "人"), ("在职人员", "21", "人"), ("编制数", "65", "人"), ("办公用房", "3020.50", "平方米"),
     ("业务用房", "5100.00", "平方米"), ("应急保障用车", "4", "辆"), ("其他用车", "5", "辆")],
)  # fmt: skip
def test_counts_without_a_unit_of_their_own(file: Path, name: str, value: str, unit: str) -> None:
    facts = read_file(file, Settings(data=file.parent)).facts
    found = [f for f in facts if name in f.subject.name and f.value == Decimal(value)]
    assert [f.unit for f in found] == [unit]


def test_a_table_of_the_units_below_makes_no_unit_of_the_body(file: Path) -> None:
    assert read_file(file, Settings(data=file.parent)).document.level == "部门"


def test_a_bare_total_is_of_all_that_is_listed_before_it() -> None:
    facts = told("本院政法编制30名，工勤编制4名，事业编制6名，共40名。")
    assert [f.subject.name for f in facts if f.value == 40] == ["编制"]
    wrong = told("本院政法编制30名，工勤编制4名，事业编制6名，共45名。")
    assert not [f for f in wrong if f.value == 45]


def test_posts_that_are_filled_keep_their_word() -> None:
    facts = told("年末政法编制实有28人。")
    assert [f.subject.name for f in facts if f.value == 28] == ["政法编制实有"]


def test_an_entry_broken_over_two_lines_is_one() -> None:
    def line(text: str, top: float, right: float) -> Line:
        return Line(text, 2, (50, top, right, top + 10), (), ())

    lines = [
        line("目 录", 20, 200),
        line("第二部分 溪源县林业局及所属单位2023年度部门决算公开报", 40, 500),
        line("表", 60, 70),
        line("一、收入决算表.........6", 80, 500),
        line("二、支出决算表 7", 100, 480),
        line("— 2 —", 780, 300),
    ]
    (chunk,) = to_contents("d", 0, [Page(2, 600, 800, tuple(lines), ())])
    assert chunk.text.split("\n") == [
        "第二部分 溪源县林业局及所属单位2023年度部门决算公开报表", "一、收入决算表", "二、支出决算表",
    ]  # fmt: skip
    assert [page for page, _ in chunk.places] == [2, 2, 2]


def test_staff_of_a_unit_below_are_named_for_it() -> None:
    facts = told(
        "本部门预算只包含本级和溪源县文化馆在职7名人员，另有溪源县体校9名在职人员人员经费。本局在职30名人员。"
    )
    names = {f.value: f.subject.name for f in facts if f.measure is Measure.COUNT}
    assert names == {
        Decimal(7): "溪源县文化馆在职人员",
        Decimal(9): "溪源县体校在职人员",
        Decimal(30): "本局在职人员",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [("共有车辆9辆，比上年减少3辆。", "车辆"), ("与上年相比，车辆减少3辆，房屋面积无变化。", "车辆")],
)
def test_a_number_of_things_that_moved_since_last_year(text: str, name: str) -> None:
    (change,) = [f for f in told(text) if f.measure is Measure.CHANGE]
    assert (change.subject.name, change.value, change.unit) == (name, Decimal(-3), "辆")


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("所属单位支出决算执行情况表", "本年支出合计"),
        ("所属单位收支情况表", ""),
        ("所属单位项目支出情况表", "项目支出"),
    ],
)
def test_a_row_of_a_unit_counts_what_the_title_says(title: str, subject: str, tmp_path: Path) -> None:
    press = Press(tmp_path / "决算.pdf")
    press.cover([BODY, "2023年度部门决算"])
    rows = [[BODY + "机关", "310.00", "300.00"], ["溪源县林业工作站", "90.00", "80.00"]]
    head = [[H("单位名称"), H("年初预算数"), H("决算数")]]
    press.sheet(Sheet(title, head, rows, right="单位：万元"))
    press.close()
    facts = read_file(tmp_path / "决算.pdf", Settings(data=tmp_path)).facts
    own = [f for f in facts if f.value == Decimal("80.00")]
    assert [f.subject.name for f in own if f.entity == "溪源县林业工作站"] == ([subject] if subject else [])
