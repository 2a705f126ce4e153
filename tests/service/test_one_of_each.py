"""The whole is not told for each part, nor an outcome's budget for the outcome (答非所问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.parts.one_of_each import ASKS_EACH_CHANGE, ASKS_INCOME, ASKS_OF_SMALL, ASKS_SHARE_OF_CHANGE
from service.read.plainly import plainly


@pytest.mark.parametrize(
    "question",
    [
        "基本支出增加额占总增加额比例",
        "会议费比2022年多的部分占比",
    ],
)
def test_another_figure_is_no_answer(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局2023年{question}"))
    assert (answer.status, answer.figures) == ("no_answer", [])


#: 城管局: 69.84 and 3.12 in 2022 (p.11), 101.43 and 2.36 in 2023 (p.14); nothing for journeys in both.
def test_the_change_of_each_is_told(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城市管理局2023年三公经费各项分别降了多少"))
    assert [figure.value for figure in answer.figures] == ["0.00", "31.59", "-0.76"]


def test_what_is_asked_is_heard() -> None:
    assert ASKS_EACH_CHANGE.search("各类支出增减") and not ASKS_EACH_CHANGE.search("各项支出是多少")
    assert ASKS_INCOME.search("收入里财政事务多少") and not ASKS_INCOME.search("收入里支出多少")
    assert ASKS_SHARE_OF_CHANGE.search("增加的164.48万元占") and not ASKS_SHARE_OF_CHANGE.search("增加了多少")
    assert ASKS_OF_SMALL.search("占中小企业预留的比例")


def test_a_stated_budget_is_not_the_outcome() -> None:
    assert plainly("某局2023年三公经费预算56.5万花了多少") == "某局2023年三公经费实际花了多少"
    assert "比预算" in plainly("某局2023年实际支出比计划少多少")
    assert plainly("决算比预算少了多少，少了百分之几") == "决算比预算少多少，决算比预算少百分之几"
