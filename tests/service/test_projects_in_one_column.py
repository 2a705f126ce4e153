"""A statement of projects whose money stands in one column by its fund, with no total of each (单列项目支出表)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "湖阳市档案馆"
ROWS = [
    ("特定目标类", "库房恒湿改造", "档案事务", "318.60"),
    ("其他运转类", "馆藏数字化扫描", "档案事务", "426.15"),
    ("特定目标类", "口述史采集", "档案事务", "57.90"),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("one_column")
    press = Press(folder / f"{BODY}2024年单位预算.pdf")
    press.cover([BODY, "2024年单位预算"])
    head = [
        [
            H("类型", rows=2),
            H("项目名称", rows=2),
            H("功能科目", rows=2),
            H("本年拨款", 2),
            H("单位资金", rows=2),
        ],
        [H("一般公共预算"), H("政府性基金")],
    ]
    body = [[kind, name, account, money, "", ""] for kind, name, account, money in ROWS]
    rows = [*body, ["", "合计", "", "802.65", "", ""]]
    press.sheet(Sheet("项目支出表", head, rows, (2, 4, 3, 3, 3, 2), left=f"单位：{BODY}", right="单位：万元"))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(sorted(folder.glob("*.pdf")), settings)] == ["read"]
    return Answerer(settings)


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ("项目支出表里金额排第二的是哪个项目", ["318.60"]),
        ("有哪些项目，各多少钱", ["426.15", "318.60", "57.90"]),
        ("花钱最少的项目是哪个", ["57.90"]),
    ],
)
def test_the_projects_are_set_in_order(answerer: Answerer, asked: str, values: list[str]) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2024年{asked}"))
    assert answer.status == "answered", answer.answer
    assert [figure.value for figure in answer.figures][: len(values)] == values
