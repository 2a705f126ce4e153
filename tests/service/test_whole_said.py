"""A share is of the whole that the question says, never the one that is printed of another (占谁的比重)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

CITY = "青岚区城市管理局2023年"


#: 城管局 2023: 基本支出 7470.06, 项目支出 10728.05, 合计 18198.11 (p.7); 差旅费 12.83 (p.13).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("项目支出占基本支出的百分之几", "143.61"),
        ("基本支出占项目支出的比例", "69.63"),
        ("项目支出占支出合计的比例", "58.95"),
    ],
)
def test_a_share_is_of_the_whole_named(desk: Answerer, question: str, value: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert answer.figures[0].value == value


@pytest.mark.parametrize("whole", ["差旅费", "公务接待费", "住房公积金"])
def test_the_printed_share_of_another_whole_is_not_told(desk: Answerer, whole: str) -> None:
    answer = desk.ask(AskRequest(question=f"{CITY}项目支出占{whole}的比例"))
    assert not {"58.95", "58.9", "59.0"} & {figure.value for figure in answer.figures}


def test_a_total_in_a_row_with_an_account_is_told_too(desk: Answerer) -> None:
    """本年收入合计 18080.86, 财政拨款收入 18022.26 (p.5)."""
    answer = desk.ask(AskRequest(question=f"{CITY}本年收入合计、财政拨款收入分别是多少"))
    assert [figure.value for figure in answer.figures][:2] == ["18080.86", "18022.26"]


def test_a_source_of_income_is_of_all_income(desk: Answerer) -> None:
    """财政拨款收入 18022.26 of 18080.86 (p.5), not of the appropriations alone."""
    answer = desk.ask(AskRequest(question=f"{CITY}财政拨款占总收入多少"))
    assert answer.figures[0].value == "99.68"


def test_a_column_of_the_account_spoken_of(desk: Answerer) -> None:
    """卫健局 2023: 城市社区卫生机构 98882402.50, of that 项目支出 17785000.00 (p.14)."""
    talk = "whole-said"
    desk.ask(AskRequest(question="松屿区卫生健康局2023年城市社区卫生机构支出多少", conversation_id=talk))
    answer = desk.ask(AskRequest(question="其中项目支出占多大比重？", conversation_id=talk))
    assert answer.figures[0].value == "17.99"


def test_people_are_not_told_in_money(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=f"{CITY}退休费给多少老人发"))
    assert not [figure for figure in answer.figures if figure.unit.endswith("元")]
