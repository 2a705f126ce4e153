"""A department's tables print figures of units below it: they are told under the unit's name, never under its."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Entry, Heading, Press, Sheet

H = Heading
BODY = "青柳县水利局"
OFFICE, RIVER, MOVERS = f"{BODY}机关", "青柳县河道管理所", "青柳县水库移民服务中心"


def spending() -> Sheet:
    """支出总表 with a row a unit and its accounts below; 河道管理所 spends more than all others together."""
    rows: list[list[Entry]] = [
        ["", "", "", "", "合计", "3,917.34", "1,126.04", "2,791.30"],
        ["", "", "", "302001", OFFICE, "1,211.59", "761.09", "450.50"],
        ["213", "03", "01", "", "行政运行", "1,159.19", "708.69", "450.50"],
        ["221", "02", "01", "", "住房公积金", "52.40", "52.40", ""],
        ["", "", "", "302002", RIVER, "2,479.30", "258.50", "2,220.80"],
        ["213", "03", "06", "", "水利工程运行与维护", "2,462.50", "241.70", "2,220.80"],
        ["221", "02", "01", "", "住房公积金", "16.80", "16.80", ""],
        ["", "", "", "302003", MOVERS, "226.45", "106.45", "120.00"],
        ["213", "03", "06", "", "水利工程运行与维护", "219.85", "99.85", "120.00"],
        ["221", "02", "01", "", "住房公积金", "6.60", "6.60", ""],
    ]
    head = [
        [H("科目编码", 3), H("单位代码", rows=2), H("单位（科目名称）", rows=2), *(H(x, rows=2) for x in ("总计", "基本支出", "项目支出"))],
        [H("类"), H("款"), H("项")],
    ]  # fmt: skip
    return Sheet("2023年部门支出总体情况表", head, rows, (1, 1, 1, 2, 6, 3, 3, 3), left=f"单位名称：{BODY}", right="单位：万元")  # fmt: skip


def general() -> Sheet:
    rows: list[list[Entry]] = [
        ["", "合计", "3,231.84", "1,126.04", "2,105.80"],
        ["221", "住房保障支出", "75.80", "75.80", ""],
        ["22102", "住房改革支出", "75.80", "75.80", ""],
        ["2210201", "住房公积金", "75.80", "75.80", ""],
    ]
    head = [[H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出")]]
    return Sheet("2023年一般公共预算支出情况表", head, rows, (2, 6, 3, 3, 3), left=f"单位名称：{BODY}", right="单位：万元")  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("units")
    path = folder / f"2023年{BODY}部门预算公开.pdf"
    press = Press(path)
    press.cover([BODY, "2023年部门预算公开"])
    press.prose(["一、主要职责", f"{BODY}负责全县水旱灾害防御工作，统筹保障生活、生产和生态用水。"])
    press.sheet(spending())
    press.sheet(general())
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    ingest_paths([path], settings)
    return Answerer(settings)


def ask(answerer: Answerer, question: str, **limits: str) -> Answer:
    return answerer.ask(AskRequest.model_validate({"question": question, **limits}))


@pytest.mark.parametrize(
    ("question", "body", "value"),
    [
        (f"{RIVER}2023年支出总计是多少", RIVER, "2479.30"),
        ("河道管理所2023年项目支出多少", RIVER, "2220.80"),
        (f"{BODY}下属的{MOVERS}2023年基本支出", MOVERS, "106.45"),
        (f"{OFFICE}2023年的住房公积金是多少", OFFICE, "52.40"),
        (f"{BODY}本级2023年住房公积金", OFFICE, "52.40"),
        (f"{BODY}2023年住房公积金", BODY, "75.80"),
        (f"{BODY}2023年支出总计是多少", BODY, "3917.34"),
    ],
)
def test_a_unit_is_answered_under_its_name(answerer: Answerer, question: str, body: str, value: str) -> None:
    figure = ask(answerer, question).figures[0]
    assert (figure.entity, Decimal(figure.value), figure.unit) == (body, Decimal(value), "万元")


@pytest.mark.parametrize("name", ["青柳河道管理所", "青柳县河道管理所", "河道管理所"])
def test_a_unit_goes_by_its_name_without_region(answerer: Answerer, name: str) -> None:
    figure = ask(answerer, f"{name}2023年支出多少").figures[0]
    assert (figure.entity, figure.value) == (RIVER, "2479.30")


@pytest.mark.parametrize("name", ["青柳县河道管里所", "河到管理所", "青柳县水库依民服务中心"])
def test_a_unit_is_told_by_how_its_name_sounds(answerer: Answerer, name: str) -> None:
    figure = ask(answerer, f"{name}2023年项目支出多少").figures[0]
    assert figure.value == ("120.00" if "水库" in name else "2220.80")


@pytest.mark.parametrize("name", ["青柳县河道养护所", "青柳县水库救援服务中心"])
def test_a_unit_that_only_looks_alike_is_another(answerer: Answerer, name: str) -> None:
    assert not ask(answerer, f"{name}2023年项目支出多少").figures


def test_a_unit_is_held_against_the_one_named_before_it(answerer: Answerer) -> None:
    asked = f"{MOVERS}2023年支出多少，它跟河道管理所比谁花得多"
    assert {"226.45", "2479.30"} <= {figure.value for figure in ask(answerer, asked).figures}


def test_a_conversation_stays_with_the_unit_until_the_department_is_named(answerer: Answerer) -> None:
    talk = {"conversation_id": "units"}
    assert ask(answerer, f"{RIVER}2023年支出多少", **talk).figures[0].value == "2479.30"
    assert ask(answerer, "那项目支出呢", **talk).figures[0].value == "2220.80"
    assert ask(answerer, "水利局呢", **talk).figures[0].value == "2791.30"


def test_what_the_department_does_is_not_told_of_a_unit(answerer: Answerer) -> None:
    told = ask(answerer, f"{RIVER}2023年的职责是什么")
    assert told.status is Status.NO_ANSWER
    assert RIVER in told.answer
    assert "水旱灾害防御" in ask(answerer, f"{BODY}2023年的职责是什么").answer


def test_what_is_not_printed_of_a_unit_is_not_taken_from_the_department(answerer: Answerer) -> None:
    told = ask(answerer, f"{RIVER}2023年行政运行是多少")
    assert told.status is Status.NO_ANSWER and not told.figures
