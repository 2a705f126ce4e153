"""A share of what was spoken of: 「X占其中多少」 after 项目支出 is a share of that, not of all that was spent."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest


@pytest.mark.parametrize("asked", ["公用经费占其中多少", "公用经费占它的比例", "其中公用经费占多少"])
def test_the_whole_is_what_was_asked_before(desk: Answerer, asked: str) -> None:
    talk = f"of-what-was-{asked}"
    desk.ask(AskRequest(question="松屿区卫生健康局2023年基本支出多少", conversation_id=talk))
    answer = desk.ask(AskRequest(question=asked, conversation_id=talk))
    assert [i.label for i in answer.figures[0].inputs][1:] == ["基本支出"]
