"""A task and what was done of it, told by one sentence; cars as they are kept; what one thinks of it beside others."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.asides import without_asides
from service.read.daily_words import in_written_words
from tests.service.written import answerer_of

BODY = "芦川县妇幼保健院"
PAGE = f"""{BODY}2023年度单位决算
一、单位职责
{BODY}负责全县妇女儿童保健工作。
二、重点工作完成情况
全年宫颈癌检查任务数8,000人，完成8,120人，检出7例；乳腺癌检查任务数8,000人，完成7,860人，检出5例。
孕前检查任务数1,200对。
三、收入支出决算总体情况说明
{BODY}2023年度收入总计900.00万元，支出总计900.00万元。
"""


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("clinic"), f"{BODY}2023年度单位决算.txt", PAGE)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("乳腺癌检查有没有完成任务数，差了多少人", "140"),
        ("宫颈癌检查完成任务了没，超了多少人", "120"),
    ],
)
def test_what_was_done_is_set_against_its_own_task(clinic: Answerer, question: str, value: str) -> None:
    answer = clinic.ask(AskRequest(question=f"芦川县妇幼保健院2023年{question}"))
    assert answer.figures[0].value == value


def test_a_task_alone_tells_no_distance(clinic: Answerer) -> None:
    answer = clinic.ask(AskRequest(question="芦川县妇幼保健院2023年孕前检查完成任务没有，差了多少对"))
    assert all(figure.formula is None for figure in answer.figures)


def test_what_one_thinks_of_it_is_no_part_of_the_question() -> None:
    asked = "省政协2017年水费、电费一共多少?"
    assert without_asides(f"{asked}好像比人大少多了。") == asked
    assert "人大" in without_asides(f"{asked}比人大少多少")
    assert "人大" in without_asides("好像比人大少多了，省政协2017年水费多少")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("那车子嘞，买的跟养的一共", "那公务用车购置及运行维护费一共"),
        ("公车购置和运行的费用是多少", "公务用车购置及运行维护费是多少"),
        ("买了几辆车", "买了几辆车"),
    ],
)
def test_cars_bought_and_kept_are_money(said: str, meant: str) -> None:
    assert in_written_words(said) == meant
