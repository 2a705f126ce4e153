"""What one vehicle, one month, one of anything costs: of the money that is spent on it, or of none (单位之费)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

CITY, HEALTH = "青岚区城市管理局2023年", "松屿区卫生健康局2023年"


#: 青岚 2023: 公务用车运行费 66.15 (p.14) over 41 vehicles (p.22); 差旅费 12.83, 印刷费 8.40, 会议费 1.95 (p.13);
#: 35.28 for the 2 vehicles bought (p.21).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        (CITY + "每辆车一年要花多少钱", "1.61"),
        (CITY + "一辆车一年多少钱", "1.61"),
        (CITY + "养一辆车一年多少钱", "1.61"),
        (CITY + "平均每月差旅费和印刷费合计", "1.77"),
        (CITY + "每季度差旅费、印刷费一共多少", "5.31"),
        (CITY + "每天差旅费和会议费加起来多少", "0.04"),
        (CITY + "平均每辆车购置价", "17.64"),
    ],
)
def test_it_is_the_money_of_that_thing(desk: Answerer, question: str, value: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.figures[0].value == value
    assert answer.figures[0].unit == "万元"


#: Neither the whole of a body's money nor vehicles that were there already make the price of anything.
@pytest.mark.parametrize(
    "question",
    [
        CITY + "一辆车多少钱",
        CITY + "每期简报多少钱",
        CITY + "每名编制人员经费",
        CITY + "每个工作日接待费",
        HEALTH + "每辆车多少钱",
    ],
)
def test_nothing_is_spread_over_what_it_is_not_of(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert (answer.status, answer.figures) == ("no_answer", [])
