"""Projects that stand under a unit in a table are that unit's, and the whole department's list holds them all."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "渭阳市水务局"
OFFICE, PATROL, POOL = f"{BODY}（机关）", "渭阳市水政监察支队", "渭阳市石门水库管理处"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("projects")
    path = folder / f"{BODY}2022年部门综合预算.pdf"
    press = Press(path)
    press.cover([BODY, "2022年部门综合预算"])
    press.prose(["二、部门预算单位构成", "纳入部门预算编制范围的单位包括："])
    staff = [
        ["1", OFFICE, "行政", "30", "28"],
        ["2", PATROL, "参公事业", "12", "9"],
        ["3", POOL, "公益一类", "20", "20"],
        ["", "合计", "", "62", "57"],
    ]
    press.sheet(Sheet("", [[H(x) for x in ("序号", "单位名称", "单位性质", "编制人数", "实有人数")]], staff, (1, 6, 3, 2, 2)))  # fmt: skip
    rows = [
        ["合计", "", "9,000.00", ""],
        [OFFICE, "", "6,000.00", ""],
        ["", "河长制工作经费", "1,500.00", "巡河"],
        ["", "城区河堤管护", "4,500.00", "日常养护"],
        [PATROL, "", "1,000.00", ""],
        ["", "水行政执法经费", "1,000.00", "巡查"],
        [POOL, "", "2,000.00", ""],
        ["", "大坝监测", "1,600.00", "安全监测"],
        ["", "水质检测", "400.00", "检测"],
    ]
    head = [[H("单位名称"), H("项目名称"), H("项目金额"), H("项目简介")]]
    press.sheet(Sheet("2022年部门综合预算专项业务经费支出表", head, rows, (6, 6, 3, 4), left=f"部门名称：{BODY}", right="单位：元"))  # fmt: skip
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("question", "count", "names"),
    [
        (f"{POOL}2022年有几个项目", "2", ("大坝监测", "水质检测")),
        (f"{BODY}2022年机关名下有几个项目", "2", ("河长制工作经费", "城区河堤管护")),
        (f"{BODY}2022年水政监察支队的项目有几个", "1", ("水行政执法经费",)),
        (f"{BODY}2022年一共有几个项目", "5", ("大坝监测", "水行政执法经费")),
    ],
)
def test_the_projects_of_a_unit_are_counted(
    answerer: Answerer, question: str, count: str, names: tuple[str, ...]
) -> None:
    told = ask(answerer, question)
    assert told.figures[0].value == count
    assert all(name in told.answer for name in names)


def test_the_projects_of_a_unit_are_listed_and_set_in_order(answerer: Answerer) -> None:
    listed = ask(answerer, f"{BODY}2022年石门水库管理处安排了哪些项目").answer
    assert "大坝监测" in listed and "水质检测" in listed and "水行政执法" not in listed
    most = ask(answerer, f"{BODY}2022年机关的项目里，金额最大的是哪个")
    assert (most.figures[0].label.split("预算")[0][:6], most.figures[0].value) == ("城区河堤管护", "4500.00")
    whole = ask(answerer, f"{BODY}2022年项目支出多少").figures[0]
    assert (whole.entity, whole.value) == (BODY, "9000.00")


@pytest.mark.parametrize(
    ("question", "entity", "value"),
    [
        (f"{BODY}2022年水政监察支队编制人数多少", PATROL, "12"),
        (f"{POOL}2022年实有人数", POOL, "20"),
        (f"{BODY}2022年编制人数合计多少", BODY, "62"),
        (f"{BODY}2022年实有人数多少", BODY, "57"),
    ],
)
def test_the_staff_of_a_unit(answerer: Answerer, question: str, entity: str, value: str) -> None:
    figure = ask(answerer, question).figures[0]
    assert (figure.entity, figure.value, figure.unit) == (entity, value, "人")


def test_their_number_and_their_money(answerer: Answerer) -> None:
    told = ask(answerer, f"{POOL}2022年有几个项目，一共多少钱")
    assert {f.value for f in told.figures} == {"2", "2000.00"} and "水质检测" in told.answer


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("公益一类事业单位有几个", "1"),
        ("名称带“水库”的单位有几个", "1"),
        ("部门预算是把几家单位合在一起编的", "3"),
        ("除了机关，其他单位的项目支出加起来多少", "3000.00"),
        ("水政监察支队和石门水库管理处的项目支出差多少", "1000.00"),
    ],
)
def test_units_of_the_department(answerer: Answerer, said: str, value: str) -> None:
    assert value in [f.value for f in ask(answerer, f"{BODY}2022年{said}").figures]
