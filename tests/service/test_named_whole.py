"""Shares of the very whole that is named: of a sum, of last year, of one fund's money, of a whole district (占比)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

CITY = "青岚区城市管理局2023年"


#: 城管局 2023: “三公” 103.79, 公务用车运行维护费 66.15 (p.14), 会议费 1.95, 培训费 6.40, 差旅费 12.83 (p.13),
#: 本年支出合计 18198.11, 卫生健康 255.46, 住房保障 666.11 (p.4), 政府性基金 1235.50 of 财政拨款 18141.71 (p.10);
#: of 2022: “三公” 72.96 (p.11), 差旅费 9.16 (p.10).
@pytest.mark.parametrize(
    ("question", "value", "formula"),
    [
        (
            "三公经费和会议费、培训费合计占总支出的比例",
            "0.62",
            "(103.79 + 1.95 + 6.40) ÷ 18198.11 × 100% = 0.62%",
        ),
        (
            "会议费占“三公”、会议、培训三项合计的百分比",
            "1.74",
            "1.95 ÷ (103.79 + 1.95 + 6.40) × 100% = 1.74%",
        ),
        (
            "公务用车运行维护费占三公经费与会议费、培训费之和的比重",
            "58.99",
            "66.15 ÷ (103.79 + 1.95 + 6.40) × 100% = 58.99%",
        ),
        ("三公经费占上年三公经费的百分之几", "142.26", "103.79 ÷ 72.96 × 100% = 142.26%"),
        ("差旅费占上年的百分之几", "140.07", "12.83 ÷ 9.16 × 100% = 140.07%"),
        ("政府性基金支出占财政拨款支出的比重", "6.81", "1235.50 ÷ 18141.71 × 100% = 6.81%"),
        (
            "卫生健康和住房保障支出合计占总支出比例",
            "5.06",
            "(255.46 + 666.11) ÷ 18198.11 × 100% = 5.06%",
        ),
    ],
)
def test_the_whole_that_is_named_is_the_whole_used(
    desk: Answerer, question: str, value: str, formula: str
) -> None:
    figure = desk.ask(AskRequest(question=CITY + question)).figures[0]
    assert (figure.value, figure.unit, figure.formula) == (value, "%", formula)


#: No document of a body prints the money of the whole district; an airport is no account of it.
@pytest.mark.parametrize(
    "question",
    [
        "公务接待费占全区三公经费的比例",
        "总支出占全市财政总支出的比重",
        "项目支出占GDP的百分之几",
        "三公经费占机场建设费和会议费合计的比例",
    ],
)
def test_no_other_whole_stands_in(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert (answer.status, answer.figures) == ("no_answer", [])


#: 城乡社区支出 16166.09 of 18141.71 of 财政拨款 (p.9-10); the 88.31 % of the text (p.17) is of 一般公共预算 alone.
def test_the_printed_share_of_another_whole_is_none_of_this(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=f"{CITY}城乡社区支出占财政拨款支出的比重"))
    assert (answer.figures[0].value, answer.figures[0].printed) == ("89.11", None)
    assert "88.31" not in answer.answer


#: 城管局 2023: 差旅费 12.83 and 印刷费 8.40 (p.13), 本年支出合计 18198.11 (p.7).
@pytest.mark.parametrize(
    ("asked", "inputs"),
    [
        ("差旅费占支出总额的百分之几", ["12.83", "18198.11"]),
        ("差旅费占全部支出的比重", ["12.83", "18198.11"]),
        ("印刷费和差旅费合计占比多少", ["8.40", "12.83", "18198.11"]),
    ],
)
def test_all_that_is_spent_is_a_whole_by_many_names(desk: Answerer, asked: str, inputs: list[str]) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局2023年{asked}"))
    assert [given.value for given in answer.figures[0].inputs] == inputs
