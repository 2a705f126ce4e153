"""Topics that no disclosure tells, and the same words of what a body pays for or earns by (题外话与支出)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of_texts

TEXT = """禾坪县文化馆2024年度单位预算
一、收支预算总体情况
禾坪县文化馆2024年度收入预算总额320.00万元，其中：一般公共预算拨款收入300.00万元，事业收入20.00万元。
二、项目支出情况
2024年安排农村电影放映补助36.00万元，主要用于全县96个行政村的公益放映。安排群众足球赛事经费8.50万元。
"""
OTHER = """禾坪县水利局2024年度部门预算
一、收支预算总体情况
禾坪县水利局2024年度收入预算总额560.00万元，其中：一般公共预算拨款收入560.00万元。
"""
BODY = "禾坪县文化馆"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(Path(tmp_path_factory.mktemp("topics")), TEXT, OTHER)


@pytest.mark.parametrize(
    ("question", "value"), [("农村电影放映补助多少", "36.00"), ("群众足球赛事经费安排了多少", "8.50")]
)
def test_what_is_paid_for_is_no_other_topic(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2024年{question}"))
    assert [(f.value, f.unit) for f in answer.figures] == [(value, "万元")]


def test_a_subsidy_of_a_topic_is_read_without_a_body_too(answerer: Answerer) -> None:
    assert answerer.ask(AskRequest(question="农村电影放映补助多少")).status != "out_of_scope"


@pytest.mark.parametrize(
    "question", ["今晚有什么电影", "看电影要多少钱", "感冒了看病花了多少钱", "明天气温多少", "足球谁踢得好"]
)
def test_a_topic_is_out_of_scope(answerer: Answerer, question: str) -> None:
    assert answerer.ask(AskRequest(question=question)).status == "out_of_scope"
