"""Both ends of an order, asked for in one question (最高和最低)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.marks_pressed import answerer_of_marks

BODY = "霞浦洲区长汀镇人民政府"
ROWS = [
    ["1", "渡口栈桥加固", "30.00", "24.00", "80.00%", "88.0"],
    ["2", "村道亮化", "20.00", "19.80", "99.00%", "93.5"],
    ["3", "敬老院修缮", "10.00", "9.00", "90.00%", "97.0"],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("ends")
    return answerer_of_marks(folder, BODY, ("执行率", "自评得分"), ROWS)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("自评得分最高和最低的项目分别是哪个", {("敬老院修缮", "97.0"), ("渡口栈桥加固", "88.0")}),
        ("自评得分最高的项目和最低的项目各是哪个", {("敬老院修缮", "97.0"), ("渡口栈桥加固", "88.0")}),
        ("执行率最低、最高的项目是哪个", {("渡口栈桥加固", "80.00"), ("村道亮化", "99.00")}),
    ],
)
def test_both_are_told(answerer: Answerer, question: str, figures: set[tuple[str, str]]) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2022年{question}"))
    assert {(f.label.partition("（")[0].removesuffix("预算完成率"), f.value) for f in told.figures} == figures


def test_how_far_they_are_apart(answerer: Answerer) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2022年自评得分最高和最低的项目差多少分"))
    assert (told.figures[0].value, told.figures[0].unit) == ("9.0", "分")


@pytest.mark.parametrize("question", ["哪个月支出最多", "支出最高和最低的分别是几月"])
def test_months_that_are_not_printed(answerer: Answerer, question: str) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2022年{question}"))
    assert told.status is not Status.ANSWERED and not told.figures
