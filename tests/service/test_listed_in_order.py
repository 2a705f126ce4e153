"""Things that the question lists itself, in their order; what all are is said once behind them (问句自列各项排序)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "临澧区望江街道办事处"
ROWS = [
    ("合计", "", "790.00"),
    ("201", "一般公共服务支出", "690.00"),
    ("20129", "群众团体事务", "42.00"),
    ("2012999", "其他群众团体事务支出", "42.00"),
    ("20132", "组织事务", "108.00"),
    ("2013299", "其他组织事务支出", "108.00"),
    ("20133", "宣传事务", "115.00"),
    ("2013399", "其他宣传事务支出", "115.00"),
    ("20134", "统战事务", "25.00"),
    ("2013499", "其他统战事务支出", "25.00"),
    ("20138", "市场监督管理事务", "400.00"),
    ("2013899", "其他市场监督管理事务", "400.00"),
    ("204", "公共安全支出", "100.00"),
    ("20406", "司法", "100.00"),
    ("2040604", "基层司法业务", "100.00"),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("listed")
    press = Press(folder / f"{BODY}2024年度部门预算.pdf")
    press.cover([BODY, "2024年度部门预算"])
    head = [[H("功能科目编码"), H("功能科目名称"), H("本年支出合计")]]
    press.sheet(Sheet("部门支出预算总表", head, [list(row) for row in ROWS], (2, 4, 2), right="单位：万元"))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2024年{question}"))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("宣传、组织、统战、群众团体 这四样事务费 从多到少 排个队呗", ["115.00", "108.00", "42.00", "25.00"]),
        ("宣传、组织、统战三项事务支出，按金额从少到多排一下", ["25.00", "108.00", "115.00"]),
        ("宣传事务 统战事务 组织事务 从大到小排一下", ["115.00", "108.00", "25.00"]),
    ],
)
def test_all_that_are_listed_are_told_in_order(answerer: Answerer, question: str, values: list[str]) -> None:
    assert [figure.value for figure in ask(answerer, question).figures] == values


@pytest.mark.parametrize(
    "question",
    [
        "宣传、组织、档案、群众团体这四样事务费从多到少排个队",  # one of them is not held
        "宣传、组织、统战这四样事务费从多到少排个队",  # one is not said
    ],
)
def test_some_of_them_are_no_order(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status is not Status.ANSWERED or not answer.figures
