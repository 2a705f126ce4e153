"""「再加上培训费，一共多少」 after one account: both are added; a budget tells of nothing that is finished."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status


@pytest.mark.parametrize(
    "asked", ["再加上培训费，一共多少", "再把培训费算上，两项一共多少", "再加上培训费 两项合计"]
)
def test_what_was_told_is_a_part_of_the_sum(desk: Answerer, asked: str) -> None:
    # Final accounts of 青岚区城市管理局 of 2023, p.13: 会议费 1.95, 培训费 6.40.
    talk = f"plus-{asked}"
    desk.ask(AskRequest(question="青岚区城市管理局2023年会议费多少", conversation_id=talk))
    answer = desk.ask(AskRequest(question=asked, conversation_id=talk))
    assert answer.figures[0].value == "8.35"


def test_a_budget_does_not_tell_what_was_finished(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城管局2024年最后真正新改建好了多少座公厕？"))
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures
