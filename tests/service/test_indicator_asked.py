"""Indicators asked for in daily words: by who is content, by what they count; of several one asks back (口语问指标)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from service.things.indicator_words import wanted_of
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "桑溪县水利和文旅服务中心"
_HEADS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")
_WELLS = [
    ["产出指标", "数量指标", "新打抗旱机井", "≥30眼", "34眼", "20", "20"],
    ["产出指标", "数量指标", "暑期托管班开设班级数", "≥3个", "3个", "10", "10"],
    ["效益指标", "社会效益指标", "解决小朋友暑假看护难问题", "≥150人次", "163人次", "10", "10"],
    ["满意度指标", "服务对象满意度", "受益村民满意度", "≥90%", "93.5%", "10", "10"],
]
_SHOWS = [
    ["产出指标", "数量指标", "下乡巡演场次", "≥40场", "42场", "20", "20"],
    ["产出指标", "数量指标", "病媒消杀", "≥12次", "14次", "10", "10"],
    ["满意度指标", "服务对象满意度", "景区游客满意度", "≥85%", "81.2%", "10", "8"],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("contented")
    press = Press(folder / f"{BODY}2023年度单位决算.pdf")
    press.cover([BODY, "2023年度单位决算"])
    press.prose(["一、主要职责", "负责抗旱服务和文化旅游服务。"])
    for project, rows in (("农村抗旱与托管", _WELLS), ("乡村文旅提升", _SHOWS)):
        title = f"{project}项目支出绩效自评表（2023年度）"
        press.sheet(Sheet(title, [[H(h) for h in _HEADS]], rows, (2, 2, 4, 2, 2, 1, 1), own_page=True))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("来旅游的人满意率实际有多高", "81.2"),
        ("来旅游的人满意率目标是多少", "85"),
        ("乡村文旅提升项目游客满意度最后做到了百分之几", "81.2"),
        ("抗旱项目老百姓满意度实际是多少", "93.5"),
        ("打了好多口抗旱机井哦", "34"),
        ("办暑托班，解决了多少人次孩子放假的看护", "163"),
        ("灭老鼠蚊子一年最少搞几回", "12"),
        ("景区游客满意度不低于百分之几", "85"),
    ],
)
def test_the_indicator_that_is_meant_is_told(answerer: Answerer, question: str, value: str) -> None:
    answer = ask(answerer, question)
    assert answer.status == "answered", answer.answer
    assert [Decimal(figure.value) for figure in answer.figures] == [Decimal(value)]


@pytest.mark.parametrize(
    "question",
    [
        "学生满意度实际是多少",  # nobody asked the pupils
        "乡村文旅提升项目牧民满意度是多少",  # nor herdsmen
        "解决了多少人次老人的看护",  # children are no old people
        "修了多少口鱼塘",
    ],
)
def test_what_no_row_tells_gets_no_figure(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status != "answered" or not answer.figures, answer.answer


def test_which_of_several_satisfactions_is_asked_back(answerer: Answerer) -> None:
    answer = ask(answerer, "满意度是多少")
    assert answer.status == "clarify"
    labels = " ".join(option.label for option in answer.options)
    assert "游客满意度" in labels and "村民满意度" in labels


@pytest.mark.parametrize(
    "text",
    [
        "满意度指标得了几分",
        "哪个项目满意度最高",
        "满意度为什么没达标",
        "床位超编多少张",
        "办件数比上年多多少件",
        "满意度是什么意思",
    ],
)
def test_other_questions_ask_for_no_one_indicator(text: str) -> None:
    assert wanted_of(text) is None
