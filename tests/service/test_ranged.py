"""A number that is printed as a range is told as printed, and no other count stands for it (范围数)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.written import answerer_of

WHO = "涪川县政协办公室"
TEXT = """涪川县政协办公室2024年度部门预算
一、主要工作任务
全年计划召开主席会议11次，主席专题协商会议3次，网络协商会议4-5次。
组织2至3次委员集中视察，安排异地视察约6次。举办委员读书班2-4期、乡镇联络员培训班2期。
二、收支总体情况说明
涪川县政协办公室2024年度本年支出合计500.00万元，其中：基本支出200.00万元，项目支出300.00万元。
"""


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("ranged"), f"{WHO}2024年度部门预算.txt", TEXT)


def _ask(council: Answerer, question: str) -> Answer:
    return council.ask(AskRequest(question=f"{WHO}2024年{question}"))


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("组织几次集中视察", "2至3次"),
        ("网络协商会议开几次", "4-5次"),
        ("办几期读书班", "2-4期"),
    ],
)
def test_a_range_is_told_as_it_is_printed(council: Answerer, question: str, printed: str) -> None:
    answer = _ask(council, question)
    assert answer.figures == []
    assert printed in answer.answer


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("主席会议几次", "11"),
        ("主席专题协商会议几次", "3"),
        ("异地视察几次", "6"),
        ("乡镇联络员培训班几期", "2"),
    ],
)
def test_a_number_beside_a_range_is_told(council: Answerer, question: str, value: str) -> None:
    assert [figure.value for figure in _ask(council, question).figures] == [value]


def test_what_is_counted_is_not_told_in_money(council: Answerer) -> None:
    answer = _ask(council, "主席会议、网络协商会议各开几次")
    assert all("元" not in figure.unit for figure in answer.figures)
    assert "11 次" in answer.answer
    assert "4-5次" in answer.answer
