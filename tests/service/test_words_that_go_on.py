"""Daily words for accounts that go on to words for something else: 打印机, 收了多少税, 弥补收支差额 (话未说完)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.dialect import in_plain_words


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("买打印机花了多少钱", "8.40"),  # 印刷费 is 8.40 (p.13)
        ("一年收了多少税", "18080.86"),  # 本年收入合计 (p.5)
        ("收了多少罚款", "18080.86"),
        ("水电站检修花了多少", "49.30"),
    ],
)
def test_a_longer_word_is_not_answered_by_a_shorter(desk: Answerer, question: str, never: str) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局2023年{question}"))
    assert never not in [figure.value for figure in answer.figures]


def test_the_account_that_makes_up_a_gap_is_no_gap() -> None:
    assert "多多少" not in in_plain_words("某局2019年用事业基金弥补收支差额多少")
    assert "多多少" in in_plain_words("某局2019年收支差额多少")
