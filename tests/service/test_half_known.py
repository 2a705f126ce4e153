"""Of two things asked one is known: it is told, and the other is said to be lacking, never passed off (半答)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from service.second.halves import parts_of

CITY = "青岚区城市管理局2023年"


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=CITY + question))


#: 城管局 2023: 差旅费 12.83, 印刷费 8.40 (p.13); 公务接待费 2.36 (p.14); 本年支出合计 18198.11 (p.7).
@pytest.mark.parametrize(
    ("question", "value", "lacking"),
    [
        ("差旅费多少，加班费多少", "12.83", "加班费"),
        ("差旅费和加班费各多少", "12.83", "加班费"),
        ("加班费和差旅费分别是多少", "12.83", "加班费"),
        ("食堂花了多少，公务接待费多少", "2.36", "食堂"),
        ("差旅费、绿化费", "12.83", "绿化费"),
        ("局长是谁，总支出多少", "18198.11", "没有"),
        ("食堂花了多少，公厕运行管护项目花了多少", "884.50", "食堂"),
    ],
)
def test_the_one_is_told_and_the_other_said_to_be_lacking(
    desk: Answerer, question: str, value: str, lacking: str
) -> None:
    answer = ask(desk, question)
    assert answer.status == "answered"
    assert [f.value for f in answer.figures] == [value]
    assert "没有" in answer.answer and lacking in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "差旅费和加班费一共多少",
        "差旅费和加班费哪个多",
        "加班费占差旅费的多少",
        "加班费多少，占支出多少",
        "食堂花了多少",
    ],
)
def test_what_needs_both_has_no_figure(desk: Answerer, question: str) -> None:
    answer = ask(desk, question)
    assert (answer.status, answer.figures) == ("no_answer", [])


def test_two_that_are_set_together_at_the_end_are_compared(desk: Answerer) -> None:
    answer = ask(desk, "差旅费多少，印刷费多少，哪个多")
    assert {"12.83", "8.40"} <= {f.value for f in answer.figures}
    assert "4.43" in answer.answer


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("某局2023年差旅费多少,加班费多少?", ["某局2023年差旅费多少", "某局2023年加班费多少"]),
        ("某局2023年差旅费和加班费各多少", ["某局2023年差旅费是多少", "某局2023年加班费是多少"]),
        ("某局2023年差旅费多少,占比多少", []),
        ("某局2023年差旅费和加班费合计多少", []),
        ("某局2023年差旅费多少", []),
        ("差旅费多少,加班费多少", []),
    ],
)
def test_parts_that_stand_for_themselves(text: str, parts: list[str]) -> None:
    assert parts_of(text) == parts


#: 卫健局 2023: 3.12 万人 were examined (p.10); what that cost is not told, 本年支出合计 211098403.00 (p.15) is not it.
def test_the_whole_is_not_told_for_what_a_thing_cost(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="松屿区卫生健康局2023年给老人体检了多少人，花了多少钱"))
    assert "211098403.00" not in [f.value for f in answer.figures]
    assert [(f.value, f.unit) for f in answer.figures] == [("3.12", "万人")]
    assert "没有单独写明" in answer.answer


#: 城管局 2023, 政府性基金: 1160.00 in, 1235.50 out, 44.50 left (p.20).
def test_in_out_and_left_are_of_the_fund_that_is_named_first(desk: Answerer) -> None:
    answer = ask(desk, "政府性基金收入、支出、结余各多少")
    assert [f.value for f in answer.figures] == ["1160.00", "1235.50", "44.50"]


#: 卫健局 2023: 211098403.00 (p.15), 三公 484200.00 (p.21); 城管局: 18198.11 (p.7), 三公 103.79 (p.14).
def test_two_things_of_two_bodies_are_four_figures(desk: Answerer) -> None:
    question = "松屿区卫生健康局和青岚区城市管理局2023年总支出与三公经费分别是多少"
    told = [f.value for f in desk.ask(AskRequest(question=question)).figures]
    assert told == ["211098403.00", "484200.00", "181981100", "1037900"]
