"""Accounts without a budget at first, by whatever words they are asked for (年初未编预算)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.contract import Answer, AskRequest, Status
from service.scope.named_in import Named
from service.second.unplanned_listed import unplanned_listed
from tests.service.written import answerer_of_file

_NAMED = Named(("石渡县水利局",), (2023,), (2023,), "\0" * 10)


def _answer(status: Status, text: str) -> Answer:
    return Answer(id="1", conversation_id="c", status=status, answer=text)


def _asked(question: str, first: Answer) -> list[str]:
    """What is asked in its place."""
    seen: list[str] = []

    def whole(text: str, conversation: str) -> Answer:
        seen.append(text)
        return _answer(Status.NO_ANSWER, "")

    assert unplanned_listed(first, question, whole, lambda *_, **__: _NAMED) is first
    return seen


@pytest.mark.parametrize(
    "question",
    [
        "有哪些支出年初根本没编预算，后来才花的",
        "哪些支出项目年初一分钱没列、后来才追加的",
        "年初没安排预算的支出有哪些",
        "哪些支出没有年初预算",
        "哪些支出年初预算为0",
    ],
)
def test_it_is_asked_plainly(question: str) -> None:
    nothing = _answer(Status.NO_ANSWER, "没有找到。")
    assert _asked(question, nothing) == ["石渡县水利局2023年哪些支出年初没有预算"]


@pytest.mark.parametrize(
    "question",
    [
        "为什么年初没有预算",
        "年初预算是多少",
        "哪些支出超过年初预算",
        "年初没有预算的占百分之几，是哪些",
        "年初预算为0.5万元的是哪些支出",
    ],
)
def test_other_questions_are_left(question: str) -> None:
    assert _asked(question, _answer(Status.NO_ANSWER, "没有找到。")) == []


def test_an_answer_that_stands_is_left() -> None:
    assert _asked("哪些支出年初没有安排预算的", _answer(Status.ANSWERED, "年初没有安排预算的有 2 项。")) == []


#: Page 18, item 5: 死亡抚恤 had no budget at first, 18.06 were spent; every other account had one.
def test_the_account_without_a_budget_at_first_is_told(tmp_path: Path) -> None:
    answerer = answerer_of_file(tmp_path, Path("eval/samples/云川市青岚区城市管理局2023年度部门决算.pdf"))
    question = "云川市青岚区城市管理局2023年有哪些支出年初根本没编预算，后来才花的"
    answer = answerer.ask(AskRequest(question=question))
    assert [(f.label, f.value, f.unit) for f in answer.figures] == [("死亡抚恤", "18.06", "万元")]
