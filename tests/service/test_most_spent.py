"""Where the money goes, in daily words, what is left out of an order by name, what an account consists of."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest

CITY = "青岚区城市管理局2023年"


def ask(desk: Answerer, *questions: str) -> Answer:
    conversation = None
    for question in questions:
        answer = desk.ask(AskRequest(question=question, conversation_id=conversation))
        conversation = answer.conversation_id
    return answer


#: 城管局 2023 pp.7-8: 城乡社区, 社会保障和就业, 住房保障, 卫生健康, 节能环保, 灾害防治, largest first.
_CLASSES = ["16222.49", "920.85", "666.11", "255.46", "130.00", "3.20"]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("钱主要花在哪几块", 6),
        ("钱都用到哪些方面去了", 6),
        ("的钱主要砸在哪几个大类上？排前三的说一下", 3),
        ("钱都花哪儿去了，最大的三块依次是啥", 3),
        ("资金主要投向哪里，前两名", 2),
        ("支出六大类构成及金额", 6),
    ],
)
def test_where_the_money_goes(desk: Answerer, said: str, count: int) -> None:
    assert [figure.value for figure in ask(desk, CITY + said).figures] == _CLASSES[:count]


def test_of_what_was_spoken_of(desk: Answerer) -> None:
    answer = ask(desk, CITY + "一共花了多少钱", "都花在哪几大类上头")
    assert [figure.value for figure in answer.figures] == _CLASSES


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("哪一大类花钱最多？多少？", 0),
        ("花钱最多的是哪一大类", 0),
        ("哪一类用钱最少", -1),
        ("的钱，哪一大类花得最多，多少", 0),
        ("钱主要花在哪一大类上", 0),
        ("花钱最多的那一大类是什么", 0),
        ("用钱最少的一大类是哪个", -1),
    ],
)
def test_the_first_or_last_of_the_classes(desk: Answerer, said: str, place: int) -> None:
    assert ask(desk, CITY + said).figures[0].value == _CLASSES[place]


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("撇开城乡社区支出，哪一类支出最多", "社会保障和就业支出"),
        ("基本支出里除了基本工资，哪一项最大", "津贴补贴"),
        ("支出按功能类排，除城乡社区支出外居首的是哪类", "社会保障和就业支出"),
        ("支出里，城乡社区支出以外最大的是哪类", "社会保障和就业支出"),
    ],
)
def test_what_is_left_out_of_an_order_is_not_first(desk: Answerer, said: str, first: str) -> None:
    assert ask(desk, CITY + said).figures[0].label == first


def test_what_is_not_among_the_parts_is_left_out_of_nothing(desk: Answerer) -> None:
    assert not ask(desk, CITY + "撇开教育支出，哪一类支出最多").figures


#: 卫健局 2023 p.4 (名词解释): 事业收入 is 医疗收入 for the most part.
def test_what_an_account_is_said_to_hold(desk: Answerer) -> None:
    answer = ask(desk, "社区医院的事业收入，在松屿卫健局2023年那份决算里是怎么解释的")
    assert "医疗收入" in answer.answer
