"""How all the money moved is told of all the money, and two funds are never held against each other (总额的口径)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "芦川县退役军人事务局"
TITLE = f"{BODY}2025年部门预算"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("money")
    file = Path(folder, f"{TITLE}.pdf")
    press = Press(file)
    press.cover([BODY, "2025年部门预算"])
    press.prose([
        "第一部分 部门概况", f"{BODY}负责全县退役军人服务工作。", "第二部分 收支情况说明",
        f"2025年{BODY}收入总预算6,112.60万元，与2024年收入总预算相比，增加129.70万元，增长2.17%。",
    ])  # fmt: skip
    unit = "单位：万元"
    press.sheet(Sheet("部门收支总表", [[H("收入项目"), H("预算数"), H("支出项目"), H("预算数")]], [
        ["财政拨款收入", "5,044.60", "社会保障和就业支出", "6,112.60"],
        ["事业收入", "1,068.00", "", ""],
        ["收入总计", "6,112.60", "支出总计", "6,112.60"],
    ], (5, 3, 5, 3), right=unit))  # fmt: skip
    press.sheet(Sheet("财政拨款收支总表", [[H("收入项目"), H("预算数"), H("支出项目"), H("预算数")]], [
        ["一般公共预算拨款", "4,918.10", "社会保障和就业支出", "5,044.60"],
        ["政府性基金预算拨款", "126.50", "", ""],
        ["收入总计", "5,044.60", "支出总计", "5,044.60"],
    ], (5, 3, 5, 3), right=unit))  # fmt: skip
    press.sheet(Sheet("一般公共预算支出表", [[H("科目名称"), H("2024年预算数"), H("2025年预算数"), H("增减额")]], [
        ["社会保障和就业支出", "4,796.10", "4,918.10", "122.00"],
        ["合计", "4,796.10", "4,918.10", "122.00"],
    ], (6, 3, 3, 3), right=unit))  # fmt: skip
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)


@pytest.mark.parametrize(
    "question",
    ["2025年总预算比2024年多了多少", "今年收支总预算比去年增加多少", "2025年预算总额比上年增减多少"],
)
def test_the_whole_budget_moved_as_all_the_money_did(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=f"芦川县退役军人事务局{question}"))
    assert [figure.value for figure in answer.figures] == ["129.70"]


@pytest.mark.parametrize("question", ["2025年支出总计比上年多多少", "2025年财政拨款支出总计比2024年多多少"])
def test_one_fund_is_not_held_against_two(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=f"芦川县退役军人事务局{question}"))
    assert "248.50" not in answer.answer  # 5,044.60 with 政府性基金, less 4,796.10 without
