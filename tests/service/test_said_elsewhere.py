"""The nearest name is not told where the word that parts it is another figure's; numbers are no money (另有所指)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of

BODY = "苇溪县公共服务局"
TEXT = f"""{BODY}2023年度部门决算
一、部门职责
{BODY}负责全县公共服务工作。
二、机构设置
{BODY}编制20名，在职18人。
三、主要工作情况
居民医保住院报销8,412人次，职工医保门诊报销21,650人次。
柳湾司法所改造支出41.30万元，石坪司法所配备电脑6台，桥头司法所修缮支出12.50万元。
聘用食品协管员126名，负责村级巡查。
发放困难职工慰问金9.60万元，惠及困难职工320人。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("elsewhere"), f"{BODY}2023年度部门决算.txt", TEXT)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{said}"))


@pytest.mark.parametrize(
    "said",
    [
        "职工医保住院报销多少人次",
        "食品协管员的补贴发了多少钱",
        "食品协管员一个月拿多少补贴",
        "局长一个月拿多少工资",
    ],
)
def test_what_is_told_of_another_is_not_told(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, said)
    assert answer.status is not Status.ANSWERED, answer.answer


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("居民医保住院报销多少人次", "8412"),
        ("职工医保门诊报销多少人次", "21650"),
        ("聘用了多少名食品协管员", "126"),
        ("柳湾司法所改造花了多少钱", "41.30"),
    ],
)
def test_what_is_told_stays_told(answerer: Answerer, said: str, value: str) -> None:
    answer = ask(answerer, said)
    assert answer.status is Status.ANSWERED, answer.answer
    assert Decimal(answer.figures[0].value) == Decimal(value)
