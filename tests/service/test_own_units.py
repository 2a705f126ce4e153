"""Units below a department, called by short names beside it; the department alone says where they are."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "宁山市市场监督管理局"
OFFICE, POLICE, DRUGS, LIBRARY = (
    f"{BODY}本级",
    "宁山市市场监督管理综合执法支队",
    "宁山市食品药品检验所",
    "宁山市图书馆",
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("own")
    path = folder / f"{BODY}2024年部门预算.pdf"
    press = Press(path)
    press.cover([BODY, "2024年部门预算"])
    press.prose(["一、机构设置", "局机关内设办公室、法规科、登记科等3个科室，下辖2个预算单位。"])
    rows = [
        ["合计", "200.00", "90.00", "110.00"],
        [OFFICE, "100.00", "40.00", "60.00"],
        [POLICE, "45.00", "20.00", "25.00"],
        [DRUGS, "35.00", "18.00", "17.00"],
        [LIBRARY, "20.00", "12.00", "8.00"],
    ]
    head = [[H("单位名称"), H("总计"), H("人员经费支出"), H("公用经费支出")]]
    press.sheet(Sheet("部门支出总表（分单位）", head, rows, (6, 3, 3, 3), left=f"部门名称：{BODY}", right="单位：万元"))  # fmt: skip
    press.sheet(
        Sheet(
            "部门支出总表",
            [[H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出")]],
            [["", "合计", "200.00", "150.00", "50.00"], ["2070104", "图书馆", "19.00", "19.00", ""]],
            (3, 6, 3, 3, 3),
            left=f"部门名称：{BODY}",
            right="单位：万元",
        )
    )
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, question: str, **limits: str) -> Answer:
    return answerer.ask(AskRequest.model_validate({"question": question, **limits}))


@pytest.mark.parametrize(
    ("question", "entity", "value"),
    [
        (f"{BODY}2024年部门预算中，综合执法支队的人员经费是多少", POLICE, "20.00"),
        (f"{BODY}2024年食药检验所的公用经费", DRUGS, "17.00"),
        (f"{POLICE}在{BODY}2024年预算里公用经费多少", POLICE, "25.00"),
        ("宁山市监局执法支队2024年公用经费多少", POLICE, "25.00"),
        (f"{BODY}2024年局本级的人员经费", OFFICE, "40.00"),
        (f"{BODY}2024年机关人员经费多少", OFFICE, "40.00"),
        (f"{BODY}2024年下属的图书馆支出总计多少", LIBRARY, "20.00"),
        (f"{BODY}2024年图书馆支出", BODY, "19.00"),
    ],
)
def test_a_unit_is_told_and_not_its_department(
    answerer: Answerer, question: str, entity: str, value: str
) -> None:
    figure = ask(answerer, question).figures[0]
    assert (figure.entity, figure.value, figure.unit) == (entity, value, "万元")


@pytest.mark.parametrize(
    "said",
    [
        "局本级（不含下属单位）2024年人员经费是多少",
        "局本级(不包括所属事业单位)2024年的人员经费",
        "2024年局机关本身、不含各下属单位的人员经费多少",
        "本级（不含二级预算单位）2024年人员经费多少万元",
        "局本级（下属单位不算）2024年人员经费多少",
    ],
)
def test_the_office_without_its_units_is_the_office_alone(answerer: Answerer, said: str) -> None:
    told = ask(answerer, f"{BODY}{said}")
    assert [(f.entity, f.value) for f in told.figures] == [(OFFICE, "40.00")], told.answer


def test_what_is_left_without_a_named_unit_is_not_the_office(answerer: Answerer) -> None:
    told = ask(answerer, f"{BODY}2024年除了局本级，人员经费还有多少")
    assert (OFFICE, "40.00") not in [(f.entity, f.value) for f in told.figures[:1]]


def test_units_are_added_up_and_set_against_each_other(answerer: Answerer) -> None:
    added = ask(answerer, f"{BODY}2024年执法支队、检验所、图书馆三家的公用经费加起来是多少")
    assert added.figures[0].value == "50.00"
    apart = ask(answerer, f"{BODY}2024年执法支队和检验所哪家公用经费多，多多少")
    assert {f.value for f in apart.figures} == {"25.00", "17.00", "8.00"} and apart.answer.startswith(POLICE)


def test_a_unit_is_held_against_the_whole(answerer: Answerer) -> None:
    share = ask(answerer, f"{BODY}2024年执法支队支出总计占全局支出总计的百分之几")
    assert (share.figures[0].value, share.figures[0].unit) == ("22.50", "%")


@pytest.mark.parametrize("said", ["文化市场综合执法支队", "计量检测所", "博物馆"])
def test_a_unit_that_is_not_there_is_no_other(answerer: Answerer, said: str) -> None:
    told = ask(answerer, f"{BODY}2024年{said}的人员经费多少")
    assert told.status is Status.NO_ANSWER and not told.figures


def test_the_offices_of_the_head_office_are_told_by_the_departments_text(answerer: Answerer) -> None:
    assert "登记科" in ask(answerer, f"{BODY}机关有哪些科室").answer


def test_the_next_unit_is_taken_up(answerer: Answerer) -> None:
    talk = {"conversation_id": "own"}
    assert ask(answerer, f"{BODY}2024年执法支队的人员经费", **talk).figures[0].value == "20.00"
    told = ask(answerer, "那检验所呢", **talk).figures[0]
    assert (told.entity, told.value) == (DRUGS, "18.00")
