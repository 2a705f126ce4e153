"""One measure word for several things, and which of the figures told is lower (几样各多少、哪个低)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.written import answerer_of

BODY = "芦川县城管指挥中心"
TEXT = f"""{BODY}2023年度部门决算

一、主要职责

{BODY}负责全县城管投诉的受理和派发。

二、工作完成情况

全年编写日报248篇，周报52篇，月报12篇。县热线案件3,900件，巡查员上报案件1,500件。

三、绩效目标

本部门3个预算单位开展了2023年项目预算绩效目标编报工作，编报绩效目标的项目49个，涉及项目预算资金825.98万元。

四、收支决算情况

2023年本年支出合计286.50万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("each"), f"{BODY}2023年度部门决算.txt", TEXT)


def told(answerer: Answerer, question: str) -> list[str]:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))
    return [f"{figure.value}{figure.unit}" for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("写了多少篇日报、周报、月报？", {"248篇", "52篇", "12篇"}),
        ("写了多少篇日报和周报", {"248篇", "52篇"}),
        ("写了多少篇周报", {"52篇"}),
        ("有几家预算单位编报了绩效目标，共多少个项目？", {"3家", "49个"}),
        ("编报绩效目标的项目有几个", {"49个"}),
    ],
)
def test_each_is_told_by_itself(answerer: Answerer, question: str, figures: set[str]) -> None:
    assert set(told(answerer, question)) == figures


def test_one_of_two_is_never_told_for_both(answerer: Answerer) -> None:
    assert told(answerer, "写了多少篇日报和年报") == []


def test_houses_are_no_projects(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年有几家预算单位编报了绩效目标"))
    assert answer.status is Status.ANSWERED
    assert "49" not in [figure.value for figure in answer.figures]
