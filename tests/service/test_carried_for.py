"""What money that was carried over is, or is kept for, as the clause behind its amount says (结转资金用途)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "霞浦湾县疗养院"
TEXT = f"""{BODY}2023年度单位决算

第三部分 2023年度单位决算情况说明

四、财政拨款收入支出决算总体情况

财政拨款收、支总计各1,525.62万元。其中本年财政拨款收入1,397.02万元，年初结转128.60万元，系温泉井修缮款；本年财政拨款支出1,464.27万元，年末结转61.35万元，留待2024年支付电梯质保金。

五、政府性基金预算财政拨款支出决算情况

年初结转和结余0万元，本年收入80.00万元，本年支出80.00万元，年末结转和结余0万元，用于步道建设。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("carried_for"), f"{BODY}2023年度单位决算.txt", TEXT)


@pytest.mark.parametrize(
    "question",
    ["财政拨款年末结转61万多留着干嘛用", "年末结转61.35万元用途是什么", "年末结转的钱准备用来干什么"],
)
def test_what_is_left_at_the_close_is_for(answerer: Answerer, question: str) -> None:
    assert "电梯质保金" in answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).answer


@pytest.mark.parametrize("question", ["年末结转75万留着干嘛用", "政府性基金年末结转和结余留着干嘛用"])
def test_another_amount_or_fund_is_not_told(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).answer
    assert "电梯" not in answer
