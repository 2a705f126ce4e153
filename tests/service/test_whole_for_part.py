"""The whole is not told where a part of it is asked for that nothing prints (整体代部分)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of_texts

BODY = "临溪市图书馆"
_TEXT = f"""{BODY}2024年度单位决算
一、主要职责
收集、整理文献，向公众提供借阅服务。
二、支出情况说明
2024年度文献资源购置支出260.00万元，其中：古籍影印本支出31.50万元。
2024年度印刷费支出8.40万元，差旅费支出5.60万元。
三、政府采购情况
2024年度政府采购支出总额412.60万元，其中：货物支出370.80万元、服务支出41.80万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("whole"), _TEXT)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2024年{question}"))


@pytest.mark.parametrize(
    "question",
    [
        "文献购置里头 电子数据库 花了多少", "文献资源购置里数据库采购花了多少钱", "差旅费里头机票钱花了多少",
        "印刷费里面海报花了多少", "政府采购当中地毯花了多少",
    ],
)  # fmt: skip
def test_the_whole_is_not_told_for_a_part(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("文献购置里头 古籍影印本 花了多少", "31.50"), ("政府采购里服务类花了多少", "41.80"),
        ("文献购置里头一共花了多少", "260.00"), ("文献资源购置花了多少钱", "260.00"),
    ],
)  # fmt: skip
def test_what_is_printed_is_told(answerer: Answerer, question: str, value: str) -> None:
    assert [figure.value for figure in ask(answerer, question).figures] == [value]
