"""Parts of a whole, averages and changes, on figures that were read off the pages of the samples (分项、平均、增减)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest

BODY = "青岚区城管局"


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=BODY + question))


def told(answer: Answer) -> list[tuple[str, str]]:
    return [(f.label, f.value) for f in answer.figures]


# 2023 p.7 and p.8, 公开03表.
CLASSES = [
    ("城乡社区支出", "16222.49"), ("社会保障和就业支出", "920.85"), ("住房保障支出", "666.11"),
    ("卫生健康支出", "255.46"), ("节能环保支出", "130.00"), ("灾害防治及应急管理支出", "3.20"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("2023年支出最大的三个类级科目是什么", CLASSES[:3]),
        ("2023年支出最小的三个类级科目是什么", CLASSES[:-4:-1]),
        ("2023年支出从大到小排列类级科目", CLASSES),
        ("2023年支出从小到大排列类级科目", CLASSES[::-1]),
        ("2023年住房保障支出包括哪些项级科目，各多少", [("住房公积金", "538.71"), ("购房补贴", "127.40")]),
        ("2023年支出按功能分类，位列第二的是哪一类，多少万元", CLASSES[1:2]),
        ("2023年支出按类级排序，居第三位的是哪类？请报元", [("住房保障支出", "6661100")]),
        # p.13 公开06表
        (
            "2023年人员经费里哪三项最多",
            [("基本工资", "1583.26"), ("津贴补贴", "1142.15"), ("奖金", "868.40")],
        ),
        (
            "2023年公用经费里哪三项最多",
            [("其他交通费用", "143.52"), ("物业管理费", "96.30"), ("福利费", "84.20")],
        ),
        # p.14 公开07表: a class of basic expenditure has the name of one of them
        ("2023年三公经费里哪项最多", [("公务用车购置及运行维护费", "101.43"), ("公务接待费", "2.36")]),
        # p.5 公开02表
        ("2023年收入来源最大的是哪个", [("财政拨款收入", "18022.26"), ("其他收入", "58.60")]),
    ],
)
def test_parts_are_of_one_level_in_their_order(
    desk: Answerer, question: str, parts: list[tuple[str, str]]
) -> None:
    assert told(ask(desk, question)) == parts


def test_items_of_project_expenditure_count_only_their_projects(desk: Answerer) -> None:
    figures = ask(desk, "2023年项目支出最大的三个项级科目").figures
    assert [f.value for f in figures] == ["6157.70", "1948.06", "935.50"]  # p.8, column 项目支出


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("2023年支出列了几个类级科目", "6"),
        ("2023年卫生健康支出有几个项级科目", "3"),
        ("2023年城乡社区支出有多少个款级科目", "5"),
        ("2023年城乡社区支出有多少个项级科目", "8"),
    ],
)
def test_accounts_are_counted_at_the_level_that_is_named(desk: Answerer, question: str, count: str) -> None:
    figure = ask(desk, question).figures[0]
    assert (figure.value, figure.unit) == (count, "个")
    assert len(figure.inputs) == int(count)


@pytest.mark.parametrize(
    ("question", "share"),
    [
        # (16222.49 + 920.85 + 666.11) / 18198.11; without the last; p.7, p.8
        ("2023年支出最大的三个类级科目占总支出比重", "97.86"),
        ("2023年支出最大的两项占总支出百分之几", "94.20"),
    ],
)
def test_the_largest_parts_as_a_share(desk: Answerer, question: str, share: str) -> None:
    figure = ask(desk, question).figures[0]
    assert (figure.value, figure.unit) == (share, "%")


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("2023年平均每月总支出多少", "1516.51", "万元"),  # 18198.11 / 12
        ("2023年三公经费每季度多少", "25.95", "万元"),  # 103.79 / 4
        ("2023年三公经费平均每天多少", "0.2844", "万元"),  # 103.79 / 365
        ("2023年平均每辆公车运行维护费多少", "1.61", "万元"),  # 66.15 / 41 (p.21)
    ],
)
def test_an_average_is_over_a_count_that_is_printed(
    desk: Answerer, question: str, value: str, unit: str
) -> None:
    figure = ask(desk, question).figures[0]
    assert (figure.value, figure.unit) == (value, unit)
    assert "÷" in (figure.formula or "")


def test_an_average_over_nothing_that_is_printed_is_not_given(desk: Answerer) -> None:
    assert not ask(desk, "2023年物业费平均每平方米多少").figures


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2023年基本支出比2022年增加多少", "92.61"),  # 7470.06 - 7377.45 (2022 p.6)
        ("2024年总支出预算比2023年决算差多少", "-519.30"),  # 17678.81 - 18198.11
        ("2024年三公经费预算比2023年预算减少多少", "-40.50"),  # 2024 p.17 prints it
        ("2024年三公经费预算比2023年决算减少多少", "-31.29"),  # 72.50 - 103.79
        ("2024年三公经费预算比2022年决算增加多少", "-0.46"),  # 72.50 - 72.96
        ("2023年三公经费决算比预算少多少", "-9.21"),  # 103.79 - 113.00
        ("2023年城管执法决算比年初预算少多少", "-44.65"),  # 1935.35 - 1980.00 (p.19)
        ("项目支出占比2023年比2022年提高几个百分点", "-2.55"),  # 58.95 - 61.50
        ("2024年总支出预算比2022年决算增长百分之几", "-7.73"),  # (17678.81 - 19160.37) / 19160.37
        ("2023年基本支出是2022年的几倍", "1.01"),
        ("2022年基本支出是2023年的几倍", "0.99"),
    ],
)
def test_a_change_is_from_the_year_and_stage_that_are_named(
    desk: Answerer, question: str, value: str
) -> None:
    assert Decimal(ask(desk, question).figures[0].value) == Decimal(value)


def test_a_change_from_a_year_that_is_not_loaded_is_not_given(desk: Answerer) -> None:
    answer = ask(desk, "2023年支出比2021年增加多少")
    assert not answer.figures
    assert (
        "没有列出「本年支出合计」" not in answer.answer
    )  # it does print that; what is missing is the other year


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2022年和2023年差旅费合计", ["21.99", "9.16", "12.83"]),
        ("2022、2023年平均每年差旅费多少", ["11.00", "9.16", "12.83"]),
        ("历年差旅费", ["9.16", "12.83", "14.00"]),
        ("2023年三公经费年初预算多少，决算多少", ["113.00", "103.79"]),
    ],
)
def test_several_years_or_stages_are_each_told(desk: Answerer, question: str, values: list[str]) -> None:
    # 2022 p.10, 2023 p.13, 2024 p.17; 2023 p.14
    assert [f.value for f in ask(desk, question).figures] == values


def test_all_money_is_not_held_against_one_fund(desk: Answerer) -> None:
    """The budget of 2022 is printed for one fund only (2022 p.13, 18053.10); that of 2024 is for all."""
    answer = ask(desk, "2024年总支出预算比2022年增长百分之几")
    assert all(value.value != "18053.10" for figure in answer.figures for value in figure.inputs)


def test_figures_of_different_units_are_compared_in_one(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城管局和松屿区卫健局2023年公务接待费谁多"))
    # 2.36 万元 (p.14) and 21,400.00 元 (卫健局 p.21)
    assert "城市管理局更多" in answer.answer and "0.22" in answer.answer


def test_money_and_things_are_never_added(desk: Answerer) -> None:
    assert ask(desk, "2023年差旅费和车辆数加起来多少").status == "no_answer"
