"""Which indicators of a form fell short of their targets, by the rows of the form itself (未达目标的指标)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY, OTHER = "栖岭县气象服务中心", "栖岭县血吸虫病防治站"
_HEAD = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")


def _written(folder: Path, body: str, project: str, rows: list[list[str]]) -> None:
    press = Press(folder / f"{body}2023年度单位决算.pdf")
    press.cover([body, "2023年度单位决算"])
    press.prose(
        ["一、主要职责", "负责本县有关服务。", "二、预算绩效情况", f"对{project}项目开展了绩效自评。"]
    )
    head = [[H(h) for h in _HEAD]]
    press.sheet(Sheet(f"{project}项目支出绩效自评表", head, rows, (2, 2, 4, 2, 2, 1, 1), own_page=False))
    press.close()


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("missed")
    _written(folder, BODY, "自动站更新", [
        ["产出指标", "数量指标", "更新自动气象站", "≥24套", "19套", "20", "15.8"],
        ["产出指标", "质量指标", "设备验收合格率", "100%", "100%", "10", "10"],
        ["产出指标", "时效指标", "安装完成时间", "2023年6月底", "2023年9月上旬", "10", "6"],
        ["产出指标", "质量指标", "数据缺测率", "≤1.0%", "1.6%", "10", "8"],
        ["产出指标", "成本指标", "单套采购成本", "≤6.5万元", "6.1万元", "10", "10"],
        ["满意度指标", "满意度指标", "用户满意度", "≥90%", "93%", "10", "10"],
    ])  # fmt: skip
    _written(folder, OTHER, "螺情监测", [
        ["产出指标", "数量指标", "查螺面积", "≥300亩", "312亩", "20", "20"],
        ["效益指标", "社会效益指标", "重点人群防护意识", "明显提高", "明显提高", "20", "18"],
    ])  # fmt: skip
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, question: str, body: str = BODY) -> Answer:
    return answerer.ask(AskRequest(question=f"{body}2023年{question}"))


@pytest.mark.parametrize(
    "question",
    [
        "自动站更新项目自评表里，有哪几项指标没达到年初定的目标？",
        "自动站更新绩效有哪些指标没完成",
        "没达标的绩效指标是哪几项",
    ],
)
def test_those_that_fell_short_are_named_with_both(answerer: Answerer, question: str) -> None:
    told = ask(answerer, question).answer.splitlines()[0]
    missed = (
        "更新自动气象站（目标 ≥24套，实际 19套）",
        "数据缺测率（目标 ≤1.0%，实际 1.6%）",
        "安装完成时间",
    )
    assert all(name in told for name in missed)
    assert not any(name in told for name in ("验收合格率", "采购成本", "用户满意度"))


def test_they_are_counted(answerer: Answerer) -> None:
    figure = ask(answerer, "自动站更新项目有几项绩效指标没达到目标").figures[0]
    assert (figure.value, figure.unit) == ("3", "个")


def test_lost_points_alone_are_no_target_missed(answerer: Answerer) -> None:
    told = ask(answerer, "螺情监测项目有哪些绩效指标没达到目标", OTHER).answer
    assert "都达到了目标值" in told


@pytest.mark.parametrize("question", ["雷达站改造项目有哪些指标没达到目标", "哪些项目没有完成绩效目标"])
def test_no_other_projects_form_answers(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status is not Status.ANSWERED or "更新自动气象站" not in answer.answer
