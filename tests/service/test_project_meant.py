"""A project by words of its name, its money after its number, who comes to it: never the body's own staff."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "霞浦洲区体育局"
STAFF = "本部门行政编制20人，实有18人；事业编制40人，实有33人。"
PROJECTS = [
    ["1", "滨江老体育场看台抢险加固工程", "410.00"],
    ["2", "环湖龙舟赛", "96.00"],
    ["3", "学校体育器材质量监督抽检专项", "58.00"],
    ["4", "青少年游泳普及", "72.00"],
    ["", "合计", "636.00"],
]
AIMS = [
    ["环湖龙舟赛", "96.00", "产出指标", "数量指标", "参赛队伍数", "≥24支"],
    ["环湖龙舟赛", "96.00", "效益指标", "社会效益", "现场观赛人次", "≥3万人次"],
    ["学校体育器材质量监督抽检专项", "58.00", "产出指标", "数量指标", "器材抽检批次", "≥640批次"],
    ["青少年游泳普及", "72.00", "产出指标", "数量指标", "培训学员人数", "≥1500人"],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("meant")
    path = folder / f"2024年{BODY}部门预算公开.pdf"
    press = Press(path)
    press.cover([BODY, "2024年部门预算公开"])
    press.prose(["一、机构设置", STAFF])
    head = [[H("序号"), H("项目名称"), H("预算数")]]
    press.sheet(
        Sheet("2024年项目支出表", head, PROJECTS, (1, 6, 3), left=f"单位名称：{BODY}", right="单位：万元")
    )
    head = [[H("项目名称"), H("项目金额"), H("一级指标"), H("二级指标"), H("三级指标"), H("指标值")]]
    press.sheet(
        Sheet(
            "2024年项目绩效目标表",
            head,
            AIMS,
            (4, 2, 2, 2, 3, 2),
            left=f"单位名称：{BODY}",
            right="单位：万元",
        )
    )
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, *turns: str) -> Answer:
    conversation = None
    for turn in (f"{BODY}2024年{turns[0]}", *turns[1:]):
        answer = answerer.ask(AskRequest(question=turn, conversation_id=conversation))
        conversation = answer.conversation_id
    return answer


@pytest.mark.parametrize(
    ("turns", "values"),
    [
        (["抢修老体育场看台要花多少钱"], ["410.00"]),
        (["修体育场看台安排了多少经费"], ["410.00"]),
        (["器材抽检安排了多少钱"], ["58.00"]),
        (["龙舟赛预算多少，预计来多少人"], ["96.00", "3"]),
        (["龙舟赛有多少支队伍参赛，花多少钱"], ["24", "96.00"]),
        (["打算抽检多少批次器材，安排了多少钱"], ["640", "58.00"]),
        (["环湖龙舟赛预算多少", "预计来多少人"], ["3"]),
        (["器材抽检多少批次", "这个项目预算多少钱"], ["58.00"]),
        (["环湖龙舟赛预计来多少人"], ["3"]),
    ],
)
def test_the_project_that_has_the_words_is_meant(
    answerer: Answerer, turns: list[str], values: list[str]
) -> None:
    assert [figure.value for figure in ask(answerer, *turns).figures] == values


@pytest.mark.parametrize(
    "turns",
    [
        ["预计来多少人"],
        ["抢修游泳馆要花多少钱"],
        ["器材采购安排了多少钱"],
        ["环湖龙舟赛预算多少", "有多少职工"],
        ["老体育场看台抢险加固工程预计来多少人"],
    ],
)
def test_what_no_project_has_is_not_told(answerer: Answerer, turns: list[str]) -> None:
    assert not ask(answerer, *turns).figures


def test_those_of_one_sort_are_not_all(answerer: Answerer) -> None:
    assert "33" not in [figure.value for figure in ask(answerer, "有多少人").figures]
