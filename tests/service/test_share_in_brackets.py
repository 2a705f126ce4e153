"""A share in brackets is of the number before them; a thing has no share in itself (括注占比)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "芦川县城管指挥中心"
TEXT = f"""{BODY}2023年度部门决算

一、主要职责

{BODY}负责全县城管投诉的受理和派发。

二、工作完成情况

全年受理群众投诉案件5,400件，其中县热线案件3,900件（街道占比85.4%、县直部门占比10.6%、企业占比4%）、巡查员上报1,500件。

三、绩效自评情况

优化案件办理，县热线案件3,900件。

四、收支决算情况

2023年本年支出合计286.50万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("shares"), f"{BODY}2023年度部门决算.txt", TEXT)


def told(answerer: Answerer, question: str) -> list[str]:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))
    return [f"{figure.value}{figure.unit}" for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("受理的县热线案件中，街道所占比例是多少", ["85.4%"]),
        ("县热线案件街道占百分之几", ["85.4%"]),
        ("县热线案件里，县直部门占的比重是多少", ["10.6%"]),
        ("县热线案件街道、县直部门、企业各占多少", ["85.4%", "10.6%", "4%"]),
    ],
)
def test_the_share_is_of_the_thing_before_the_brackets(
    answerer: Answerer, question: str, figures: list[str]
) -> None:
    assert told(answerer, question) == figures


@pytest.mark.parametrize(
    "question",
    ["巡查员上报的案件，街道占比多少", "县热线案件里，学校所占比例是多少"],
)
def test_no_share_is_told_of_what_has_none(answerer: Answerer, question: str) -> None:
    figures = told(answerer, question)
    assert not [figure for figure in figures if figure in ("85.4%", "100%", "100.00%", "1500件", "3900件")]
