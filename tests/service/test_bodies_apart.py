"""Bodies and accounts held apart: where a name ends, stages of each, per cent above, growth a year (比较与口径)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest

PEOPLE, ADVICE, ROADS = "远山省人大常委会办公厅", "远山省政协办公厅", "芦川县公路局"

BUDGET = """{name}{year}年度部门预算
一、主要职责
{name}负责日常工作。
二、收支预算情况说明
{name}{year}年度本年支出合计{spent}万元，其中：基本支出{basic}万元，项目支出{project}万元。
三、“三公”经费、会议费、培训费情况说明
{year}年度一般公共预算拨款安排的会议费预算支出{meeting}万元，比上年预算{moved}万元。
{year}年度一般公共预算拨款安排的培训费预算支出{training}万元，比上年预算增加1.00万元。
"""
OUTCOME = """芦川县公路局2023年度部门决算
一、主要职责
芦川县公路局负责公路养护。
二、收入支出决算总体情况说明
芦川县公路局2023年度收入总计700.00万元，支出总计700.00万元。本年支出合计690.00万元，其中：基本支出200.00万元，项目支出490.00万元。
三、“三公”经费支出决算情况说明
2023年度“三公”经费财政拨款支出预算为8.00万元，支出决算为6.00万元，完成预算的75.00%。
"""
#: Body, year, 本年支出合计, 基本支出, 项目支出, 会议费, 培训费, and how far 会议费 moved.
BUDGETS = (
    (PEOPLE, 2021, "1000.00", "400.00", "600.00", "80.00", "10.00", "增加2.00"),
    (PEOPLE, 2023, "1210.00", "500.00", "710.00", "100.00", "20.00", "增加5.00"),
    (ADVICE, 2023, "800.00", "300.00", "500.00", "40.00", "25.00", "减少9.00"),
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("apart")
    keys = ("name", "year", "spent", "basic", "project", "meeting", "training", "moved")
    texts = {
        f"{b[0]}{b[1]}年度部门预算.txt": BUDGET.format(**dict(zip(keys, b, strict=True))) for b in BUDGETS
    }
    texts["芦川县公路局2023年度部门决算.txt"] = OUTCOME
    for name, text in texts.items():
        Path(folder, name).write_text(text, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    reports = ingest_paths([folder / name for name in texts], settings)
    assert [report.status for report in reports] == ["read"] * 4
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


def values(answer: Answer) -> list[tuple[str, str, str]]:
    return [(figure.entity, figure.value, figure.stage) for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2023年省人大会议费多少", [(PEOPLE, "100.00", "预算")]),
        ("省人大2023年会议费", [(PEOPLE, "100.00", "预算")]),
        ("2023年省政协和省人大会议费谁多", [(ADVICE, "40.00", "预算"), (PEOPLE, "100.00", "预算")]),
        ("2023年省人大会议费和省政协会议费各多少", [(PEOPLE, "100.00", "预算"), (ADVICE, "40.00", "预算")]),
        ("2023年省政协和省人大培训费谁多", [(ADVICE, "25.00", "预算"), (PEOPLE, "20.00", "预算")]),
    ],
)
def test_a_name_does_not_end_within_the_next_word(
    answerer: Answerer, question: str, told: list[tuple[str, str, str]]
) -> None:
    assert values(ask(answerer, question)) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("省人大2023年预算与公路局2023年决算谁多", [(PEOPLE, "1210.00", "预算"), (ROADS, "690.00", "决算")]),
        ("公路局2023年决算和省政协2023年预算哪个多", [(ROADS, "690.00", "决算"), (ADVICE, "800.00", "预算")]),
    ],
)
def test_each_body_is_told_at_the_stage_behind_its_name(
    answerer: Answerer, question: str, told: list[tuple[str, str, str]]
) -> None:
    answer = ask(answerer, question)
    assert values(answer) == told
    assert "口径不同" in answer.answer


def test_a_stage_that_is_not_there_is_no_other(answerer: Answerer) -> None:
    answer = ask(answerer, "省人大2023年决算与公路局2023年决算谁多")
    assert values(answer) == [(ROADS, "690.00", "决算")]
    assert "省人大常委会办公厅2023年度没有列出决算" in answer.answer


#: (1210 ÷ 1000)^(1/2) = 1.1; (100 ÷ 80)^(1/2) = 1.118034; (1210 − 1000) ÷ 2 = 105.
@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("省人大2021到2023年支出年均增速", "10.00", "%"),
        ("省人大2021年至2023年支出年均增长率是多少", "10.00", "%"),
        ("省人大2021—2023年会议费年均增长百分之几", "11.80", "%"),
        ("省人大2021年到2023年会议费复合增长率", "11.80", "%"),
        ("省人大2021年到2023年支出平均每年增加多少钱", "105.00", "万元"),
        ("省人大2023年支出比2021年年均增长多少", "10.00", "%"),
    ],
)
def test_growth_a_year_is_the_root_of_all_growth(
    answerer: Answerer, question: str, value: str, unit: str
) -> None:
    figure = ask(answerer, question).figures[0]
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    "question",
    [
        "省政协2022到2023年支出年均增速",
        "省人大2023年会议费年均增长多少",
        "按照2021年增速，省人大2023年会议费预计多少",
        "照这个趋势省人大2023年支出大概多少",
        "按2021年的增长速度推算省人大2023年会议费会是多少",
    ],
)
def test_growth_is_neither_guessed_nor_carried_on(answerer: Answerer, question: str) -> None:
    assert not ask(answerer, question).figures


#: (100 − 20) ÷ 20 = 400 %; (20 − 100) ÷ 100 = −80 %; (500 − 710) ÷ 710 = −29.58 %; (40 − 100) ÷ 100 = −60 %.
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("省人大2023年会议费比培训费多百分之几", "400.00"),
        ("省人大2023年培训费比会议费少百分之多少", "-80.00"),
        ("省人大2023年培训费比会议费少几成", "-80.00"),
        ("省人大2023年基本支出比项目支出少百分之几", "-29.58"),
        ("2023年省政协比省人大会议费少百分之几", "-60.00"),
        ("公路局2023年三公经费决算比预算少百分之几", "-25.00"),  # (6 − 8) ÷ 8
    ],
)
def test_per_cent_above_another_is_no_share(answerer: Answerer, question: str, value: str) -> None:
    answer = ask(answerer, question)
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, "%")
    assert "比重" not in answer.answer


@pytest.mark.parametrize(
    ("question", "who", "value"),
    [
        ("2023年会议费增加最多的单位", PEOPLE, "5.00"),
        ("2023年哪家单位会议费增长最多", PEOPLE, "5.00"),
        ("2023年会议费下降最多的单位是哪家", ADVICE, "-9.00"),
    ],
)
def test_bodies_are_set_in_order_by_what_is_asked(
    answerer: Answerer, question: str, who: str, value: str
) -> None:
    first = ask(answerer, question).figures[0]
    assert (first.entity, first.value) == (who, value)


@pytest.mark.parametrize(
    "question", ["省人大2023年会议费比绿化费多百分之几", "省人大2023年培训费比差旅费少几成"]
)
def test_an_account_that_is_not_there_is_held_against_nothing(answerer: Answerer, question: str) -> None:
    assert not ask(answerer, question).figures
