"""How far two years are apart, asked with no side: the larger less the smaller; with a side, with its sign (相差)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.heard_again import respelt
from service.scope.periods import find_period
from tests.service.written import answerer_of

#: 青岚区城管局: 物业管理费 98.75 in 2022, 96.30 in 2023 (2022 p.10, 2023 p.13).
APART, DOWN = "2.45", "-2.45"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("青岚区城管局2022年和2023年的物业管理费差多少", APART),
        ("青岚区城管局2022年与2023年物业管理费相差多少万元", APART),
        ("青岚区城管局物业管理费2023年跟2022年差距有多大", APART),
        ("青岚区城管局2022年、2023年物业管理费的差额是多少", APART),
        ("青岚区城管局物业管理费22和23差多少", APART),
        ("青岚区城管局2023年物业管理费比2022年差了多少", DOWN),
        ("青岚区城管局物业管理费22到23差多少", DOWN),
    ],
)
def test_a_gap_without_a_side_has_no_sign(desk: Answerer, question: str, value: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert (answer.status, answer.figures[0].value) == ("answered", value)


def test_two_bare_years_are_years_and_counts_are_not() -> None:
    assert find_period("会议费17和18差多少").years == (2017, 2018)
    assert find_period("第17和18条写了什么").years == ()


def test_counts_of_staff_that_are_listed_are_all_told(tmp_path: Path) -> None:
    text = "云川市水利局2023年度部门预算\n\n一、机构设置\n核定编制85名。年末实际在编在职人员79名，离退休人员41名。\n"
    desk = answerer_of(tmp_path, "云川市水利局2023年度部门预算.txt", text)
    answer = desk.ask(
        AskRequest(question="云川市水利局2023年预算披露的编制数、实际在编在职人数、离退休人数各是多少")
    )
    assert {"85", "79", "41"} <= {figure.value for figure in answer.figures}


#: 城管局 2023: 差旅费 12.83, 印刷费 8.40 (p.13); 项目支出 10728.05 of 18198.11 (p.7).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("青岚区城管局2023年 差旅+印刷 合计", "21.23"),
        ("我是做自媒体的，想写一段对比：青岚区城管局2023年差旅费是多少", "12.83"),
        ("青岚区城管局2023年项目支出占总支出的几分之几", "58.95"),
    ],
)
def test_short_sums_asides_and_fractions(desk: Answerer, question: str, value: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert (answer.status, answer.figures[0].value) == ("answered", value)


def test_writing_for_somebody_stays_out_of_scope(desk: Answerer) -> None:
    assert desk.ask(AskRequest(question="帮我写一段夸城管局的话")).status == "out_of_scope"


def test_a_measure_word_is_heard_by_its_sound() -> None:
    assert respelt("转过来得投诉有多少见")[0] == "转过来的投诉有多少件"
    assert respelt("讲坛办了几七？")[0] == "讲坛办了几期？"
    assert respelt("有多少见面会")[0] == "有多少见面会"


@pytest.mark.parametrize(
    ("said", "value", "year"),
    [
        ("水费哪年高？高的那年是多少", "8.14", 2022),
        ("水费哪年更少，是多少", "7.92", 2023),
    ],
)
def test_the_year_that_is_asked_for_comes_first(desk: Answerer, said: str, value: str, year: int) -> None:
    """水费 of 青岚城管局: 8.14 in 2022 (p.10), 7.92 in 2023 (p.13)."""
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局2022年和2023年{said}"))
    assert (answer.figures[0].value, answer.figures[0].year) == (value, year)
    assert f"{year}年更" in answer.answer
