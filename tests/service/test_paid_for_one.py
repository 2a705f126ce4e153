"""What is paid or charged for one, among words on who asks (单位标准的唯一所指)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "榆川县教育体育局"
TEXT = (
    f"{BODY}2023年度部门决算\n一、主要职责\n负责全县教育工作。\n二、支出决算情况\n"
    "2023年度本年支出合计2600.00万元。\n三、工作情况\n"
    "全年补助寄宿困难学生820人，每生每天补助标准6元。\n"
    "四、收入情况\n事业收入主要为游泳馆收费，其中自费训练收费标准为每人每月450元。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("one"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("我家娃在镇上住校，听说困难学生吃饭有补助，{}2023年每天补几块钱", "6"),
        ("孩子自己掏钱去{}游泳馆，2023年一个月收多少", "450"),
    ],
)
def test_the_only_one_is_told(answerer: Answerer, question: str, value: str) -> None:
    figures = answerer.ask(AskRequest(question=question.format(BODY))).figures
    assert [(Decimal(f.value), f.unit) for f in figures] == [(Decimal(value), "元")]


@pytest.mark.parametrize("question", ["保安一天发多少钱", "食堂阿姨一个月领多少", "住宿费一个月收多少"])
def test_of_another_none_is_told(answerer: Answerer, question: str) -> None:
    figures = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).figures
    assert not [f for f in figures if f.value in ("6", "450")]
