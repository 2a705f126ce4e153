"""Sections whose lines are numbered, asked for by their heading: all of them, and how many they are (逐条列举)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest

TEXT = """芦川县司法局2023年度部门决算
一、主要职责
（一）负责全县法治宣传和普法依法治理。
（二）负责社区矫正和安置帮教。
（三）指导人民调解和基层法律服务。
（四）办理行政复议案件。
二、2023年重点工作
1.建成县级公共法律服务中心。
2.新聘村居法律顾问120名。
三、收入支出决算总体情况说明
芦川县司法局2023年度收入总计900.00万元，支出总计900.00万元。本年支出合计900.00万元，其中：基本支出500.00万元，项目支出400.00万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("enumerated")
    file = Path(folder, "芦川县司法局2023年度部门决算.txt")
    file.write_text(TEXT, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"芦川县司法局2023年{said}"))


@pytest.mark.parametrize(
    ("said", "value", "has"),
    [
        ("主要职责有几条", "4", "行政复议"),
        ("主要职责有多少项", "4", "社区矫正"),
        ("重点工作有几项", "2", "法律顾问"),
    ],
)
def test_numbered_lines_are_counted(answerer: Answerer, said: str, value: str, has: str) -> None:
    answer = ask(answerer, said)
    assert [figure.value for figure in answer.figures] == [value]
    assert has in answer.answer


@pytest.mark.parametrize(
    "said", ["重点工作是哪几条", "重点工作有哪几项", "重点工作有哪些", "2023年重点工作分别是什么"]
)
def test_all_of_them_are_told_and_no_money(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, said)
    assert "公共法律服务中心" in answer.answer
    assert "法律顾问" in answer.answer
    assert not answer.figures
