"""Several things in one question: each is told, or what they make together, never the first alone (一句多问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.clauses import clauses
from service.scope.periods import find_period

CITY = "青岚区城市管理局2023年"


#: 城管局 2023: 基本支出 7470.06, 项目支出 10728.05, 合计 18198.11 (p.7); 差旅费 12.83, 印刷费 8.40 (p.13);
#: 41 vehicles (p.22); 政府性基金 (p.20).
@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("印刷费和差旅费合计占基本支出的比重", ["0.28", "8.40", "12.83", "7470.06"]),
        ("基本支出和项目支出各占多少", ["41.05", "58.95"]),
        ("除了项目支出还有多少支出", ["7470.06", "18198.11", "10728.05"]),
        ("印刷费是差旅费的几倍", ["0.65", "8.40", "12.83"]),
        ("差旅费印刷费加起来一共多少", ["21.23", "12.83", "8.40"]),
        ("差旅费印刷费多少", ["12.83", "8.40"]),
        ("公务用车数量多少", ["41"]),
        ("公务车辆合计数", ["41"]),
        ("办公费差旅费印刷费总共多少", ["83.38", "62.15", "12.83", "8.40"]),
        ("政府性基金收支差", ["1160.00", "1235.50", "44.50"]),
        ("政府性基金收入和支出分别是多少", ["1160.00", "1235.50", "44.50"]),
        ("收支差额", ["-117.25", "18080.86", "18198.11"]),
    ],
)
def test_all_that_is_named_is_told(desk: Answerer, question: str, values: list[str]) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert answer.status == "answered"
    assert [figure.value for figure in answer.figures] == values


#: 本年收入合计 18080.86, 财政拨款收入 18022.26 (p.5); 三公 103.79, 公务用车 101.43, 公务接待 2.36 (p.14);
#: purchases 6371.75, of them goods 186.45, works 1320.00.
@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("不是财政拨款的收入有多少", "58.60"),
        ("非财政拨款收入多少", "58.60"),
        ("不属于财政拨款的收入多少", "58.60"),
        ("除了财政拨款，别的收入一共多少", "58.60"),
        ("不包括公车的三公经费多少", "2.36"),
        ("三公经费里不是公务接待的部分多少", "101.43"),
        ("扣掉项目支出还剩多少", "7470.06"),
        ("除了工程以外的政府采购多少钱", "5051.75"),
        ("扣除货物后的政府采购多少钱", "6185.30"),
        ("会议费之外，培训费多少", "6.40"),
    ],
)
def test_what_is_left_out_is_never_the_answer(desk: Answerer, question: str, rest: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert answer.figures[0].value == rest


#: What was spent on people is printed of one fund alone; what is left of several is not computed.
@pytest.mark.parametrize(
    "question",
    [
        "除了人员经费还剩多少",
        "人员经费以外的支出",
        "一般公共预算以外的支出多少",
        "除了公务接待费，三公里哪项最多",
        "除了差旅费和印刷费，商品和服务支出还有多少",
    ],
)
def test_a_rest_that_is_not_known_is_not_told(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert (answer.status, answer.figures) == ("no_answer", [])


@pytest.mark.parametrize("question", ["公务接待费平均多少", "平均多少"])
def test_an_average_over_nothing_is_not_told(desk: Answerer, question: str) -> None:
    assert not desk.ask(AskRequest(question=CITY + question)).figures


def test_those_employed_and_those_retired_are_added(desk: Answerer) -> None:
    told = desk.ask(AskRequest(question=CITY + "在职加退休一共多少人")).figures[0]
    assert told.value == "301"  # 213 + 88, page 3


@pytest.mark.parametrize("text", ["2021—2023预算", "2021到2023预算", "2021—2023年预算"])
def test_a_range_of_years_needs_no_word_for_year(text: str) -> None:
    assert find_period(text).years == (2021, 2022, 2023)


def test_an_amount_is_no_end_of_a_range() -> None:
    assert 2001 not in find_period("2000到2002万元").years


@pytest.mark.parametrize("text", ["？？？", "。", "，，"])
def test_marks_alone_are_one_text(text: str) -> None:
    assert clauses(text) == [text]


#: 城管局 2023: 本年支出合计 18198.11 (p.7).
@pytest.mark.parametrize("question", ["决算", "决算多少", "决算数", "部门决算"])
def test_a_stage_and_nothing_more_asks_for_all_that_was_spent(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert (answer.figures[0].value, answer.figures[0].label) == ("18198.11", "本年支出合计")


@pytest.mark.parametrize("question", ["决算怎么样", "决算公开"])
def test_a_stage_and_more_names_no_figure(desk: Answerer, question: str) -> None:
    assert not desk.ask(AskRequest(question=CITY + question)).figures


#: What is told of the year, of all who are paid, or of all vehicles, is not that of a part of it.
@pytest.mark.parametrize(
    "question",
    [
        "下半年支出多少",
        "上半年三公经费多少",
        "前三季度支出多少",
        "临时工工资多少",
        "合同工工资多少",
        "车辆购置税多少",
        "车辆保险费多少",
        "会议餐费多少",
        "律师培训费多少",
        "司机的差旅费多少",
        "疫苗采购花了多少",
        "差旅费拖欠多少",
        "培训费标准是多少",
        "培训费里的住宿多少",
        "大屏差旅费多少",
        "支出有多少是借的",
        "支出用在市区的多少",
        "动用了多少结余",
        "公车加油费多少",
        "绩效奖金多少",
        "单价50万元以上的设备有几台",
        "车均维修费多少",
        "补充医疗保险多少",
        "企业年金多少",
        "非在编人员工资多少",
        "差旅费冻结多少",
        "工会培训费多少",
        "三公经费结余多少",
        "印刷采购多少",
        "政府采购印刷费多少",
        "培训收入多少",
    ],
)
def test_the_whole_is_not_told_for_a_part_of_it(desk: Answerer, question: str) -> None:
    assert not desk.ask(AskRequest(question=CITY + question)).figures


#: 城管局 2023: the rest of 18080.86 less 18022.26 is the 58.60 of 其他收入 (p.5).
def test_the_rest_is_told_by_the_income_that_it_is(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=f"{CITY}不是财政拨款的收入有多少"))
    assert answer.figures[0].value == "58.60"
    assert "「其他收入」58.60 万元数额相同" in answer.answer


#: 城管局 2023: 行政事业单位养老支出 902.79 (p.7), 应急管理事务 3.20 (p.8).
@pytest.mark.parametrize(("question", "value"), [("养老支出多少", "902.79"), ("应急管理经费", "3.20")])
def test_the_word_that_tells_an_account_from_others_names_it(
    desk: Answerer, question: str, value: str
) -> None:
    assert desk.ask(AskRequest(question=CITY + question)).figures[0].value == value
