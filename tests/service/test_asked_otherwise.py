"""What found no answer as it was asked is asked in other words, and told only where these fit (换个问法)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure, Status
from service.second.asked_otherwise import asked_otherwise

HEALTH, CITY, CENTRE = "云川市松屿区卫生健康局", "云川市青岚区城市管理局", "云川市青岚区数字城管指挥中心"


#: 2023: 本年支出合计 卫健局 21109.8403 万元 (p.15), 城管局 18198.11 (p.7), 中心 523.52 (p.6); 三公 48.42, 103.79, 3.15
#: (p.21, p.14, p.10); 2023年 is 103.79 of 18198.11.
@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("松屿区卫健局2023年支出是青岚区城管局的百分之几", "116.00", "%"),
        ("青岚区城管局2023年支出是松屿区卫健局的几分之几", "86.21", "%"),
        ("松屿区卫健局2023年比青岚区城管局多花百分之几", "16.00", "%"),
        ("青岚区城管局2023年三公占比", "0.57", "%"),
        ("2023年三公经费超过10万的单位有几个", "2", "个"),
        ("2023年支出过亿的单位有哪些", "2", "个"),
        ("2023年支出不到1亿元的单位有几家", "1", "个"),
    ],
)
def test_the_figure_is_that_of_what_is_meant(desk: Answerer, question: str, value: str, unit: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert (answer.status, answer.figures[0].value, answer.figures[0].unit) == ("answered", value, unit)


def test_those_within_the_bound_and_the_others_are_named(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="2023年三公经费超过10万的单位有哪些"))
    within, others = answer.answer.split("其余：")
    assert CITY in within and HEALTH in within
    assert CENTRE in others and "31500 元" in others


#: 支出决算表 p.7 and p.8 of 青岚区城市管理局2023年度部门决算; 三公 p.14.
@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("青岚区城管局2023年住房保障支出明细", {"666.11", "538.71", "127.40"}),
        ("青岚区城管局2023年支出构成", {"16222.49", "920.85", "666.11", "3.20"}),
        ("青岚区城管局2023年三公经费构成情况", {"101.43", "2.36"}),
    ],
)
def test_the_parts_are_told_where_they_are_asked_for(
    desk: Answerer, question: str, amounts: set[str]
) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert amounts <= {figure.value for figure in answer.figures}


#: 三公: 决算 2022 is 2.55 less than 2021 (p.16), 2023 is 30.83 more than 2022 (p.21); 2024 is a budget,
#: which is not set in one order with final accounts.
def test_the_year_of_the_largest_change_is_among_years_of_one_stage(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城管局哪年三公经费涨幅最大"))
    assert "增加最多的是2023年" in answer.answer
    assert "2024年" not in answer.answer


#: 基本支出决算表 p.13: 培训费 6.40, 差旅费 12.83.
def test_an_account_in_per_cent_of_another_is_of_that_one(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城管局2023年培训费是差旅费的百分之几"))
    assert (answer.figures[0].value, answer.figures[0].unit) == ("49.88", "%")


def test_one_year_is_no_year_of_the_fastest_growth(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="松屿区卫健局哪一年支出增长最快"))
    assert (answer.status, answer.figures) == ("no_answer", [])


def test_the_sum_of_all_is_not_told_for_the_largest_of_them() -> None:
    figure = Figure(
        label="本年支出合计完成年初预算的比例", value="101.2", unit="%", entity=CITY, year=2023, stage="决算"
    )
    told = Answer(id="a", conversation_id="c", status=Status.ANSWERED, answer="101.2 %", figures=[figure])
    declined = asked_otherwise(told, "完成预算比例最高的是哪一项", lambda question: told)
    assert declined is not None and declined.status is Status.NO_ANSWER and not declined.figures
    assert asked_otherwise(told, "完成了年初预算的百分之几", lambda question: told) is None
