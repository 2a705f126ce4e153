"""Where a journey went is told where a place abroad is named, and by no words that name none (出访国别)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.written import answerer_of

BODY = "芦川县外事办公室"
HEAD = f"""{BODY}2023年度部门决算

一、主要职责

{BODY}负责全县外事工作。

二、三公经费支出情况

因公出国（境）费支出12.50万元，与上年度持平。公务用车购置及运行维护费支出3.20万元，公务用车保有量2辆。

三、楼房情况

办公楼建筑高度为21.5米，地上主楼6层，裙房2层，地下1层。
"""


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("silent"), f"{BODY}2023年度部门决算.txt", HEAD)


@pytest.fixture(scope="module")
def telling(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    text = f"{HEAD}\n四、出访情况\n\n全年组织2个团组赴越南、老挝考察水稻种植。\n"
    return answerer_of(tmp_path_factory.mktemp("telling"), f"{BODY}2023年度部门决算.txt", text)


def test_no_country_is_told_where_none_is_named(silent: Answerer) -> None:
    answer = silent.ask(AskRequest(question=f"{BODY}2023年因公出国到底去了哪些国家？"))
    assert answer.status is Status.NO_ANSWER


def test_the_countries_that_are_named_are_told(telling: Answerer) -> None:
    answer = telling.ask(AskRequest(question=f"{BODY}2023年因公出国到底去了哪些国家？"))
    assert answer.status is Status.ANSWERED
    assert "越南、老挝" in answer.answer


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("2023年办公楼主楼几层，地下几层？", ["6层", "1层"]),
        ("2023年办公楼裙房几层", ["2层"]),
        ("2023年楼高多少米", ["21.5米"]),
        ("2023年有几部公家汽车", ["2辆"]),
    ],
)
def test_floors_and_cars_are_counted(silent: Answerer, question: str, figures: list[str]) -> None:
    answer = silent.ask(AskRequest(question=f"{BODY}{question}"))
    assert [f"{figure.value}{figure.unit}" for figure in answer.figures] == figures


def test_tickets_are_no_matter_of_budgets(silent: Answerer) -> None:
    answer = silent.ask(AskRequest(question="北湖游乐园门票多少钱明天人多不多"))
    assert answer.status is Status.OUT_OF_SCOPE
    asked = silent.ask(AskRequest(question=f"{BODY}2023年门票收入多少"))
    assert asked.status is not Status.OUT_OF_SCOPE
