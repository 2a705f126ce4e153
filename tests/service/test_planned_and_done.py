"""What was planned and what was done, told by one sentence and asked for together (计划与实际)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "霞浦湾县水务局"
TEXT = f"""{BODY}2023年度部门决算

第三部分 2023年度部门决算情况说明

十、预算绩效管理工作开展情况

（二）项目自评结果

1.老旧管网更新项目。全年预算300.00万元，执行210.00万元，执行率70.00%，自评78.5分。计划换表2,400户，实际完成1,980户，未完成的原因是部分住户长期外出。

2.水质监测项目。全年预算80.00万元，执行80.00万元，自评97.0分。计划设站点12处，实际建成12处。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("planned"), f"{BODY}2023年度部门决算.txt", TEXT)


def talk(answerer: Answerer, *turns: str) -> set[str]:
    conversation = None
    for turn in turns:
        told = answerer.ask(AskRequest(question=turn, conversation_id=conversation))
        conversation = told.conversation_id
    return {f.value for f in told.figures}


@pytest.mark.parametrize(
    "question", ["换表计划和实际分别是多少户", "换表目标和实际完成各多少户", "换表的计划数与实际数各是多少户"]
)
def test_both_are_told(answerer: Answerer, question: str) -> None:
    assert talk(answerer, f"{BODY}2023年{question}") == {"2400", "1980"}


def test_after_its_project(answerer: Answerer) -> None:
    first = f"{BODY}2023年老旧管网更新项目为什么扣分"
    assert talk(answerer, first, "计划和实际分别是多少户") == {"2400", "1980"}


def test_in_another_unit_none_is_told(answerer: Answerer) -> None:
    assert not {"2400", "1980"} & talk(answerer, f"{BODY}2023年换表计划和实际分别是多少公里")
