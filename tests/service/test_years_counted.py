"""Years told by their place among others: exactly those loaded that are meant, or none (数着说的年度)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest

WHO = "芦川县水务局"
#: 会议费 of each year, in 万元, set here.
MEETINGS = {2020: "11.00", 2021: "12.50", 2022: "14.00"}
TEXT = """芦川县水务局{year}年度部门决算
一、单位职责
芦川县水务局负责全县水务管理。
二、收入支出决算总体情况说明
芦川县水务局{year}年度本年支出合计500.00万元，其中：基本支出200.00万元，项目支出300.00万元。
三、会议费支出说明
{year}年度会议费支出决算为{value}万元。
"""


@pytest.fixture(scope="module")
def water(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("water")
    files = []
    for year, value in MEETINGS.items():
        files.append(Path(folder, f"{WHO}{year}年度部门决算.txt"))
        files[-1].write_text(TEXT.format(year=year, value=value), "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read"] * 3
    return Answerer(settings)


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("2021年之前", {2020}),
        ("2021年以前", {2020}),
        ("2022年前", {2020, 2021}),
        ("2021年后", {2022}),
        ("2020年以后", {2021, 2022}),
        ("2021年起", {2021, 2022}),
        ("自2021年以来", {2021, 2022}),
        ("2021年至今", {2021, 2022}),
        ("2021年及以前", {2020, 2021}),
        ("二〇二一年以前", {2020}),
        ("2022年前一年", {2021}),
        ("2022年上年", {2021}),
        ("2021年后一年", {2022}),
        ("2022年前两年", {2020, 2021}),
        ("截至2021年", {2020, 2021}),
        ("最早一年", {2020}),
        ("头一年", {2020}),
        ("第二年", {2021}),
        ("倒数第二年", {2021}),
        ("最后一年", {2022}),
        ("前两年", {2020, 2021}),
        ("后两年", {2021, 2022}),
        ("近两年", {2021, 2022}),
        ("最近两年", {2021, 2022}),
        ("最近一年", {2022}),
    ],
)
def test_the_years_meant_are_told_and_no_other(water: Answerer, words: str, years: set[int]) -> None:
    answer = water.ask(AskRequest(question=f"{WHO}{words}会议费多少"))
    assert answer.status == "answered"
    told = {f.year: f.value for f in answer.figures if f.label == "会议费"}
    assert told == {year: MEETINGS[year] for year in years}


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("2022年前", "23.50"),
        ("2021年以来", "26.50"),
        ("后两年", "26.50"),
        ("前两年", "23.50"),
        ("截至2021年", "23.50"),
    ],
)
def test_a_total_is_that_of_the_years_meant(water: Answerer, words: str, total: str) -> None:
    answer = water.ask(AskRequest(question=f"{WHO}{words}会议费合计"))
    assert answer.figures[0].value == total


@pytest.mark.parametrize(
    "words", ["2020年之前", "2022年以后", "2022年后一年", "近五年", "后四年", "第四年", "倒数第四年"]
)
def test_years_that_are_not_loaded_get_no_figure(water: Answerer, words: str) -> None:
    answer = water.ask(AskRequest(question=f"{WHO}{words}会议费多少"))
    assert (answer.status, answer.figures) == ("no_answer", [])


@pytest.mark.parametrize(
    ("question", "value"),
    [("2021年会议费比上年增加多少", "1.50"), ("2021年会议费", "12.50")],
)
def test_a_base_of_comparison_is_no_such_year(water: Answerer, question: str, value: str) -> None:
    assert water.ask(AskRequest(question=WHO + question)).figures[0].value == value


def test_a_step_in_a_conversation_counts_from_what_was_spoken_of(water: Answerer) -> None:
    first = water.ask(AskRequest(question=f"{WHO}2020年会议费"))
    answer = water.ask(AskRequest(question="第二年呢", conversation_id=first.conversation_id))
    assert [f.value for f in answer.figures] == ["12.50"]


@pytest.mark.parametrize(("words", "value"), [("2021年之前的呢", "11.00"), ("之后呢", "14.00")])
def test_before_and_after_count_from_what_was_spoken_of(water: Answerer, words: str, value: str) -> None:
    first = water.ask(AskRequest(question=f"{WHO}2021年会议费"))
    answer = water.ask(AskRequest(question=words, conversation_id=first.conversation_id))
    assert [f.value for f in answer.figures] == [value]


def test_words_of_years_before_a_name_are_no_part_of_it(water: Answerer) -> None:
    answer = water.ask(AskRequest(question=f"2021年以来{WHO}会议费合计"))
    assert answer.figures[0].value == "26.50"
