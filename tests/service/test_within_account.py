"""Shares within one account, and one share over several years (款内占比)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

CITY, HEALTH = "青岚区城市管理局", "松屿区卫生健康局"


#: 支出决算表: 城乡社区支出 16222.49 of which 项目支出 10594.85, 城管执法 1935.35 of which 基本支出 1533.20
#: (城管局 2023 p.7); 公共卫生 58783900.05 of which 项目支出 36299003.40 (卫健局 2023).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        (f"{CITY}2023年城乡社区支出中项目支出占多少", "65.31"),
        (f"{CITY}2023年城乡社区支出里面项目支出占比", "65.31"),
        (f"{CITY}2023年城管执法中基本支出占多少", "79.22"),
        (f"{HEALTH}2023年公共卫生中项目支出占比", "61.75"),
        (f"{HEALTH}2023年卫生健康支出中基本支出占几成", "64.10"),
        (f"{CITY}2023年支出中项目支出占多少", "58.95"),
    ],
)
def test_part_and_whole_are_of_the_account(desk: Answerer, question: str, value: str) -> None:
    assert desk.ask(AskRequest(question=question)).figures[0].value == value


def test_of_an_account_that_is_not_known_no_share_is_told(desk: Answerer) -> None:
    assert desk.ask(AskRequest(question=f"{HEALTH}2023年消毒站支出里项目支出占多少")).figures == []


#: 城管局: 项目支出 over 本年支出合计 of 2022, 2023 and (budget) 2024.
def test_a_share_over_three_years_tells_each(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=f"{CITY}2022到2024年项目支出占比"))
    assert [figure.year for figure in answer.figures] == [2022, 2023, 2024]
    assert all(f"{year}年" in answer.answer for year in (2022, 2023, 2024))


#: 城管局 2023: 城乡社区支出 16222.49, 城乡社区管理事务 6008.18, 城乡社区公共设施 1948.06 (p. 7 and 8).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("城乡社区支出（类）里城乡社区公共设施占几成", "12.01"),
        ("城乡社区支出（类）支出中，城乡社区管理事务占百分之几", "37.04"),
        ("城乡社区管理事务在城乡社区支出中的占比", "37.04"),
        ("城乡社区公共设施在城乡社区支出里所占比例是多少", "12.01"),
        ("城乡社区支出里，城乡社区公共设施占多大比例", "12.01"),
    ],
)
def test_the_account_that_is_named_is_the_whole(desk: Answerer, question: str, value: str) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局2023年{question}"))
    assert [(figure.value, figure.unit) for figure in answer.figures] == [(value, "%")]


@pytest.mark.parametrize(
    "question",
    [
        "差旅费占河道疏浚的比重是多少",
        "差旅费占其他交通运输支出的百分之几",
        "住房公积金在水上救助支出中的占比",
        "基本支出占森林防火的比例",
        "城乡社区环境卫生（款）里城乡社区环境卫生占几成",
        "图书采购中年末结转和结余占多大比例",
    ],
)
def test_no_other_whole_is_taken_for_one_that_is_not_known(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局2023年{question}"))
    assert not answer.figures
