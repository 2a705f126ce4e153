"""Projects of nearly one name, and one name in two rows: each is told by its full name, never one for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "芦川县农业农村局"
ROWS = [
    ["1", f"{BODY}本级", "农机购置补贴", "120.00"],
    ["2", f"{BODY}本级", "水利设施维修（一期）", "80.00"],
    ["3", f"{BODY}本级", "水利设施维修（二期）", "45.00"],
    ["4", "芦川县农技推广站", "农机购置补贴", "33.00"],
    ["5", "芦川县农技推广站", "良种推广", "21.00"],
    ["6", f"{BODY}本级", "基层监测资金", "9.50"],
    ["7", f"{BODY}本级", "基层监测资金（人员及公用经费）", "310.00"],
    ["", "", "合计", "618.50"],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("namesakes")
    path = folder / f"2023年{BODY}部门预算公开.pdf"
    press = Press(path)
    press.cover([BODY, "2023年部门预算公开"])
    press.prose(["一、主要职责", f"{BODY}负责全县农业工作。"])
    head = [[H("序号"), H("实施单位"), H("项目名称"), H("预算数")]]
    press.sheet(
        Sheet("2023年项目支出表", head, ROWS, (1, 5, 6, 3), left=f"单位名称：{BODY}", right="单位：万元")
    )
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("水利设施维修多少", ["80.00", "45.00"]),
        ("水利设施维修预算是多少", ["80.00", "45.00"]),
        ("水利设施维修一期多少", ["80.00"]),
        ("水利设施维修（二期）多少", ["45.00"]),
        ("基层监测资金多少", ["9.50", "310.00"]),
        ("两个基层监测资金项目各多少", ["9.50", "310.00"]),
        ("基层监测资金（人员及公用经费）多少", ["310.00"]),
        ("水利设施维修，不是二期那个，多少", ["80.00"]),
        ("基层监测资金（不含人员及公用经费那个）多少", ["9.50"]),
        ("农机购置补贴多少", ["120.00", "33.00"]),
        ("良种推广多少", ["21.00"]),
    ],
)
def test_each_project_that_fits_is_told(answerer: Answerer, question: str, told: list[str]) -> None:
    answer = ask(answerer, question)
    assert answer.status is Status.ANSWERED
    assert [figure.value for figure in answer.figures] == told


def test_their_full_names_are_told(answerer: Answerer) -> None:
    answer = ask(answerer, "水利设施维修多少")
    assert "水利设施维修（一期）" in answer.answer
    assert "水利设施维修（二期）" in answer.answer
    assert "没有合并" in answer.answer


def test_two_rows_of_one_name_are_not_another_writing_of_one_figure(answerer: Answerer) -> None:
    answer = ask(answerer, "农机购置补贴多少")
    assert "有2行都叫「农机购置补贴」，分别为 120.00 万元、33.00 万元" in answer.answer
    assert "另有不同写法" not in answer.answer


@pytest.mark.parametrize("question", ["水利设施维修一共多少", "水利设施维修哪个多"])
def test_a_sum_of_them_is_never_one_of_them(answerer: Answerer, question: str) -> None:
    values = [figure.value for figure in ask(answerer, question).figures]
    assert values in ([], ["125.00", "80.00", "45.00"], ["80.00", "45.00"])


def test_a_full_name_that_was_spoken_of_stays_the_one(answerer: Answerer) -> None:
    first = ask(answerer, "水利设施维修（二期）多少")
    told = answerer.ask(AskRequest(question="它的预算数呢", conversation_id=first.conversation_id))
    assert [figure.value for figure in told.figures] == ["45.00"]
