"""All income with what was carried over, and averages over what money is not spent on (收入总额、除数)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading as H
from tests.ingest.press import Press, Sheet

CITY = "青岚区城市管理局2023年"


#: 城管局 2023: 本年收入合计 18080.86, 收入总计 18270.16 (p. 4 and 5).
@pytest.mark.parametrize("words", ["总收入是多少", "收入总额多少", "收入决算总额是多少万元"])
def test_the_total_is_told_with_the_years_own_beside_it(desk: Answerer, words: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + words))
    assert answer.figures[0].value == "18270.16"
    assert "18080.86" in "".join(answer.notes)


@pytest.mark.parametrize("words", ["收入是多少", "本年收入总额多少", "收入合计多少"])
def test_the_years_own_is_told_where_it_is_said(desk: Answerer, words: str) -> None:
    assert desk.ask(AskRequest(question=CITY + words)).figures[0].value == "18080.86"


@pytest.mark.parametrize(
    "words",
    ["工资福利支出平均每个项目多少钱", "住房公积金平均每辆多少钱", "按抽调人数算，人均办公费是多少"],
)
def test_money_is_not_divided_by_what_it_is_not_spent_on(desk: Answerer, words: str) -> None:
    assert not desk.ask(AskRequest(question=CITY + words)).figures


STATION = "沙桥市植保站"


def _station(folder: Path, called: str) -> Answerer:
    """A unit's budget: 本年收入 of 520.00, 20.00 brought forward; its text calls the sum ``called`` its 收入预算."""
    head = [
        [
            H("科目编码", rows=2),
            H("科目名称", rows=2),
            H("总计", rows=2),
            H("上年结转结余", rows=2),
            H("本年收入", 3),
        ],
        [H("小计"), H("一般公共预算"), H("事业收入")],
    ]
    rows = [
        ["", "合计", "540.00", "20.00", "520.00", "500.00", "20.00"],
        ["213", "农林水支出", "540.00", "20.00", "520.00", "500.00", "20.00"],
        ["21301", "农业农村", "540.00", "20.00", "520.00", "500.00", "20.00"],
        ["2130104", "事业运行", "540.00", "20.00", "520.00", "500.00", "20.00"],
    ]
    file = folder / f"{STATION}2024年度单位预算.pdf"
    press = Press(file)
    press.cover([STATION, "2024年度单位预算"])
    press.sheet(Sheet("2024年度收入预算总体情况表", head, rows, (2, 4, 3, 3, 3, 3, 3), right="单位：万元"))
    press.prose(["预算收支情况说明", f"2024年，本单位收入预算{called}万元，支出预算540.00万元。"])
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("收入预算是多少", "540.00"),
        ("一般公共预算拨款收入占全部收入预算的百分比是多少", "92.59"),
        ("事业收入占收入预算的比重", "3.70"),
        ("收入预算里事业收入占几成", "3.70"),
        ("事业收入占总收入的比重", "3.70"),
        ("预算总收入里，一般公共预算拨款占几成", "92.59"),
        ("事业收入占本年收入的比重", "3.85"),
        ("本年收入预算合计多少", "520.00"),
    ],
)
def test_income_budgeted_is_what_the_text_calls_so(tmp_path: Path, said: str, value: str) -> None:
    told = _station(tmp_path, "540.00").ask(AskRequest(question=f"{STATION}2024年{said}"))
    assert told.figures[0].value == value


def test_the_years_own_is_the_budget_where_the_text_says_so(tmp_path: Path) -> None:
    told = _station(tmp_path, "520.00").ask(AskRequest(question=f"{STATION}2024年事业收入占收入预算的比重"))
    assert told.figures[0].value == "3.85"


def test_a_share_of_all_income_tells_that_of_the_years_own_too(tmp_path: Path) -> None:
    told = _station(tmp_path, "540.00").ask(AskRequest(question=f"{STATION}2024年事业收入占总收入的比重"))
    assert "本年收入合计 520.00 万元" in told.notes[0] and "3.85%" in told.notes[0]
