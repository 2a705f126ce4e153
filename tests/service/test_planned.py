"""What is planned is told as planned, and never for what was done; nor what was done for a target (计划数与完成数)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest

WHO = "芦川县政协办公室"
BUDGET = """芦川县政协办公室2022年度部门预算
一、单位职责
芦川县政协办公室负责会议的筹备。
二、主要工作任务
全年计划召开常委会议5次，主席会议11次。预计办理提案600件左右。
三、收支总体情况说明
芦川县政协办公室2022年度本年支出合计500.00万元，其中：基本支出200.00万元，项目支出300.00万元。
四、国有资产占用情况
芦川县政协办公室共有车辆6辆。
"""
ACCOUNTS = """芦川县政协办公室2023年度部门决算
一、单位职责
芦川县政协办公室负责会议的筹备。
二、工作开展情况
全年累计办理群众来信1,230件，群众来信按时办结率98.50%。
三、收入支出决算总体情况说明
芦川县政协办公室2023年度本年支出合计520.00万元，其中：基本支出200.00万元，项目支出320.00万元。
"""


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("council")
    files = [Path(folder, f"{WHO}2022年度部门预算.txt"), Path(folder, f"{WHO}2023年度部门决算.txt")]
    for file, text in zip(files, (BUDGET, ACCOUNTS), strict=True):
        file.write_text(text, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read"] * 2
    return Answerer(settings)


def _ask(council: Answerer, question: str) -> Answer:
    return council.ask(AskRequest(question=WHO + question))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2022年主席会议几次", "11"),
        ("2022年计划召开几次主席会议", "11"),
        ("2022年开了几次常委会议", "5"),
    ],
)
def test_a_planned_count_is_told_as_planned(council: Answerer, question: str, value: str) -> None:
    answer = _ask(council, question)
    assert [figure.value for figure in answer.figures] == [value]
    assert "计划数" in answer.answer


@pytest.mark.parametrize(
    ("question", "planned"),
    [
        ("2022年实际召开几次主席会议", "11 次"),
        ("2022年常委会议实际召开了几次", "5 次"),
        ("2022年最后真正办理了多少件提案", "600 件"),
    ],
)
def test_a_plan_is_not_what_was_done(council: Answerer, question: str, planned: str) -> None:
    answer = _ask(council, question)
    assert not answer.figures
    assert planned in answer.answer


@pytest.mark.parametrize(
    "question", ["2022年车牌号是多少", "2022年车辆的车牌号码是多少", "2022年车辆是什么牌子"]
)
def test_how_many_there_are_is_no_number_plate(council: Answerer, question: str) -> None:
    assert not _ask(council, question).figures


@pytest.mark.parametrize(
    "question",
    [
        "2023年目标办理群众来信多少件",
        "2023年计划办理群众来信多少件",
        "2023年群众来信按时办结率目标",
        "2023年群众来信按时办结率目标值是多少",
    ],
)
def test_what_was_done_is_no_target(council: Answerer, question: str) -> None:
    assert not _ask(council, question).figures


@pytest.mark.parametrize(
    ("question", "value"),
    [("2023年办理群众来信多少件", "1230"), ("2023年实际办理群众来信多少件", "1230"), ("2022年车辆几辆", "6")],
)
def test_what_is_there_or_was_done_is_told_plainly(council: Answerer, question: str, value: str) -> None:
    answer = _ask(council, question)
    assert [figure.value for figure in answer.figures] == [value]
    assert "计划数" not in answer.answer
