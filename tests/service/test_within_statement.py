"""Accounts of 机关运行经费 added up and set over it: its own statement counts, not basic expenditure (表内的科目)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

BODY = "浔桥市档案馆"
ROWS = [
    ["302", "商品和服务支出"],
    ["30201", "办公费"],
    ["30205", "水费"],
    ["30206", "电费"],
    ["30214", "租赁费"],
]


def _sheet(title: str, amounts: list[str]) -> Sheet:
    heads = [Heading("科目编码"), Heading("科目名称"), Heading("金额")]
    rows = [["", "合计", amounts[0]], *([*row, value] for row, value in zip(ROWS, amounts, strict=True))]
    return Sheet(title, [heads], rows, (2, 6, 3), left=f"单位：{BODY}", right="单位：万元")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("within")
    press = Press(folder / "档案馆预算.pdf")
    press.cover([BODY, "2024年部门预算"])
    press.sheet(_sheet("一般公共预算基本支出表", ["60.00", "20.00", "5.00", "15.00", "20.00"]))
    press.sheet(_sheet("一般公共预算机关运行经费支出预算表", ["120.00", "30.00", "16.00", "44.00", "30.00"]))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([folder / "档案馆预算.pdf"], settings)] == ["read"]
    return Answerer(settings)


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ("机关运行经费里水费和电费合计多少", ["60.00", "16.00", "44.00"]),
        ("按机关运行经费口径，水费电费两样一共列了多少万", ["60.00", "16.00", "44.00"]),
        ("机关运行经费里的水电费多少", ["60.00", "16.00", "44.00"]),
        ("机关运行经费中水费、电费各多少", ["16.00", "44.00"]),
        ("机关运行经费里水费占多少", ["13.33"]),
        ("按照机关运行经费口径算，办公费、水费加起来多少", ["46.00", "30.00", "16.00"]),
        ("基本支出里水费和电费合计多少", ["20.00", "5.00", "15.00"]),
        ("水费和电费一共多少", ["20.00", "5.00", "15.00"]),
        ("租凭费多少", ["20.00"]),
    ],
)
def test_the_statement_of_the_account_around_them_counts(
    desk: Answerer, asked: str, values: list[str]
) -> None:
    answer = desk.ask(AskRequest(question=f"{BODY}2024年{asked}"))
    assert [figure.value for figure in answer.figures] == values, answer.answer
