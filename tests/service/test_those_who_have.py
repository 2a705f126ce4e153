"""Those who have a degree or a title, asked for by it alone (持有者)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "榆川市林业科学研究所"
TEXT = (
    f"{BODY}2023年度部门决算\n一、主要职责\n承担林业科研。\n二、支出决算情况\n2023年度本年支出合计2600.00万元。\n"
    "三、人员情况\n年末在职人员140人，其中正高级职称12人，具有博士学位的37人，取得林草工程师资格的人员25人。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("have"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "value"), [("有多少博士", "37"), ("有几个博士", "37"), ("林草工程师有多少人", "25")]
)
def test_they_are_counted(answerer: Answerer, question: str, value: str) -> None:
    figure = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).figures[0]
    assert (Decimal(figure.value), figure.unit) == (Decimal(value), "人")


@pytest.mark.parametrize("question", ["有多少博士生", "有多少博士后", "有几个博导"])
def test_others_are_none_of_them(answerer: Answerer, question: str) -> None:
    assert not answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).figures
