"""Shares asked for after a part of an account was told are of that account (款内追问占比)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest


#: 城管局 2023, p.7: 城乡社区支出 16222.49, 城乡社区环境卫生 7030.75 (43.34 %), 支出合计 18198.11 (38.63 %).
@pytest.mark.parametrize(
    ("turns", "share"),
    [
        (("城乡社区支出", "其中城乡社区环境卫生", "占比"), "43.34"),
        (("城乡社区支出", "其中城乡社区环境卫生", "占多少"), "43.34"),
        (("城乡社区支出", "城乡社区环境卫生占多少"), "43.34"),
        (("城乡社区支出", "其中城乡社区环境卫生", "占总支出多少"), "38.63"),
        (("城乡社区环境卫生", "占比"), "38.63"),
    ],
)
def test_the_account_spoken_of_is_the_whole(desk: Answerer, turns: tuple[str, ...], share: str) -> None:
    conversation = None
    for number, turn in enumerate(turns):
        question = turn if number else f"青岚区城市管理局2023年{turn}"
        answer = desk.ask(AskRequest(question=question, conversation_id=conversation))
        conversation = answer.conversation_id
    assert answer.figures[0].value == share
