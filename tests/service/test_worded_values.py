"""Indicators whose value is a day or words: the row is told as it is printed, and no other row for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "云梦泽区水文站"
PLAN = [
    ["成本指标", "经济成本指标", "每座井口单价", "≤1.2万元"], ["产出指标", "数量指标", "新建监测井", "≥40座"],
    ["", "质量指标", "成井合格率", "100%"], ["", "时效指标", "打井完工时间", "9月20日前"],
    ["效益指标", "可持续影响指标", "管护机制健全程度", "健全"],
]  # fmt: skip
DONE = [
    ["产出指标", "数量指标", "巡测断面数", "≥12个", "12个"], ["", "时效指标", "资料整编完成时间", "6月底前", "7月15日"],
    ["", "质量指标", "水样送检准时率（采样后24小时内）", "≥98%", "96%"],
]  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("worded")
    path = folder / f"{BODY}2024年度单位预算.pdf"
    press = Press(path)
    press.cover([BODY, "2024年度单位预算"])
    names = [H("一级指标"), H("二级指标"), H("三级指标")]
    press.sheet(Sheet("监测井建设项目绩效目标表", [[*names, H("指标值")]], PLAN, (3, 4, 5, 4)))
    press.sheet(Sheet("断面巡测项目绩效自评表", [[*names, H("目标值"), H("完成值")]], DONE, (3, 4, 5, 3, 3)))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2024年{said}"))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("监测井建设项目的打井完工时间指标值是什么？", "9月20日前"),
        ("打井完工时间要求在哪天前", "9月20日前"),
        ("资料整编完成时间目标是什么时候，实际呢", "7月15日"),
        ("管护机制健全程度的目标值是什么", "健全"),
    ],
)
def test_the_row_is_told_as_it_is_printed(answerer: Answerer, said: str, told: str) -> None:
    answer = ask(answerer, said)
    assert told in answer.answer and not answer.figures
    assert "每座井口单价" not in answer.answer


def test_a_number_is_a_figure(answerer: Answerer) -> None:
    figure = ask(answerer, "新建监测井指标值是多少").figures[0]
    assert (figure.value, figure.unit) == ("40", "座")


@pytest.mark.parametrize("said", ["水样送检准时率完成值是多少", "断面巡测项目“水样送检准时率”完成多少"])
def test_a_name_is_known_without_its_brackets(answerer: Answerer, said: str) -> None:
    figure = ask(answerer, said).figures[0]
    assert (figure.value, figure.unit) == ("96", "%")
