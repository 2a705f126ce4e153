"""Rates and projects held against another year, a part told with its whole, plan against outcome (两年与整体)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "栗原县供水学校"
LEFT, RIGHT = f"单位：{BODY}", "单位：万元"
PROJECTS = Sheet(
    "部门预算项目支出表",
    [[H("项目名称"), H("2024年预算"), H("2023年预算")]],
    [["合计", "300.00", "270.00"], ["教材数字化加工", "180.00", "110.00"], ["水质检测", "120.00", "160.00"]],
    (6, 3, 3), left=LEFT, right=RIGHT,
)  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("moved")
    files = [folder / f"{BODY}2023年度单位决算.pdf", folder / f"{BODY}2024年单位预算.pdf"]
    press = Press(files[0])
    press.cover([BODY, "2023年度单位决算"])
    press.prose([
        "一、基本情况",
        "实有教职工90人，其中专任教师60人；专任教师中“双师型”教师39人。",
        "全县集中供水率达到91.5%。",
        "二、公务接待",
        "国内公务接待17批次，累计138人次。",
    ])  # fmt: skip
    press.close()
    press = Press(files[1])
    press.cover([BODY, "2024年单位预算"])
    press.prose(["一、工作任务", "集中供水率提高到93%。"])
    press.sheet(PROJECTS)
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert {r.status for r in ingest_paths(files, settings)} == {"read"}
    return Answerer(settings)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}{said}"))


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("集中供水率，2024年的目标比2023年达到的要提高几个百分点", "1.5", "百分点"),
        ("教材数字化加工项目，2024年预算较2023年预算增加多少万元", "70.00", "万元"),
        ("2022年底专任教师里双师型的占百分之几", None, None),
        ("2023年底专任教师里“双师型”的占百分之几", "65.00", "%"),
    ],
)
def test_what_is_worked_out(answerer: Answerer, said: str, value: str | None, unit: str | None) -> None:
    told = [(f.value, f.unit) for f in ask(answerer, said).figures[:1]]
    assert told == ([(value, unit)] if value else [])


def test_parties_and_guests_are_both_told(answerer: Answerer) -> None:
    answer = ask(answerer, "2023年国内公务接待的批次和人次分别是多少")
    assert [(f.value, f.unit) for f in answer.figures] == [("17", "批次"), ("138", "人次")]
