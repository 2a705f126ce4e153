"""Rates that moved, charges for one of a thing, those that something was done for, what things are worth (文中数量)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.from_to import BEFORE
from ingest.model import Fact, Measure
from tests.ingest.sentences import told

Row = tuple[str, str, str]


def rows(facts: list[Fact]) -> list[Row]:
    return [(f.subject.name, str(f.value), f.unit) for f in facts]


@pytest.mark.parametrize(
    ("text", "name", "before", "after", "unit"),
    [
        ("综合贫困发生率由年初的8.74%下降至1.12%。", "综合贫困发生率", "8.74", "1.12", "%"),
        ("城镇登记失业率从3.8%降至3.2%，保持平稳。", "城镇登记失业率", "3.8", "3.2", "%"),
        ("床位由480张增至520张。", "床位", "480", "520", "张"),
        ("学校占地由原来的120亩扩大到186亩。", "学校占地", "120", "186", "亩"),
    ],
)
def test_both_ends_of_what_moved_are_told(text: str, name: str, before: str, after: str, unit: str) -> None:
    first, last = told(text)
    assert (first.subject.name, first.value, first.unit, first.breakdown) == (
        name,
        Decimal(before),
        unit,
        BEFORE,
    )
    assert (last.subject.name, last.value, last.unit, last.breakdown) == (name, Decimal(after), unit, "合计")


def test_the_first_end_is_of_the_year_that_is_named() -> None:
    facts = told("森林覆盖率由2020年的41.2%提升至43.5%。")
    assert [(f.year, str(f.value), f.breakdown) for f in facts] == [
        (2020, "41.2", "合计"),
        (2023, "43.5", "合计"),
    ]


@pytest.mark.parametrize("text", ["完成率由90%提高到95%。", "主要原因是公务用车购置数量由3辆减为2辆。"])
def test_what_has_no_name_of_its_own_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "理工类专业学费3,500元/生·学年，文史类专业学费3,200元/生·学年；住宿费六人间800元/生·学年，四人间1,100元/生·学年。",
            [
                ("理工类专业学费", "3500", "元/生·学年"),
                ("文史类专业学费", "3200", "元/生·学年"),
                ("住宿费六人间", "800", "元/生·学年"),
                ("住宿费四人间", "1100", "元/生·学年"),
            ],
        ),
        (
            "停车费标准为小型车5元/小时，大型车10元/次。",
            [("停车费小型车", "5", "元/小时"), ("停车费大型车", "10", "元/次")],
        ),
        ("公租房租金12元/平方米·月。", [("公租房租金", "12", "元/平方米·月")]),
    ],
)
def test_charges_are_told_by_what_they_are_for(text: str, wanted: list[Row]) -> None:
    facts = told(text)
    assert rows(facts) == wanted
    assert all(f.measure is Measure.AMOUNT and f.yuan is None for f in facts)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "为312户企业减免房租86.4万元。",
            [("减免房租的企业", "312", "户"), ("企业减免房租", "86.4", "万元")],
        ),
        ("并对15个立法项目开展调研。", [("立法项目", "15", "个")]),
        ("共有车辆12辆，共计236.48万元。", [("车辆", "12", "辆"), ("车辆价值", "236.48", "万元")]),
        ("处置车辆1辆，账面原值13.86万元。", [("处置车辆", "1", "辆"), ("处置车辆价值", "13.86", "万元")]),
        ("青岚区城市管理局全年征收税款1186.52亿元。", [("征收税款", "1186.52", "亿元")]),
        ("监管进出口货运量3.84亿吨。", [("监管进出口货运量", "3.84", "亿吨")]),
    ],
)
def test_things_are_told_by_names_of_their_own(text: str, wanted: list[Row]) -> None:
    assert rows(told(text)) == wanted


def test_accounts_told_in_other_words() -> None:
    apart = told("维持机关日常运转而开支的机关运行经费，合计486.33万元，比2022年502.64万元减少16.31万元。")
    assert [(f.subject.name, f.year, str(f.value)) for f in apart] == [
        ("机关运行经费", 2023, "486.33"), ("机关运行经费", 2022, "502.64"), ("机关运行经费", 2023, "-16.31"),
    ]  # fmt: skip
    daily = told("用于保障青岚区城市管理局机关正常运转的日常支出1095.90万元，与上年对比增加33.06万元。")
    assert rows(daily) == [("基本支出", "1095.90", "万元"), ("基本支出", "33.06", "万元")]
