"""The paper that a budget rests on, and whether a unit is within it: told by the sentence that says so (依据与口径)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "临湖县文化和旅游局"
TEXT = f"""{BODY}2024年部门预算

第一部分 部门概况

二、机构设置及预算单位构成

内设办公室、艺术股、市场管理股。所属县图书馆、县文化馆、县影剧院。

纳入2024年部门预算编制范围的单位包括局机关、县图书馆、县文化馆，不含县影剧院（自收自支）。

第二部分 2024年部门预算情况说明

一、收支预算总体情况

根据《关于批复临湖县2024年部门预算的通知》（临财预〔2024〕11号）编制。2024年收入预算900.00万元，支出预算900.00万元。

五、项目情况

（一）送戏下乡项目

1.立项依据：《临湖县公共文化实施标准》（临文发〔2021〕3号）。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("grounds"), f"{BODY}2024年部门预算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("部门预算是依据哪个批复文号编的", "临财预〔2024〕11号", "临文发"),
        ("预算根据什么文件编制的", "临财预〔2024〕11号", "临文发"),
        ("送戏下乡项目依据哪个文件", "临文发〔2021〕3号", "临财预"),
        ("预算里，县影剧院的钱算不算在内", "不含县影剧院", "艺术股"),
        ("预算里县图书馆的经费包不包括在内", "县图书馆、县文化馆，不含", "艺术股"),
    ],
)
def test_the_sentence_that_says_so(answerer: Answerer, question: str, told: str, other: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2024年{question}"))
    assert answer.status == "answered" and told in answer.answer and other not in answer.answer
