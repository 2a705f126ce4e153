"""Runs of quarters are exactly those, added up; a plan of one project is told as that project's (季度用款)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from service.figures.quarter_runs import quarters_named
from tests.service.talking import talk

WHO = "芦川县水务局"
#: Quarters in 万元, set here: 10.00, 20.50, 30.00, 40.00, together 100.50.
TEXT = """芦川县水务局2023年度部门预算
一、单位职责
芦川县水务局负责全县水务管理。
二、收支总体情况说明
芦川县水务局2023年度本年支出合计500.00万元，其中：基本支出200.00万元，项目支出300.00万元。
第三部分 项目情况说明
一、项目概况
由芦川县水务局建设的城东泵站改造工程，位于城东，占地三亩。
二、立项依据
根据芦发改〔2022〕8号文建设。
三、年度预算安排
{plan}
"""
PLAN = "第一季度用款计划10.00万元，第二季度用款计划20.50万元，第三季度用款计划30.00万元，第四季度用款计划40.00万元。"
UNNAMED = TEXT.replace("城东泵站改造工程，位于", "房屋，位于")


def _read(folder: Path, text: str) -> Answerer:
    file = Path(folder, f"{WHO}2023年度部门预算.txt")
    file.write_text(text.format(plan=PLAN), "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


@pytest.fixture(scope="module")
def water(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return _read(tmp_path_factory.mktemp("water"), TEXT)


@pytest.mark.parametrize(
    ("words", "quarters"),
    [
        ("前三季度", {1, 2, 3}),
        ("前两个季度", {1, 2}),
        ("头三个季度", {1, 2, 3}),
        ("截至三季度", {1, 2, 3}),
        ("截至第三季度末", {1, 2, 3}),
        ("后三个季度", {2, 3, 4}),
        ("最后两个季度", {3, 4}),
        ("最后一个季度", {4}),
        ("倒数第二个季度", {3}),
        ("第一到第三季度", {1, 2, 3}),
        ("一季度至三季度", {1, 2, 3}),
        ("1-3季度", {1, 2, 3}),
        ("第二季度以后", {3, 4}),
        ("二季度起", {2, 3, 4}),
        ("第三季度以前", {1, 2}),
        ("下半年", {3, 4}),
        ("第三季度", {3}),
        ("第三个季度", {3}),
        ("一季度和四季度", {1, 4}),
        ("二三季度", {2, 3}),
    ],
)
def test_the_quarters_that_are_said(words: str, quarters: set[int]) -> None:
    named = quarters_named(f"{words}用款计划多少")
    assert named is not None
    assert named[0] == quarters


def test_quarters_left_out_are_not_guessed() -> None:
    assert quarters_named("除第一季度外用款计划") is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("前三季度用款计划", "60.50"),
        ("前两个季度用款计划合计", "30.50"),
        ("后三个季度用款计划", "90.50"),
        ("第一到第三季度用款计划多少", "60.50"),
        ("截至三季度用款计划多少", "60.50"),
        ("最后一个季度用款计划多少", "40.00"),
        ("全年用款计划多少", "100.50"),
        ("上半年用款计划占全年的比重", "30.35"),
        ("前三个季度哪个季度用款计划最多", "30.00"),
    ],
)
def test_a_run_is_added_up_and_named_for_its_project(water: Answerer, words: str, value: str) -> None:
    answer = water.ask(AskRequest(question=f"{WHO}2023年{words}"))
    assert answer.figures[0].value == value
    assert "城东泵站改造工程" in answer.answer


@pytest.mark.parametrize("words", ["每月用款计划多少", "除第一季度外用款计划多少"])
def test_what_the_plan_does_not_tell_gets_no_figure(water: Answerer, words: str) -> None:
    assert not water.ask(AskRequest(question=f"{WHO}2023年{words}")).figures


@pytest.mark.parametrize("words", ["前三季度用款计划", "全年用款计划多少", "第一季度用款计划多少"])
def test_a_plan_of_a_project_without_a_name_is_not_told_as_the_bodys(tmp_path: Path, words: str) -> None:
    answer = _read(tmp_path, UNNAMED).ask(AskRequest(question=f"{WHO}2023年{words}"))
    assert not answer.figures


@pytest.mark.parametrize("how", ["合起来多少", "凑一块儿是多少", "加起来多少"])
def test_another_year_of_the_quarters_is_asked_by_its_number_alone(tmp_path: Path, how: str) -> None:
    later = TEXT.replace("2023年度", "2024年度").format(plan=re.sub(r"\d\d\.\d\d万元", "5.00万元", PLAN))
    texts = {2023: TEXT.format(plan=PLAN), 2024: later}
    files = [tmp_path / f"{WHO}{year}年度部门预算.txt" for year in texts]
    for file, text in zip(files, texts.values(), strict=True):
        file.write_text(text, "utf-8")
    settings = Settings(data=tmp_path / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read", "read"]
    desk, asked = Answerer(settings), f"{WHO}城东泵站改造工程2023年四个季度用款计划{how}"
    assert talk(desk, asked).figures[0].value == "100.50"
    assert talk(desk, asked, "2024年呢").figures[0].value == "20.00"
