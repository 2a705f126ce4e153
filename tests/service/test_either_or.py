"""「是立法上花的钱多，还是监督上花的钱多」: each in the words that it is called by (甲多还是乙多)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=question))


CITY = "青岚区城市管理局"


#: 青岚 2023: 城乡社区 16222.49, 社会保障和就业 920.85 (p.7); 2024: 节能环保 150.00, 卫生健康 262.85 (p.11).
@pytest.mark.parametrize(
    ("question", "value", "more"),
    [
        (CITY + "2023年是城乡社区上花的钱多，还是社会保障上花的钱多？相差多少", "15301.64", "城乡社区支出更多"),
        (CITY + "2024年是节能环保上花的钱多还是卫生健康上花的钱多，差多少", "-112.85", "卫生健康支出更多"),
    ],
)  # fmt: skip
def test_how_far_they_are_apart_is_told_first(desk: Answerer, question: str, value: str, more: str) -> None:
    answer = ask(desk, question)
    assert answer.figures[0].value == value
    assert more in answer.answer


#: 青岚 2023 p.13: 差旅费 12.83, 会议费 1.95, 培训费 6.40.
@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("差旅费 会议费 哪个多 差多少", "10.88"),
        ("差旅费会议费哪个多，多多少", "10.88"),
        ("会议费 培训费 相差多少", "4.45"),
        ("差旅 会议 哪块大 大多少", "10.88"),
    ],
)
def test_two_side_by_side_with_nothing_between(desk: Answerer, said: str, value: str) -> None:
    assert ask(desk, f"{CITY}2023 {said}").figures[0].value.removeprefix("-") == value


def test_the_first_of_three_side_by_side(desk: Answerer) -> None:
    answer = ask(desk, f"{CITY}2023 会议费 差旅费 培训费 哪个最多")
    assert [figure.value for figure in answer.figures] == ["12.83", "6.40", "1.95"]


def test_both_are_told_where_only_which_is_asked(desk: Answerer) -> None:
    answer = ask(desk, "青岚区城市管理局2024年是节能环保上花的钱多还是卫生健康上花的钱多")
    assert [figure.value for figure in answer.figures] == ["150.00", "262.85"]


@pytest.mark.parametrize("thing", ["天文观测", "远洋捕捞"])
def test_nothing_is_told_of_one_alone(desk: Answerer, thing: str) -> None:
    answer = ask(desk, f"青岚区城市管理局2023年是{thing}上花的钱多，还是社会保障上花的钱多？相差多少")
    assert (answer.status, answer.figures) == ("no_answer", [])
