"""Basic and project expenditure of one account, and a word of the body's own name as what is spent on (款内两栏)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

CITY = "青岚区城市管理局2023年"


#: 城管局 2023, p.7: 城管执法 1533.20 and 402.15; of the whole 7470.06 and 10728.05.
@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("城管执法基本支出和项目支出", ["1533.20", "402.15"]),
        ("执法的基本支出和项目支出各多少", ["1533.20", "402.15"]),
        ("城管执法中基本支出比项目支出多多少", ["1131.05", "1533.20", "402.15"]),
        ("基本支出和项目支出各是多少", ["7470.06", "10728.05"]),
        ("总支出里基本支出和项目支出分别是多少", ["7470.06", "10728.05"]),
    ],
)
def test_both_halves_are_of_the_account_that_is_named(
    desk: Answerer, question: str, values: list[str]
) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert [figure.value for figure in answer.figures] == values


#: 夜景亮灯 is no account of the tables; 城管 and 城市管理 are of the body's own name.
@pytest.mark.parametrize(
    "question", ["夜景亮灯基本支出和项目支出", "城管支出", "城市管理花了多少钱", "政府采购项目支出是多少"]
)
def test_the_whole_is_not_told_for_a_part(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert (answer.status, answer.figures) == ("no_answer", [])


@pytest.mark.parametrize("question", ["青岚城管局2023年支出多少", "2023年青岚区城市管理局一共花了多少"])
def test_who_spends_is_heard_as_before(desk: Answerer, question: str) -> None:
    assert desk.ask(AskRequest(question=question)).figures[0].value == "18198.11"
