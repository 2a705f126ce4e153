"""How far an indicator is off its target, outcome and budget apart without a side, amount and rate in one breath."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.figures.against_budget import apart_from_budget
from service.read.clauses import clauses
from tests.service.written import answerer_of

CITY = "青岚区城市管理局2023年"
#: 2023: satisfaction with the clean streets 91.7 % against a target of 90 % (p.26); 公务接待费 5.00 planned, 2.36
#: spent (p.14).
LIBRARY = """泽安市群众艺术馆2023年度单位决算
一、收入支出决算总体情况说明
2023年度收入总计5230.00万元，支出总计5230.00万元。
二、一般公共预算财政拨款支出决算情况说明
2023年度一般公共预算财政拨款支出4180.60万元，比上年增加380.60万元，增长10.02%。
三、“三公”经费支出决算情况说明
2023年度“三公”经费预算12.00万元，支出决算7.50万元。其中：公务接待费预算3.20万元，决算4.10万元。
"""


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("hall"), "泽安市群众艺术馆2023年度单位决算.txt", LIBRARY)


@pytest.mark.parametrize(
    ("history", "question"),
    [
        ("", "市民对环境卫生满意度比目标高几个百分点"),
        ("", "市民对环境卫生满意度比自己定的目标高了几个百分点"),
        ("市民对环境卫生满意度实际是多少", "比年初定的目标高了几个百分点"),
        ("", "市民对环境卫生满意度的目标跟实际完成的相差几个百分点"),
    ],
)
def test_the_distance_from_the_target_is_told(desk: Answerer, history: str, question: str) -> None:
    said = [CITY + history] if history else []
    answer = desk.ask(AskRequest(question=question if history else CITY + question, history=said))
    assert answer.status is Status.ANSWERED
    assert (Decimal(answer.figures[0].value), answer.figures[0].unit) == (Decimal("1.7"), "百分点")


def test_what_has_no_target_is_not_told_instead(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=f"{CITY}公务接待费比目标多了多少"))
    assert answer.figures == []


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("三公经费实际花的跟预算差多少", "4.50"),
        ("三公经费决算和预算相差多少", "4.50"),
        ("三公经费决算比预算差多少", "-4.50"),
        ("公务接待费实际花的跟预算差多少", "0.90"),
    ],
)
def test_the_distance_of_equals_has_no_side(hall: Answerer, question: str, value: str) -> None:
    answer = hall.ask(AskRequest(question=f"泽安市群众艺术馆2023年{question}"))
    assert Decimal(answer.figures[0].value) == Decimal(value)


def test_the_budget_that_was_spoken_of_has_no_side_either(hall: Answerer) -> None:
    history = ["泽安市群众艺术馆2023年三公经费预算是多少"]
    answer = hall.ask(AskRequest(question="实际花的跟这个预算差多少万元", history=history))
    assert Decimal(answer.figures[0].value) == Decimal("4.50")


@pytest.mark.parametrize(
    "text", ["决算比预算差多少", "决算数与预算数的差额", "跟预算差多少", "差旅费预算和决算"]
)
def test_one_held_against_the_other_has_a_side(text: str) -> None:
    assert not apart_from_budget(text)


@pytest.mark.parametrize(
    "question",
    [
        "一般公共预算财政拨款支出较上年增加额及增幅分别是多少",
        "一般公共预算财政拨款支出比上年的增长额、增长率各是多少",
        "一般公共预算财政拨款支出比上年增加额和增长幅度分别为多少",
    ],
)
def test_both_measures_are_told(hall: Answerer, question: str) -> None:
    asked = f"泽安市群众艺术馆2023年{question}"
    assert len(clauses(asked)) == 2
    figures = hall.ask(AskRequest(question=asked)).figures
    assert [(Decimal(f.value), f.unit) for f in figures] == [
        (Decimal("380.60"), "万元"),
        (Decimal("10.02"), "%"),
    ]
