"""Whether an indicator met its target: both are told, and which way it went (达标没有)."""

from __future__ import annotations

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.ingest.press import Entry, Press, Sheet

BODY = "云川省石门县职业中学"
FORM: list[list[Entry]] = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "质量指标", "双师型教师占专任教师比例", "≥55%", "52.7%", "10", "8"],
    ["产出指标", "成本指标", "生均公用经费", "≤1,400元", "1,387元", "10", "10"],
    ["产出指标", "数量指标", "实训设备更新", "≥120台", "120台", "10", "10"],
    ["满意度指标", "满意度", "学生及家长满意度", "≥90%", "93.5%", "10", "10"],
]
LINES = [
    "一、单位情况",
    f"{BODY}有专任教师186人，双师型教师98人。",
    "二、工作开展情况",
    "年初目标改造排水口40个，实际完成31个。",
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("targets")
    path = folder / f"{BODY}2023年度单位决算.pdf"
    press = Press(path)
    press.cover([BODY, "2023年度单位决算"])
    press.prose(LINES)
    press.sheet(Sheet("单位整体支出绩效自评表", [], FORM, (3, 3, 6, 3, 3, 2, 2)))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [found.status for found in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))


@pytest.mark.parametrize(
    ("question", "values", "said"),
    [
        ("双师型教师占专任教师的比例是多少，达标没有？", ["55", "52.7"], "实际低于目标值"),
        ("学生满意度达标了吗", ["93.5", "90"], "达到了目标"),
        ("生均公用经费有没有达到目标", ["1400", "1387"], "没有超过"),
        ("实训设备更新达没达标", ["120", "120"], "达到了目标"),
        ("改造排水口达到年初目标了吗", ["40", "31"], "低于目标值"),
    ],
)
def test_both_are_told_and_the_way(answerer: Answerer, question: str, values: list[str], said: str) -> None:
    answer = ask(answerer, question)
    assert [figure.value for figure in answer.figures] == values
    assert said in answer.answer


@pytest.mark.parametrize("question", ["毕业生就业率达标没有", "水质达标了吗"])
def test_of_another_thing_nothing_is_told(answerer: Answerer, question: str) -> None:
    assert ask(answerer, question).figures == []


def test_the_share_alone_is_worked_out(answerer: Answerer) -> None:
    assert ask(answerer, "双师型教师占专任教师的百分之几").figures[0].value == "52.69"  # 98 of 186
