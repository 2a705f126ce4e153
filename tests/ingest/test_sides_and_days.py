"""Totals told by their side alone, what a comparison names first, and days that hold for a list (合计与时点)."""

from __future__ import annotations

import pytest

from ingest.model import Stage
from tests.ingest.test_other_provinces_say import said

PLAN = Stage.BUDGET


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入总计450万元，支出总计450万元，与2022年度相比，收入减少30万元，下降6.25%，支出减少30万元。",
         "收入总计 450；支出总计 450；收入总计 增减额 -30；增减率 -6.25%；支出总计 增减额 -30"),
        ("总收入321万元，其中本年收入310万元，年初结转结余11万元。与2022年度相比，总收入减少21万元。",
         "收入总计 321；本年收入合计 310；年初结转和结余 11；收入总计 增减额 -21"),
        ("收入总计321万元，其中本年收入310万元。与2022年度相比，本年收入减少21万元。",
         "收入总计 321；本年收入合计 310；增减额 -21"),
        ("收入总计321万元，其中本年收入310万元。收入比上年减少21万元。",
         "收入总计 321；本年收入合计 310；增减额 -21"),
        ("本年收入合计310万元，收入比上年减少21万元。", "本年收入合计 310；增减额 -21"),
        ("收入总计450万元，支出总计450万元。\n与上年相比，收入减少30万元。",
         "收入总计 450；支出总计 450；收入总计 增减额 -30"),
        ("总收入32万元，总支出30万元。与上年相比，总收入、总支出各减少2万元。",
         "本年收入合计 32；本年支出合计 30；本年收入合计 增减额 -2；本年支出合计 增减额 -2"),
        ("收入支出总计与上年相比，减少22万元，下降5.82%。",
         "收入总计 增减额 -22；支出总计 增减额 -22；收入总计 增减率 -5.82%；支出总计 增减率 -5.82%"),
        ("收支总体与上年相比，减少22万元。与年初预算相比，年初预算数330万元，决算数348万元。",
         "收入总计 增减额 -22；支出总计 增减额 -22；收入总计@年初预算 330；支出总计@年初预算 330；"
         "收入总计 348；支出总计 348"),
    ],
)  # fmt: skip
def test_which_total_a_side_is(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公务接待费与上年相比，减少1万元，下降10%。", "公务接待费 增减额 -1；增减率 -10%"),
        ("公务接待费与年初预算相比，减少1万元。", "公务接待费 与预算之差 -1"),
        ("公务接待费较上年度有所减少，减少1万元。", "公务接待费 增减额 -1"),
        ("与上年相比，减少1万元。", "增减额 -1"),
        ("该项支出与上年相比，减少1万元。", "增减额 -1"),
        ("该项支出比上年减少1万元。", "增减额 -1"),
        ("公务接待费较上年支出数无增减，较年初预算数无增减。", "公务接待费/持平 增减额 0；与预算之差 0"),
        ("公务接待费较上年略有减少，较年初预算数无增减。", "公务接待费/持平 与预算之差 0"),
        ("与上年年初预算数持平。", "培训费/持平 增减额 0"),
    ],
)  # fmt: skip
def test_what_is_named_before_a_comparison_has_the_change(text: str, expected: str) -> None:
    assert said(f"培训费5万元。{text}") == f"培训费 5；{expected}"


def test_a_day_before_a_colon_holds_for_the_list_below() -> None:
    text = (
        "截至2022年底，国有资产情况为：\n1.房屋230平方米，价值45万元。\n2.车辆7辆，其中：一般公务用车3辆。\n"
        "大型设备1台。\n2023年安排购置车辆2辆。\n特种车辆4辆。"
    )
    assert said(text, PLAN) == (
        "房屋@2022@执行 230平方米；房屋价值@2022@执行 45；车辆@2022@执行 7辆；一般公务用车@2022@执行 3辆；"
        "大型设备@2022@执行 1台；购置车辆 2辆；特种车辆 4辆"
    )


@pytest.mark.parametrize("year", ["本年度", "2023年", "（二）2023年", "2.今年"])
def test_a_year_of_its_own_ends_the_day(year: str) -> None:
    found = said(f"截至2022年底，共有车辆7辆。{year}拟购置车辆2辆。", PLAN)
    assert found.startswith("车辆@2022@执行 7辆；")
    assert found.endswith("车辆 2辆")
    assert "@2022@执行 2辆" not in found


def test_a_day_without_a_list_holds_for_its_paragraph_alone() -> None:
    assert said("截至2022年底，共有车辆7辆。\n大型设备1台。", PLAN) == "车辆@2022@执行 7辆；大型设备 1台"
