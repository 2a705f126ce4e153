"""Two counts of one sentence by parts of their names, together or apart (句中两数)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "绿原旗农牧局"
TEXT = (
    f"{BODY}2023年度部门决算\n一、主要职责\n负责全旗农牧业生产。\n二、支出决算情况\n"
    "2023年度本年支出合计2600.00万元。\n三、防治情况\n"
    "全年完成玉米螟虫防治12万亩、草地鼠荒整治19万亩和黑土保护4.5万亩。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("two"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "value"),
    [("治螟虫和鼠荒的面积加起来几万亩", "31"), ("治鼠荒和螟虫的面积差多少万亩", "7")],
)
def test_both_are_found_and_set_together(answerer: Answerer, question: str, value: str) -> None:
    figure = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).figures[0]
    assert (Decimal(figure.value), figure.unit) == (Decimal(value), "万亩")


@pytest.mark.parametrize("question", ["治螟虫和蝗虫的面积加起来几万亩", "治螟虫和鼠荒的飞机面积加起来几万亩"])
def test_what_is_not_named_is_not_added(answerer: Answerer, question: str) -> None:
    figures = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).figures
    assert all(figure.formula is None for figure in figures)
