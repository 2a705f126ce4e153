"""Which of two projects did better, by what is told of each in its own paragraph or in brackets (两个项目比绩效)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of_pages

BODY = "砥山县人民检察院"
LINES = [
    "2023年度对4个项目开展绩效自评，平均得分95.0分。",
    "1.“办案业务经费”自评96.2分。全年预算210.00万元，执行201.60万元，执行率96.00%。问题：跨省取证周期较长。",
    "2.“执行监督经费”自评97.9分。全年预算45.00万元，执行41.40万元，执行率92.00%。问题：线索来源偏少。",
    "另有两个项目的自评结果为：听证室改造（93.50分）、普法宣传（95.00分）。",
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("apart")
    return answerer_of_pages(folder, BODY, {"2023年度部门决算": LINES})


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("办案业务经费和执行监督经费两个项目，哪个自评分高？", ["97.9", "96.2"]),
        ("办案业务经费跟执行监督经费，谁的执行率更低", ["92.00", "96.00"]),
        ("办案业务经费与执行监督经费两个项目哪个预算执行得更好，各自执行率多少", ["96.00", "92.00"]),
        ("听证室改造项目和普法宣传项目哪个得分高", ["95.00", "93.50"]),
    ],
)
def test_the_one_asked_for_comes_first_with_both_told(
    answerer: Answerer, question: str, values: list[str]
) -> None:
    assert [figure.value for figure in ask(answerer, question).figures] == values


def test_one_that_has_no_score_is_not_passed_over(answerer: Answerer) -> None:
    answer = ask(answerer, "办案业务经费和食堂改造两个项目，哪个自评分高？")
    assert answer.status is Status.NO_ANSWER
    assert "食堂改造" in answer.answer


def test_scores_in_brackets_are_told_of_all(answerer: Answerer) -> None:
    answer = ask(answerer, "自评的两个项目各打了多少分？")
    assert sorted(figure.value for figure in answer.figures) == ["93.50", "95.00"]


def test_accounts_are_no_projects(desk: Answerer) -> None:
    question = "青岚区城市管理局2023年基本支出和项目支出哪个执行率高"
    answer = desk.ask(AskRequest(question=question))
    assert "两个项目" not in answer.answer
