"""The largest few that were told, taken together in the next question (合计接问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest


#: 支出决算表 of 青岚区城市管理局2023年度部门决算, p.7 and p.8: 16222.49 + 920.85 + 666.11.
@pytest.mark.parametrize("first", ["青岚区城管局2023年前三大支出有哪些", "青岚区城管局2023年前三大支出"])
@pytest.mark.parametrize("then", ["合计多少", "加起来", "一共多少钱"])
def test_the_sum_is_of_those_that_were_told(desk: Answerer, first: str, then: str) -> None:
    conversation = desk.ask(AskRequest(question=first)).conversation_id
    answer = desk.ask(AskRequest(question=then, conversation_id=conversation))
    assert answer.figures[0].value == "17809.45"
