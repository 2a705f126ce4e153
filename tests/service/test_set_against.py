"""Figures held against a bound or each other, and wordings of a share, a ratio, a difference (分别相比)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.talking import talk

CITY = "青岚区城市管理局2023年"


def _first(desk: Answerer, question: str) -> tuple[str, str]:
    answer = desk.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED
    return answer.figures[0].value, answer.figures[0].unit


#: 青岚: 三公 72.96 (2022 p.11), 103.79 (2023 p.14); 按时办结率 97.65 % (2022 p.18), 98.78 % (2023 p.23); of the fund
#: 1235.50 (2023 p.15) of 16222.49 for 城乡社区 (p.7); 人员 6729.71, 公用 740.35 (p.13);
#: 执法执勤用车 22 of 41 cars (p.22, p.21).
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青岚城管局哪些年三公经费超过80万", ("103.79", "万元")),
        (CITY + "按时办结率比2022年", ("1.13", "百分点")),
        (CITY + "按时办结率比2022年高多少", ("1.13", "百分点")),
        (CITY + "政府性基金支出占城乡社区支出的比例", ("7.62", "%")),
        (CITY + "人员经费与公用经费之比是多少", ("9.09", "倍")),
        (CITY + "执法车占全部车辆多少", ("53.66", "%")),
    ],
)
def test_it_is_worked_out(desk: Answerer, question: str, told: tuple[str, str]) -> None:
    assert _first(desk, question) == told


def test_a_sum_is_held_to_what_it_is_said_to_be(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=CITY + "人员经费加公用经费等于基本支出吗"))
    assert answer.answer.startswith("相等")
    other = desk.ask(AskRequest(question=CITY + "差旅费加会议费等于培训费吗"))
    assert other.answer.startswith("不相等")


def test_budget_and_outcome_are_both_told(desk: Answerer) -> None:
    # 2023 p.19: 城管执法 1980.00 planned; p.8: 1935.35 spent.
    answer = desk.ask(AskRequest(question=CITY + "城管执法的预算和决算"))
    assert {"1980.00", "1935.35"} <= {figure.value for figure in answer.figures}


def test_of_two_years_none_is_left_out(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚城管局2024年三公经费分别比2022年和2023年多多少"))
    assert all(figure.year == 2024 for figure in answer.figures)
    assert len(answer.figures) == 2


def test_the_lowest_rate_is_asked_for_not_the_smallest_amount(desk: Answerer) -> None:
    answer = talk(desk, CITY + "支出多少", "完成率", "哪个科目最低")
    assert answer.figures[0].unit == "%"


def test_an_account_is_no_body(desk: Answerer) -> None:
    # 松屿 has no 城管执法, and 青岚 is asked by name: what is an account there stays one.
    answer = talk(desk, CITY + "差旅费多少", "城管执法呢")
    assert answer.figures[0].value == "1935.35"


#: 松屿 2023 p.8: 公务接待费 2.14 for 12 times and 96 guests.
def test_each_is_divided_by_its_own(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="2023年松屿区卫健局每人次接待费和每批次接待费"))
    assert [f.value for f in answer.figures if f.unit == "元"][:2] == ["222.92", "1783.33"]


def test_two_shares_are_both_told(desk: Answerer) -> None:
    # 2023 p.7: 7470.06 and 10728.05 of 18198.11.
    answer = desk.ask(AskRequest(question=CITY + "基本支出占比和项目支出占比"))
    assert {f.value for f in answer.figures} >= {"41.05", "58.95"}


def test_money_is_no_number_of_things(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=CITY + "市政设施普查数量比2022年"))
    assert not any(f.unit == "万元" for f in answer.figures)


def test_what_is_spent_of_the_fund_that_was_told(desk: Answerer) -> None:
    # 2023 p.15: 1160.00 came in, 1235.50 was spent, 44.50 is left.
    answer = talk(desk, "青岚城管局23年基金收入", "支出", "结余")
    assert answer.figures[0].value == "44.50"


def test_another_body_is_held_against_the_first(desk: Answerer) -> None:
    # 青岚 18198.11 (p.7), its own 指挥中心 523.52 (单位决算 p.6).
    answer = talk(desk, CITY + "支出多少", "比松屿区卫健局多多少", "比青岚区数字城管指挥中心呢")
    assert answer.figures[0].value.lstrip("-") == "17674.59"


def test_a_number_of_things_is_no_money(desk: Answerer) -> None:
    # The budget of 2024 tells of 10 新改建 (p.3) and of 895.00 for 公厕运行管护 (p.18): the former is no budget.
    answer = desk.ask(AskRequest(question="青岚城管局2024年公厕预算"))
    assert not any(figure.unit == "座" for figure in answer.figures)


#: 按时办结率 97.65 % in 2022 (p.18); 基本支出 41.05 % of 2023 and 38.50 % of 2022 (p.7; p.6).
@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((CITY + "案件按时办结率", "上年按时办结率"), "97.65"),
        ((CITY + "基本支出多少", "占比", "2022年占比", "变化"), "2.55 个百分点"),
    ],
)
def test_a_rate_stays_a_rate(desk: Answerer, turns: tuple[str, ...], told: str) -> None:
    assert told in talk(desk, *turns).answer
