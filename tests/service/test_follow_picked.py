"""Follow-ups on parts that were picked out: how many, which by another measure, those of the table (追问所选)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest

CITY, HEALTH = "青岚区城市管理局", "松屿区卫生健康局"


def told(desk: Answerer, *turns: str) -> Answer:
    answer = desk.ask(AskRequest(question=turns[0]))
    for turn in turns[1:]:
        answer = desk.ask(AskRequest(question=turn, conversation_id=answer.conversation_id))
    return answer


#: 卫健局 2023: five items above their 年初预算 (p.17); 城管局 2023: above 100 万元 15, above 1,000 four (p.7-8).
@pytest.mark.parametrize(
    ("first", "then", "count"),
    [
        (f"{HEALTH}2023年决算数超年初预算的一般公共预算项级科目，逐一列出", "一共几项？", ("5", "项")),
        (f"{CITY}2023年超过100万元的项级科目有哪些", "那一共有多少个", ("15", "个")),
        (f"{CITY}2023年支出决算表合计多少", "表里超过1000万元的项级科目有几个", ("4", "个")),
    ],
)
def test_they_are_counted(desk: Answerer, first: str, then: str, count: tuple[str, str]) -> None:
    figure = told(desk, first, then).figures[0]
    assert (figure.value, figure.unit) == count


#: 城管局 2023: 环卫安全生产 5.00 planned, 3.20 spent (p.24); 城管局 2024: 固体废弃物与化学品 15.38 % up (p.14).
@pytest.mark.parametrize(
    ("first", "then", "label", "value"),
    [
        (f"{CITY}2023年哪三个项目花钱最多", "执行率最低的是哪个", "环卫安全生产", "64.00"),
        (f"{CITY}2024年哪些科目比上年增加", "增幅最大的是哪个", "固体废弃物与化学品", "15.38"),
    ],
)
def test_another_measure_sets_them_in_order(
    desk: Answerer, first: str, then: str, label: str, value: str
) -> None:
    figure = told(desk, first, then).figures[0]
    assert figure.label.startswith(label)
    assert figure.value == value


#: 城管局 bought two cars in 2023 (p.21) and had 40 at the end of 2022 (p.17 of that year's): no change of the one.
def test_what_was_bought_is_not_held_against_what_there_was(desk: Answerer) -> None:
    answer = told(desk, f"{CITY}2023年比上年多买了几辆车")
    assert (answer.status, answer.figures) == ("no_answer", [])
