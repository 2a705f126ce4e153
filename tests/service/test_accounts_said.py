"""Accounts asked for by what people call them, word for word (科目的百姓说法)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from service.read.accounts_said import names_said
from tests.ingest.press import Heading, Press, Sheet

TOWN = "桦坪镇人民政府"
_ROWS = [
    ["2050203", "初中教育", "310.00"],
    ["2081002", "老年福利", "64.20"],
    ["2070109", "群众文化", "41.00"],
    ["2070104", "图书馆", "12.50"],
    ["2120801", "征地和拆迁补偿支出", "77.00"],
    ["", "合计", "504.70"],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("said")
    file = folder / f"{TOWN}2023年度部门决算.pdf"
    press = Press(file)
    press.cover([TOWN, "2023年度部门决算"])
    press.prose(["一、主要职责", "负责全镇经济社会发展。"])
    head = [[Heading("功能分类科目编码"), Heading("科目名称"), Heading("本年支出")]]
    title = "一般公共预算财政拨款支出决算表"
    press.sheet(Sheet(title, head, _ROWS, (4, 8, 4), left=f"部门：{TOWN}", right="单位：万元"))
    press.prose(["二、其他说明", "镇文化站全年举办展览8次。"])
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    assert [report.status for report in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{TOWN}2023年{question}"))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("七八九年级花了多少钱", ["310.00"]),
        ("尊老金那块用了多少", ["64.20"]),
        ("尊老金、百岁老人的钱用了多少", ["64.20"]),  # one account, said twice
        ("七八九年级和尊老金一共多少", ["374.20"]),
    ],
)
def test_an_account_is_told_by_what_people_call_it(
    answerer: Answerer, question: str, values: list[str]
) -> None:
    answer = ask(answerer, question)
    assert [figure.value for figure in answer.figures] == values, answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "文化站花了多少钱",  # the document writes of it itself: it is a thing of its own
        "七八九年级新校服花了多少",  # a part of the account
        "小学一到三年级花了多少",
    ],
)
def test_no_account_is_told_for_what_only_begins_like_it(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert not answer.figures, answer.answer


def test_a_saying_is_known_with_and_without_its_particles() -> None:
    assert "老年福利" in names_said("长寿老人的补贴")
    assert names_said("长寿老人") == frozenset()
