"""An account is found by what its statement says that the money is for, said whole (照用途说明找科目)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "芦川县财政局"
TEXT = f"""{BODY}2023年度部门决算

一、主要职责

{BODY}负责全县财政收支。

二、一般公共预算财政拨款支出决算具体情况

1、一般公共服务支出（类）财政事务（款）财政委托业务支出（项）。主要用于：聘请中介机构开展工程造价审核及资产清查。年初预算为60.20万元，支出决算为58.40万元。

2、一般公共服务支出（类）财政事务（款）信息化建设（项）。主要用于：票据系统日常运维等支出。年初预算为21.00万元，支出决算为20.50万元。

3、社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）。主要用于：离休老同志活动。年初预算为4.10万元，支出决算为4.00万元。

4、社会保障和就业支出（类）行政事业单位养老支出（款）其他行政事业单位养老支出（项）。主要用于：离休老同志活动。年初预算为2.30万元，支出决算为2.20万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("uses"), f"{BODY}2023年度部门决算.txt", TEXT)


def told(answerer: Answerer, question: str) -> list[str]:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))
    return [f"{figure.value}{figure.unit}" for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("聘请中介机构开展工程造价审核和资产清查实际花了多少钱", ["58.40万元"]),
        ("聘请中介机构开展工程造价审核、资产清查的那笔钱，年初预算用掉了百分之几", ["97.01%"]),
    ],
)
def test_the_use_said_whole_means_the_account(answerer: Answerer, question: str, figures: list[str]) -> None:
    assert told(answerer, question)[: len(figures)] == figures


#: A part of what the money is for, what is for other things too (等), what two accounts are for.
@pytest.mark.parametrize(
    "question",
    [
        "聘请中介机构开展资产清查花了多少钱",
        "票据系统日常运维花了多少钱",
        "离休老同志活动花了多少钱",
    ],
)
def test_a_part_of_a_use_is_not_the_account(answerer: Answerer, question: str) -> None:
    assert not set(told(answerer, question)) & {"58.40万元", "20.50万元", "4.00万元", "2.20万元"}
