"""What an account is made of, told by its own sentence where the parts come to it (科目构成)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "霞浦湾县疗养院"
TEXT = f"""{BODY}2023年度单位决算

第三部分 2023年度单位决算情况说明

二、收入决算情况

2023年度本年收入1,402.60万元。

1.财政拨款收入1,250.00万元，占89.12%。

2.其他收入92.60万元，占6.60%，包括床位出租48.30万元、车位管理费20.00万元、培训场租24.30万元。

3.事业收入60.00万元，占4.28%，其中理疗收入31.50万元、体检收入12.00万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("of_account"), f"{BODY}2023年度单位决算.txt", TEXT)


@pytest.mark.parametrize(
    "question",
    ["“其他收入”都有哪些，分别多少钱", "其他收入包括什么，各是多少", "其他收入由哪几块构成，分别多少"],
)
def test_each_part_is_told(answerer: Answerer, question: str) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))
    assert [(f.label, f.value) for f in told.figures] == [
        ("床位出租", "48.30"),
        ("车位管理费", "20.00"),
        ("培训场租", "24.30"),
    ]


def test_parts_that_do_not_come_to_it_are_not_all(answerer: Answerer) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2023年事业收入都有哪些，分别多少钱"))
    assert "，包括：" not in told.answer


def test_the_account_itself_is_told_as_before(answerer: Answerer) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2023年其他收入多少"))
    assert [f.value for f in told.figures] == ["92.60"]
