"""How many of all of them are so, as one sentence tells it (其中若干)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "榆川县文化旅游局"
TEXT = (
    f"{BODY}2023年度部门决算\n一、主要职责\n负责全县文化旅游。\n二、支出决算情况说明\n"
    "2023年度本年支出合计2600.00万元。\n三、存在的问题\n"
    "一是基层阵地利用不高，全县48个农家书屋中有17个月均借阅不足30人次；"
    "二是民宿管理不规范，在册95家民宿中有21家未通过消防验收。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("some"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("有多少个农家书屋一个月借阅不到30人次", "17", "个"),
        ("每月借阅不足30人次的农家书屋有几个", "17", "个"),
        ("有多少家民宿没通过消防验收", "21", "家"),
    ],
)
def test_those_are_told(answerer: Answerer, question: str, value: str, unit: str) -> None:
    figures = answerer.ask(AskRequest(question=f"{BODY}2023年{question}？")).figures
    assert [(Decimal(f.value), f.unit) for f in figures] == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    "question",
    [
        "有多少个农家书屋一个月借阅超过30人次",
        "有多少个农家书屋一个月借阅不到50人次",
        "有多少家民宿通过了消防验收",
        "有多少家饭店没通过消防验收",
    ],
)
def test_of_others_they_are_not_told(answerer: Answerer, question: str) -> None:
    figures = answerer.ask(AskRequest(question=f"{BODY}2023年{question}？")).figures
    assert not [f for f in figures if f.value in ("17", "21")]
