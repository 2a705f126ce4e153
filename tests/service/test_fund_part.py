"""The part of an account that is of one fund, and its share (资金部分)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

#: 城管局 2022 p. 8: carried over 184.30, of it general 64.30, fund 120.00; all money 189.30 (p. 4).
#: 2023: spent of the fund 1235.50 of 18198.11, of appropriations 18141.71 (p. 7, 10); income of it 1160.00 of 18080.86.


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("2022年末财政拨款结转结余中属政府性基金的部分是多少", "120.00"),
        ("2022年末财政拨款结转和结余中政府性基金预算有多少", "120.00"),
        ("2022年末一般公共预算结转结余多少", "64.30"),
        ("2022年末一般公共预算财政拨款结转和结余是多少", "64.30"),
        ("2022年年末财政拨款结转和结余里头一般公共预算占多少", "34.89"),
        ("2022年末政府性基金结转结余占年末财政拨款结转结余的百分之几", "65.11"),
        ("2023年财政拨款支出中属于政府性基金的有多少", "1235.50"),
        ("2023年财政拨款支出中政府性基金占比多少", "6.81"),
        ("2023年支出合计里政府性基金占多少", "6.79"),
        ("2023年收入里政府性基金占多少", "6.42"),
        ("2023年财政拨款收入里面一般公共预算占几成", "93.56"),
    ],
)
def test_a_fund_behind_a_whole_is_a_part_of_it(desk: Answerer, said: str, value: str) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城管局{said}"))
    assert answer.figures[0].value == value


def test_a_follow_up_names_no_more_than_the_fund(desk: Answerer) -> None:
    first = desk.ask(AskRequest(question="青岚区城管局2022年年末结转和结余是多少"))
    then = AskRequest(question="其中政府性基金多少", conversation_id=first.conversation_id)
    assert desk.ask(then).figures[0].value == "120.00"
