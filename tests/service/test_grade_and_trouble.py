"""The one project of a grade, and what was wrong with it, asked in one breath (得良的是哪个，问题在哪)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.marks_pressed import answerer_of_marks

BODY = "霞浦洲区竹坑镇人民政府"
ROWS = [
    ["1", "河道清淤", "30.00", "28.00", "95.0", "优"],
    ["2", "村道亮化工程", "20.00", "15.00", "84.0", "良"],
    ["3", "敬老院修缮", "10.00", "10.00", "96.5", "优"],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("grade_and_trouble")
    prose = [
        "十二、预算绩效情况",
        "（二）敬老院修缮项目评价情况。床位增加到40张。",
        "（三）村道亮化工程项目存在的问题：灯杆到货晚了两个月，三处接电未通过验收。",
    ]
    return answerer_of_marks(folder, BODY, ("自评得分", "自评等级"), ROWS, prose)


@pytest.mark.parametrize("question", ["自评得了“良”的是哪个项目，问题出在哪", "评为良的是哪个项目，为什么"])
def test_both_are_told(answerer: Answerer, question: str) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2022年{question}")).answer
    assert "村道亮化工程" in told and "未通过验收" in told


def test_the_grade_alone(answerer: Answerer) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2022年哪个项目评了良")).answer
    assert "村道亮化工程" in told and "验收" not in told


def test_of_several_none_is_picked(answerer: Answerer) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2022年评为优的项目有哪些，问题出在哪")).answer
    assert "验收" not in told
