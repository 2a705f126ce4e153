"""What is counted otherwise, or mended, is not told by how many there are; nor is money told for duties (答非所问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "霜桥县档案馆"
TEXT = f"""{BODY}2023年度部门预算

第一部分 单位概况

一、主要职责

（一）接收、整理全县档案。

（二）提供档案查阅服务。

二、人员情况

核定编制12名，实有在职人员11人，离退休人员7人。

三、馆藏情况

馆舍面积3200平方米，馆藏族谱4150册。

第二部分 预算情况说明

一、收支预算

2023年本年支出预算合计286.50万元。

二、基本支出

奖励金（款）支出1.20万元。用于发放职工独生子女保健费。

印刷费（款）支出3.40万元。用于编印馆刊、制作展板等。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("counts"), f"{BODY}2023年度部门预算.txt", TEXT)


def told(answerer: Answerer, question: str) -> list[str]:
    answer = answerer.ask(AskRequest(question=f"{BODY}{question}"))
    return [f"{figure.value}{figure.unit}" for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("2023年族谱有多少册", ["4150册"]),
        ("2023年有多少本族谱", ["4150册"]),
        ("2023年修复了多少族谱", []),
        ("2023年族谱有多少叶", []),
        ("2023年有多少离退休的老同志", ["7人"]),
        ("2023年发给职工的独生子女保健费一共多少", ["1.20万元"]),
        ("2023年制作展板花了多少", []),
        ("2023年预算里写的主要职责有几条", []),
        ("2023年预算里写的主要职责是哪几样", []),
    ],
)
def test_only_what_is_asked_is_counted(answerer: Answerer, question: str, figures: list[str]) -> None:
    assert told(answerer, question) == figures


@pytest.mark.parametrize(
    "question", ["主要职责是哪几样？看2023年预算", "主要干哪两件事？按它2023年预算公开里讲的"]
)
def test_the_paper_may_be_said_last(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}{question}"))
    assert answer.status == "answered" and "查阅服务" in answer.answer and not answer.figures


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("卫生支出多少", ["卫生健康支出"]),
        ("公共卫生支出多少", []),
        ("环境卫生支出多少", ["城乡社区环境卫生"]),
    ],
)
def test_an_item_that_ends_alike_is_no_other(desk: Answerer, question: str, labels: list[str]) -> None:
    answer = desk.ask(AskRequest(question=f"云川市青岚区城市管理局2023年{question}"))
    assert [figure.label for figure in answer.figures] == labels
