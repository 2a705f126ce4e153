"""Why a figure moved and by how much, names within a reason, what a thing is like (原因与数额、名称、做法)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.written import answerer_of

BODY = "榆川县档案馆"
TEXT = (
    f"{BODY}2023年度部门决算\n一、主要职责\n负责全县档案的收集和代存档案服务。\n二、支出决算情况说明\n"
    "2023年度本年支出合计2600.00万元，比上年增加310.00万元，增长13.54%，主要原因是新增数字档案室和口述史科等机构。\n"
    "三、“三公”经费情况说明\n2023年度“三公”经费支出决算12.40万元，比上年增加5.20万元，增长72.22%，"
    "主要原因是更换档案转运车1辆。\n"
    "第四部分 名词解释\n一、代存档案：由馆员上门登记，为没有库房的企业保管档案，每季度盘点1次。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("why"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    "question", ["三公的钱怎么涨了，到底比上年多花多少", "三公经费为什么增加了，增加了多少"]
)
def test_both_are_told(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}？"))
    assert (Decimal(answer.figures[0].value), answer.figures[0].unit) == (Decimal("5.20"), "万元")
    assert "档案转运车" in answer.answer


@pytest.mark.parametrize(
    "question", ["支出涨了，说是添了新机构，添的是哪几个呀", "支出增加是因为新增了机构，新增的机构是哪些"]
)
def test_names_within_a_reason_are_told(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))
    assert "数字档案室" in answer.answer
    assert not answer.figures


def test_what_a_thing_is_like_is_told_where_it_is_explained(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年说的代存档案，是怎么个存法"))
    assert answer.status is Status.ANSWERED
    assert "上门登记" in answer.answer
