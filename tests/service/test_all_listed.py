"""Several things that a question lists: all of them are told, or none (所列俱全)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.read.plainly import plainly

WORKS = "云川市青岚区城市管理局2023年"


@pytest.mark.parametrize(
    "question",
    [
        "底薪、津贴补贴、给月球种树的钱加起来多少",
        "底薪、奖金、给月球种树的钱这三样谁多谁少，排一下",
    ],
)
def test_none_is_told_where_one_is_not_found(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=f"{WORKS}{question}"))
    assert answer.status is not Status.ANSWERED or "没有" in answer.answer, answer.answer


def test_all_that_are_listed_are_set_in_order(desk: Answerer) -> None:
    names = ("邮电费", "差旅费", "会议费")
    plain = [desk.ask(AskRequest(question=f"{WORKS}{name}是多少")).figures[0] for name in names]
    answer = desk.ask(
        AskRequest(question=f"{WORKS}寄信打电话上网的、跑外地公干的、开会的这三样谁大谁小，排一下")
    )
    told = [Decimal(figure.value) for figure in answer.figures if not figure.formula]
    assert told == sorted((Decimal(figure.value) for figure in plain), reverse=True), answer.answer


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("某局吃饭、养车、出国这类公款增减了几万", "某局三公经费增减了几万"),
        ("某局出国、吃喝、公车这三样一共多少", "某局三公经费一共多少"),
        ("某局吃饭、养车两样一共多少", "某局吃饭、养车两样一共多少"),
    ],
)
def test_the_three_public_expenses_are_known_by_what_they_are_spent_on(said: str, read: str) -> None:
    assert plainly(said) == read


def test_a_name_with_and_in_it_is_one_of_those_listed(desk: Answerer) -> None:
    listed = "卫生健康支出、住房保障支出、社会保障和就业支出"
    answer = desk.ask(AskRequest(question=f"{WORKS}{listed}三类合计是多少"))
    assert answer.status is Status.ANSWERED, answer.answer
    assert len(answer.figures[0].inputs) == 3
