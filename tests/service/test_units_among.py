"""Which of a department's units has most of something: each of them is asked (单位之间)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "溪源县教育局"
FIRST, SECOND, STATION = "溪源县第一小学", "溪源县第二中学", "溪源县教育技术站"
OTHER = "青石县财政局"


def budget(path: Path, body: str, rows: list[list[str]], unit: str) -> None:
    press = Press(path)
    press.cover([body, "2024年部门预算"])
    head = [[H("单位名称（科目）"), H("合计"), H("基本支出"), H("项目支出")]]
    press.sheet(Sheet("部门支出总表", head, rows, (5, 3, 3, 3), right=f"单位：{unit}"))
    press.close()


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("among")
    files = [folder / "教育.pdf", folder / "财政.pdf", folder / "水利.pdf"]
    rows = [
        ["合计", "100.00", "80.00", "20.00"],
        [FIRST, "30.00", "28.00", "2.00"],
        [SECOND, "45.00", "32.00", "13.00"],
        [STATION, "25.00", "20.00", "5.00"],
    ]
    budget(files[0], BODY, rows, "万元")
    budget(files[1], OTHER, [["合计", "3000000.00", "2500000.00", "500000.00"]], "元")
    budget(files[2], "青石县水利局", [["合计", "90.00", "80.00", "10.00"]], "万元")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read"] * 3
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("哪个单位预算最多", [(SECOND, "45.00"), (FIRST, "30.00"), (STATION, "25.00")]),
        ("哪个下属单位基本支出最少", [(STATION, "20.00"), (FIRST, "28.00"), (SECOND, "32.00")]),
        ("哪所学校的项目支出最高", [(SECOND, "13.00"), (FIRST, "2.00")]),
        ("下属单位基本支出最少的是哪家", [(STATION, "20.00"), (FIRST, "28.00"), (SECOND, "32.00")]),
        (
            "三个预算单位中，项目支出最高的是哪个，金额多少",
            [(SECOND, "13.00"), (STATION, "5.00"), (FIRST, "2.00")],
        ),
    ],
)
def test_the_units_in_order(answerer: Answerer, said: str, order: list[tuple[str, str]]) -> None:
    answer = ask(answerer, f"{BODY}2024年{said}")
    assert [(f.entity, f.value) for f in answer.figures] == order


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("三个下属单位的项目支出加起来多少", "20.00"),
        ("各下属单位的基本支出合计多少", "80.00"),
        ("下属单位平均项目支出多少", "6.67"),
    ],
)
def test_the_units_together(answerer: Answerer, said: str, value: str) -> None:
    assert ask(answerer, f"{BODY}2024年{said}").figures[0].value == value


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("所属单位中预算最多的两家依次是哪两家", [SECOND, FIRST]),
        ("项目支出最多的两个单位是哪些", [SECOND, STATION]),
        ("哪两家下属单位基本支出最少？", [STATION, FIRST]),
        ("所属单位中基本支出最多的两个单位", [SECOND, FIRST]),
    ],
)
def test_so_many_of_the_units_as_are_asked_for(answerer: Answerer, said: str, order: list[str]) -> None:
    told = ask(answerer, f"{BODY}2024年{said}")
    assert (
        list(dict.fromkeys(f.entity for f in told.figures if f.entity in (FIRST, SECOND, STATION))) == order
    )


def test_a_body_without_units_has_no_accounts_told_for_them(answerer: Answerer) -> None:
    assert not ask(answerer, f"{OTHER}2024年支出最多的两个单位是哪些").figures


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("溪源县一小2024年项目支出多少", "2.00"),
        ("溪源二中2024年基本支出多少", "32.00"),
        (f"{BODY}二中2024年项目支出是多少", "13.00"),
        (f"{BODY}的一小2024年基本支出", "28.00"),
        ("溪源县二中和一小2024年项目支出差多少", "11.00"),
    ],
)
def test_schools_go_by_what_everyone_calls_them(answerer: Answerer, question: str, value: str) -> None:
    assert value in {f.value for f in ask(answerer, question).figures}


def test_a_school_that_is_not_there_is_no_other(answerer: Answerer) -> None:
    assert not ask(answerer, "溪源县一中2024年项目支出多少").figures


def test_each_of_the_units(answerer: Answerer) -> None:
    told = ask(answerer, f"{BODY}2024年三家单位的基本支出分别是多少")
    assert {(f.entity, f.value) for f in told.figures} == {
        (FIRST, "28.00"),
        (SECOND, "32.00"),
        (STATION, "20.00"),
    }


def test_more_units_than_are_printed_are_not_told(answerer: Answerer) -> None:
    assert not ask(answerer, f"{BODY}2024年五家单位的基本支出加起来多少").figures


def test_the_first_of_several_bodies_is_no_sum_of_the_others(answerer: Answerer) -> None:
    """The largest is printed in 元 and told in the unit of the others: its working is no addition."""
    answer = ask(answerer, "2024年哪个部门支出合计最多")
    assert [f.entity for f in answer.figures] == [OTHER, BODY, "青石县水利局"]
    assert "。合计" not in answer.answer and answer.answer.startswith(OTHER)
