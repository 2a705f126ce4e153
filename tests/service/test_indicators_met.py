"""How many of the year's indicators were met, and how many were not (指标完成数)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest


#: 城管局 2023 p.22: 年初设定的28项绩效指标完成26项; 2022 p.18: 25项完成24项.
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("青岚城管局2023年绩效指标完成了几项", "26"),
        ("青岚城管局2023年28项绩效指标完成了多少项", "26"),
        ("青岚城管局2023年绩效指标有几项没完成", "2"),
        ("2022年青岚城管定的绩效指标，有几项没完成？", "1"),
        ("青岚城管局2022年有多少项绩效指标未达标", "1"),
    ],
)
def test_what_was_met_and_what_was_not(desk: Answerer, question: str, value: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.figures[0].value == value
