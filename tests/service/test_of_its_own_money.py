"""Shares of the whole that the text divides by, money that comes in, what was told pointed at (口径与所指)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of_texts

TEXT = """云坪街道办事处2025年部门预算
一、收支总体情况
云坪街道办事处2025年收入总计1416.00万元，其中：本年收入1398.00万元，上年结转18.00万元。支出总计1416.00万元。
二、收入预算情况
2025年收入预算1416.00万元，其中：一般公共预算拨款收入1060.00万元，占74.9%；政府性基金预算拨款收入326.00万元，占23.0%；其他收入12.00万元，占0.8%；上年结转18.00万元，占1.3%。
三、其他情况
截至2024年12月31日，本单位共有渔政船艇11艘。
"""
HOSPITAL = """云坪县妇幼保健院2024年度单位决算
一、收入情况
云坪县妇幼保健院2024年度本年收入合计3994.00万元，比上年增加405.00万元，增长11.3%。其中：财政拨款收入920.00万元，占23.03%；事业收入3018.00万元，占75.57%，比上年增加453.00万元，增长17.7%；其他收入56.00万元，占1.40%。
二、支出情况
2024年度本年支出合计3853.00万元，其中：基本支出3236.00万元，项目支出617.00万元。
"""
STREET, WARD = "云坪街道办事处", "云坪县妇幼保健院"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(Path(tmp_path_factory.mktemp("own_money")), TEXT, HOSPITAL)


#: 326 of 1416 are 23.02 %, as is printed; of the year's own 1398, where these are named, 23.32 %.
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2025年政府性基金收入占比多少", "23.02"),
        ("2025年收入预算中政府性基金占比多少", "23.02"),
        ("2025年政府性基金收入占本年收入合计多少", "23.32"),
    ],
)
def test_a_share_is_of_the_whole_that_the_text_divides_by(
    answerer: Answerer, question: str, value: str
) -> None:
    answer = answerer.ask(AskRequest(question=STREET + question))
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, "%")


@pytest.mark.parametrize("question", ["手里有多少条渔政船艇", "有几艘渔政船艇"])
def test_boats_by_any_of_their_words(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=STREET + question))
    assert [(f.value, f.unit) for f in answer.figures] == [("11", "艘")]


#: 453.00 of 事业收入, not the 405.00 of all income.
def test_this_income_is_the_one_told_of(answerer: Answerer) -> None:
    first = answerer.ask(AskRequest(question=f"{WARD}2024年事业收入占本年收入的比重"))
    asked = AskRequest(question="这块收入比前一年涨了多少钱", conversation_id=first.conversation_id)
    assert [(f.value, f.unit) for f in answerer.ask(asked).figures] == [("453.00", "万元")]


#: 「这块支出」 is no income: it is not taken for the one told of.
def test_this_expenditure_is_no_income(answerer: Answerer) -> None:
    first = answerer.ask(AskRequest(question=f"{WARD}2024年事业收入多少"))
    asked = AskRequest(question="这块支出比前一年涨了多少钱", conversation_id=first.conversation_id)
    answer = answerer.ask(asked)
    assert (answer.status, answer.figures) == ("no_answer", [])
    assert "事业收入" in answer.answer
