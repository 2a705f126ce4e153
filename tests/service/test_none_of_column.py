"""Accounts with nothing in a column that is left blank, and bounds whose numbers are written out (某栏为空的科目)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from service.read.bounds import bound_of
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY, OPEN = "渔溪县林业站", "渔溪县畜牧站"
ROWS = [
    ["合计", "", "900.00", "560.00", "340.00"],
    ["208", "社会保障和就业支出", "60.00", "60.00", ""],
    ["20805", "行政事业单位养老支出", "60.00", "60.00", ""],
    ["2080505", "机关事业单位基本养老保险缴费支出", "60.00", "60.00", ""],
    ["213", "农林水支出", "840.00", "500.00", "340.00"],
    ["21302", "林业和草原", "840.00", "500.00", "340.00"],
    ["2130204", "事业机构", "520.00", "500.00", "20.00"],
    ["2130205", "森林资源培育", "320.00", "", "320.00"],
]


def _written(folder: Path, body: str, rows: list[list[str]]) -> None:
    press = Press(folder / f"{body}2023年度单位决算.pdf")
    press.cover([body, "2023年度单位决算"])
    head = [[H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出")]]
    press.sheet(Sheet("支出决算表", head, rows, (2, 4, 2, 2, 2), right="单位：万元"))
    press.close()


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("none")
    _written(folder, BODY, ROWS)
    # One account's whole is not all told by the other column: its blank is left open.
    _written(folder, OPEN, [[*row[:3], "58.00", row[4]] if row[0] == "2080505" else row for row in ROWS])
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, question: str, body: str = BODY) -> Answer:
    return answerer.ask(AskRequest(question=f"{body}2023年{question}"))


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("哪几个科目没有项目支出", ["机关事业单位基本养老保险缴费支出"]),
        ("没有项目支出的科目有哪些", ["机关事业单位基本养老保险缴费支出"]),
        ("哪些项级科目没有基本支出", ["森林资源培育"]),
    ],
)
def test_the_other_column_proves_a_blank(answerer: Answerer, question: str, names: list[str]) -> None:
    assert [figure.label for figure in ask(answerer, question).figures] == names


def test_a_blank_that_nothing_proves_is_no_zero(answerer: Answerer) -> None:
    assert not ask(answerer, "没有项目支出的科目有哪些", OPEN).figures


@pytest.mark.parametrize(
    ("said", "low"),
    [
        ("超过一百万", "1000000"),
        ("不到五十万元", "500000"),
        ("超过三千五百万", "35000000"),
        ("高于百万", "1000000"),
    ],
)
def test_bounds_that_are_written_out(said: str, low: str) -> None:
    bound = bound_of(f"哪些科目{said}")
    assert bound is not None
    assert bound.low == Decimal(low)


def test_what_goes_beyond_a_written_bound(answerer: Answerer) -> None:
    assert [f.label for f in ask(answerer, "哪些项级科目超过三百万").figures] == ["事业机构", "森林资源培育"]
