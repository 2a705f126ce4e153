"""The account that was told held against another, by name (追问：与另一科目相比)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status

CITY = "青岚区城市管理局2023年"


def ask(desk: Answerer, *turns: str) -> Answer:
    """The answer to the last turn of a conversation."""
    told = desk.ask(AskRequest(question=turns[0]))
    for turn in turns[1:]:
        told = desk.ask(AskRequest(question=turn, conversation_id=told.conversation_id))
    return told


#: 青岚 2023 p.13: 水费 7.92, 公务接待费 2.36, 退休费 283.77.
@pytest.mark.parametrize(
    ("follow_up", "value"),
    [
        ("和公务接待费差多少", "5.56"),
        ("它跟“公务接待费”相差多少？", "5.56"),
        ("比公务接待费多多少", "5.56"),
        ("那比退休费少多少", "-275.85"),
        ("和公务接待费比哪个多，多多少", "5.56"),
    ],
)
def test_the_account_told_is_held_against_another(desk: Answerer, follow_up: str, value: str) -> None:
    answer = ask(desk, CITY + "水费多少", follow_up)
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == value
    assert {one.label for one in answer.figures[0].inputs} == {
        "水费",
        "公务接待费" if value == "5.56" else "退休费",
    }


def test_another_body_is_no_account(desk: Answerer) -> None:
    """青岚 2023 p.13 水费 7.92; 松屿 2023 tables are in 元: 水费 of both, not 卫健局 as an account of the first."""
    answer = ask(desk, CITY + "水费多少", "和松屿区卫健局差多少")
    assert "卫生健康局" in answer.answer


#: 公务接待费: 青岚 2023 p.13 2.36; 松屿 2023 is another, and no figure of its own year before is meant.
@pytest.mark.parametrize(
    "follow_up",
    [
        "松屿区卫健局跟它比，哪个多，多多少",
        "松屿区卫健局和它谁多",
        "和松屿区卫健局同一年的比，谁多，多多少",
        "那跟松屿区卫健局同一年的公务接待费比呢，松屿区卫健局多多少",
    ],
)
def test_the_body_named_is_held_against_the_one_spoken_of(desk: Answerer, follow_up: str) -> None:
    answer = ask(desk, CITY + "公务接待费多少", follow_up)
    assert answer.status is Status.ANSWERED
    told = [f.value for f in answer.figures] + [part.value for f in answer.figures for part in f.inputs]
    assert "2.36" in told
    assert "城市管理局" in answer.answer and "卫生健康局" in answer.answer and "上年" not in answer.answer


def test_last_year_is_no_account(desk: Answerer) -> None:
    """水费 7.92 in 2023 (p.13) and 8.14 in 2022 (p.10 of that year)."""
    answer = ask(desk, CITY + "水费多少", "比2022年多多少")
    assert answer.figures[0].value == "-0.22"


def test_an_account_that_is_not_there_gets_no_figure(desk: Answerer) -> None:
    answer = ask(desk, CITY + "水费多少", "和燃料动力费差多少")
    assert answer.status is not Status.ANSWERED
