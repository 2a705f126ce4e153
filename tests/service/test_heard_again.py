"""What was not understood is heard once more with its slips of the pen put right, and says so (再听一遍)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.read.heard_again import respelt


@pytest.mark.parametrize(
    ("question", "value", "read"),
    [
        # Final accounts of 2023: vehicles of 青岚区城市管理局 on p.22.
        ("青岚区城管局2023年有几辆工车", "41", "「工车」按「公车」理解"),
    ],
)
def test_a_slip_is_read_as_the_word_and_told(desk: Answerer, question: str, value: str, read: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == value
    assert any(read in note for note in answer.notes)


@pytest.mark.parametrize(
    "question",
    [
        "税费多少",
        "租房花了多少",
        "公厕有几座",
        "一般公共服务支出多少",
        "自行采购多少",
        "社会保障和计划生育",
        "医共体建设多少",
        "道路硬化了多少公里",
        "外立面改造",
    ],
)
def test_words_of_their_own_stay(question: str) -> None:
    assert respelt(question) == (question, ())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("物业管理化了多少", "花了多少"),
        ("2024年得项目", "年的项目"),
        ("水电依共多少", "一共多少"),
        ("电肺和水非", "电费"),
        ("项木预祘", "项目"),
        ("公用晶费", "公用"),
    ],
)
def test_what_sounds_like_a_word_of_the_trade_is_it(typed: str, meant: str) -> None:
    assert meant in respelt(typed)[0]
