"""Follow-ups that leave one slot out: it is taken from what was spoken of, and nothing else is (追问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.read.clauses import clauses

CITY, HEALTH = "青岚区城市管理局", "松屿区卫生健康局"
#: What is printed: 城管局 2023 p.7, p.8, p.13, p.14, p.21; 2022 p.6, p.11; 卫健局 2023 p.15, p.21.
BASIC, PROJECT = f"{CITY}2023年基本支出多少", "项目支出呢"


def talk(desk: Answerer, conversation: str, *questions: str) -> Answer:
    """The answer to the last of some questions."""
    for question in questions:
        answer = desk.ask(AskRequest(question=question, conversation_id=conversation))
    return answer


@pytest.mark.parametrize(
    ("questions", "value", "unit", "year"),
    [
        ((BASIC, "2022年呢"), "7377.45", "万元", 2022),
        ((BASIC, "那22年呢？"), "7377.45", "万元", 2022),
        ((BASIC, "前一年呢"), "7377.45", "万元", 2022),
        ((BASIC, "去年呢"), "7377.45", "万元", 2022),
        ((BASIC, PROJECT), "10728.05", "万元", 2023),
        ((BASIC, f"{HEALTH}呢"), "141752902.20", "元", 2023),
        ((BASIC, f"{HEALTH}呢", "换成万元"), "14175.29022", "万元", 2023),
        ((BASIC, "占比呢"), "41.05", "%", 2023),
        ((BASIC, "占比呢", PROJECT), "58.95", "%", 2023),
        ((BASIC, "占比呢", "2022年呢"), "38.50", "%", 2022),
        ((BASIC, "比2022年增加多少"), "92.61", "万元", 2023),
        ((f"{CITY}2023年公务接待费多少", "换成元"), "23600", "元", 2023),
        ((f"{CITY}2023年三公经费多少", "其中公务接待费多少"), "2.36", "万元", 2023),
        ((f"{CITY}2023年三公经费多少", "预算呢"), "113.00", "万元", 2023),
        ((f"{CITY}2023年三公经费多少", "完成率呢"), "91.85", "%", 2023),
        ((f"{CITY}2023年城管执法支出多少", "其中项目支出多少"), "402.15", "万元", 2023),
        ((f"{CITY}2023年政府采购支出多少", "其中货物多少"), "186.45", "万元", 2023),
    ],
)
def test_one_slot_is_changed_and_the_others_stay(
    desk: Answerer, questions: tuple[str, ...], value: str, unit: str, year: int
) -> None:
    answer = talk(desk, "/".join(questions), *questions)
    assert answer.status == "answered"
    assert [(f.value, f.unit, f.year) for f in answer.figures] == [(value, unit, year)]


@pytest.mark.parametrize(
    ("questions", "value"),
    [
        ((BASIC, PROJECT, "俩加一块"), "18198.11"),
        ((BASIC, PROJECT, "它俩加起来多少"), "18198.11"),
        ((BASIC, PROJECT, "前者比后者少多少"), "-3257.99"),
        ((f"{CITY}2023年差旅费多少", "印刷费呢", "相差多少"), "4.43"),
        # 7470.06 万元 and 141,752,902.20 元 (卫健局 p.15)
        ((BASIC, f"{HEALTH}呢", "俩加一块"), "21645.35022"),
        ((BASIC, f"{HEALTH}呢", "前者比后者少多少"), "-6705.23022"),
    ],
)
def test_both_that_were_spoken_of_are_meant(desk: Answerer, questions: tuple[str, ...], value: str) -> None:
    answer = talk(desk, "/".join(questions), *questions)
    assert answer.figures[0].value == value
    assert len(answer.figures) == 3  # the figure, and what it was made of


def test_a_comparison_tells_which_of_both_is_more(desk: Answerer) -> None:
    answer = talk(desk, "which", f"{CITY}2023年差旅费多少", "印刷费呢", "哪个多")
    assert [f.value for f in answer.figures] == ["12.83", "8.40"]
    assert "差旅费更多" in answer.answer


@pytest.mark.parametrize("question", ["比上年多多少", "比上年相差多少"])
def test_last_year_is_a_base_and_no_second_thing(desk: Answerer, question: str) -> None:
    answer = talk(desk, f"base/{question}", f"{CITY}2023年差旅费多少", "印刷费呢", question)
    assert [f.value for f in answer.figures] == ["-2.95"]  # 8.40 (2023 p.13) less 11.35 (2022 p.10)


def test_a_body_is_joined_to_that_spoken_of(desk: Answerer) -> None:
    answer = talk(desk, "joined", BASIC, f"和{HEALTH}比呢")
    assert [f.entity.removeprefix("云川市") for f in answer.figures] == [CITY, HEALTH]
    assert f"{HEALTH}更多" in answer.answer


def test_why_asks_for_the_words_of_what_was_spoken_of(desk: Answerer) -> None:
    answer = talk(desk, "why", f"{CITY}2023年“三公”经费比上年增长多少", "为什么")
    assert not answer.figures
    assert "三公" in answer.answer


def test_a_year_that_is_said_is_not_told_as_left_open(desk: Answerer) -> None:
    assert not any("没有写明年度" in note for note in talk(desk, "said", BASIC, "2022年呢").notes)


def test_conversations_do_not_hear_each_other(desk: Answerer) -> None:
    talk(desk, "one", BASIC)
    answer = talk(desk, "another", "2022年呢")
    assert answer.status != "answered"
    assert not answer.figures


def test_a_whole_question_takes_nothing_over(desk: Answerer) -> None:
    answer = talk(desk, "whole", f"{CITY}2022年基本支出占比多少", f"{HEALTH}2023年公务接待费多少元")
    assert [(f.value, f.unit, f.year) for f in answer.figures] == [("21400.00", "元", 2023)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("采购预算多少？其中工程又是多少？", ["采购预算多少", "其中工程是多少"]),
        ("差旅费多少，为什么增加", ["差旅费多少", "为什么增加"]),
        ("基本支出多少 项目支出多少", ["基本支出多少", "项目支出多少"]),
        ("某局，差旅费多少", ["某局，差旅费多少"]),
    ],
)
def test_a_text_that_asks_twice_is_cut(text: str, parts: list[str]) -> None:
    assert clauses(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "甲局差旅费多少，乙局差旅费多少，哪个更多",
        "差旅费和印刷费多少，一共多少",
        "差旅费多少、印刷费多少，加起来多少",
        "差旅费是多少",
        "",
        "多少，多少，多少，多少，多少，多少",
    ],
)
def test_a_text_that_compares_or_adds_is_one_question(text: str) -> None:
    assert clauses(text) == [text]


def test_questions_that_are_sent_along_stand_for_a_conversation_that_is_lost(desk):
    told = ["青岚区城市管理局2023年项目支出占比多少", "   "]
    asked = AskRequest(question="那基本支出呢", conversation_id="lost", history=told)
    found = desk.ask(asked)
    assert found.status is Status.ANSWERED and found.figures[0].label.startswith("基本支出")
    desk.ask(AskRequest(question="松屿区卫生健康局2023年项目支出占比多少", conversation_id="held"))
    held = desk.ask(asked.model_copy(update={"conversation_id": "held"}))
    assert "松屿区" in held.figures[0].entity
