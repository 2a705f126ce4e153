"""Follow-ups of several that were asked about in turn or at once: of all of them, never of the last (接话补全)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest

CITY, HEALTH = "青岚区城市管理局2023年", "松屿区卫生健康局"


def ask(desk: Answerer, *turns: str) -> Answer:
    """The answer to the last turn of a conversation."""
    told = desk.ask(AskRequest(question=turns[0]))
    for turn in turns[1:]:
        told = desk.ask(AskRequest(question=turn, conversation_id=told.conversation_id))
    return told


def values(answer: Answer) -> list[str]:
    return [figure.value for figure in answer.figures]


#: 青岚 2023: 18198.11 万元 (p.7); 松屿 2023: 211098403.00 元 (p.11), which is 21109.8403 万元.
@pytest.mark.parametrize("how", ["多多少", "少多少", "高多少", "多了多少", "松屿多多少", "青岚城管局少多少"])
def test_two_bodies_are_held_against_each_other(desk: Answerer, how: str) -> None:
    answer = ask(desk, CITY + "支出多少", HEALTH + "呢", how)
    assert answer.figures[0].value.lstrip("-") in ("2911.7303", "29117303.00")
    assert "上年" not in answer.answer


#: 青岚: 差旅费 12.83 after 9.16, 会议费 1.95 after 2.80, 培训费 6.40 after 7.95 (2023 p.13, 2022 p.10);
#: 18198.11 in all (2023 p.7).
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("多多少", "10.88"),
        ("分别增加多少", "3.67"),
        ("合计比去年多多少", "2.82"),
        ("一共增加多少", "2.82"),
        ("合计占支出多少", "0.08"),
        ("哪个涨得多", "3.67"),
    ],
)
def test_two_accounts_are_both_meant(desk: Answerer, text: str, told: str) -> None:
    answer = ask(desk, CITY + "差旅费多少", "会议费呢", text)
    assert answer.status == "answered"
    assert values(answer)[0] == told
    assert "差旅费" in answer.answer
    assert "会议费" in answer.answer


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((CITY + "差旅费和会议费各多少", "分别增加多少"), "3.67"),
        ((CITY + "差旅费和会议费各多少", "一共增加多少"), "2.82"),
        ((CITY + "差旅费、会议费多少", "再加上培训费"), "21.18"),
        ((CITY + "差旅费和会议费一共多少", "再加上培训费呢"), "21.18"),
        ((CITY + "差旅费和会议费一共多少", "2022年呢"), "11.96"),
        ((CITY + "差旅费和会议费一共多少", "2022年呢", "增加多少"), "2.82"),
        ((CITY + "差旅费多少", "2022年呢", "多百分之几"), "40.07"),
        ((CITY + "差旅费增加多少", "会议费呢", "合计增加多少"), "2.82"),
    ],
)
def test_sums_are_followed_by_sums(desk: Answerer, turns: tuple[str, ...], told: str) -> None:
    assert values(ask(desk, *turns))[0] == told


def test_what_a_list_comes_to_is_asked_back(desk: Answerer) -> None:
    answer = ask(desk, CITY + "哪些科目减少了", "一共减少多少")
    assert (answer.status, answer.figures) == ("clarify", [])


#: One alone was spoken of: the follow-up is of it.
@pytest.mark.parametrize(
    ("turns", "told"),
    [((CITY + "差旅费多少", "增加多少"), "3.67"), ((CITY + "差旅费多少", "会议费呢", "增加多少"), "-0.85")],
)
def test_one_alone_stays_one(desk: Answerer, turns: tuple[str, ...], told: str) -> None:
    assert values(ask(desk, *turns))[0] == told
