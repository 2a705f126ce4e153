"""Items by what they are called for short, one by one and together: 农村低保 of 农村最低生活保障金支出 (科目简称)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "望河县民政局"
_ITEM = "社会保障和就业支出（类）最低生活保障（款）{}最低生活保障金支出（项）年初预算为{}万元，支出决算为{}万元。\n"
TEXT = (
    f"{BODY}2023年度部门决算\n一、主要职责\n负责全县社会救助工作。\n二、一般公共预算财政拨款支出决算情况\n"
    "2023年度一般公共预算财政拨款支出5000.00万元，其中：\n"
    + _ITEM.format("城市", "410.00", "402.60")
    + _ITEM.format("农村", "1900.00", "1847.40")
    + "三、绩效情况\n全年保障农村低保对象5,216人，追回多发低保金1.80万元。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("short"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("农村低保金支出多少", "1847.40", "万元"),
        ("花在农村低保上的钱比城市低保多出多少", "1444.80", "万元"),
        ("城市低保加农村低保合起来发了多少钱", "2250.00", "万元"),
        ("城市最低生活保障花了多少", "402.60", "万元"),
        ("农村最低生活保障比城市最低生活保障多多少", "1444.80", "万元"),
        ("追回多发的低保金多少", "1.80", "万元"),
    ],
)
def test_the_item_is_meant_by_its_short_name(
    answerer: Answerer, question: str, value: str, unit: str
) -> None:
    figure = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).figures[0]
    assert (Decimal(figure.value), figure.unit) == (Decimal(value), unit)
