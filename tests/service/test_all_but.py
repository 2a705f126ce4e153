"""What is left of a whole without several of its parts: each is taken off, or nothing is told (扣除多项)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

CITY = "青岚区城市管理局2023年"


#: 城管局 2023: 支出合计 18198.11, 卫生健康 255.46, 住房保障 666.11 (p.7); 三公 103.79, 接待 2.36, 购车 35.28 (p.14);
#: 采购 6371.75, 货物 186.45, 服务 4865.30, 工程 1320.00; 公用经费 740.35, 办公费 62.15, 水费 7.92 (p.13).
@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("扣除住房保障支出和卫生健康支出后支出多少", "17276.54"),
        ("三公经费不含公务接待和购车", "66.15"),
        ("政府采购不算货物、服务还有多少", "1320.00"),
        ("刨去货物和工程的政府采购还剩多少", "4865.30"),
        ("公用经费减去办公费和水费是多少", "670.28"),
        ("办公费以外的公用经费", "678.20"),
        ("除住房保障支出、卫生健康支出外占比", "94.94"),
    ],
)
def test_each_that_is_named_is_taken_off(desk: Answerer, question: str, rest: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert (answer.status, answer.figures[0].value) == ("answered", rest)


#: 三公 of 2022 136.02, 接待 2.74 (p.14 of that year's).
def test_the_rest_of_two_years_is_set_against_each_other(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=CITY + "不含公务接待费的三公经费比2022年"))
    one, other = answer.figures[1], answer.figures[2]
    assert (one.value, one.year, other.year) == ("101.43", 2023, 2022)
    assert "2.36" in (one.formula or "")


#: 会议费 is no part of the three; 住房公积金 (by function) lies partly within 人员经费 (by economic class).
@pytest.mark.parametrize(
    "question",
    [
        "三公经费除去接待费和会议费",
        "基本支出扣除人员经费和住房公积金还有多少",
        "支出不算住房公积金和基本工资",
    ],
)
def test_a_rest_that_lacks_a_part_is_not_told(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert (answer.status, answer.figures) == ("no_answer", [])


#: 水费 7.92 and 电费 41.38 of 2023 (p.13): the whole that they are within is no part of their sum.
@pytest.mark.parametrize("within", ["基本支出里", "基本支出里面", "基本支出中", ""])
def test_what_they_are_within_is_not_added_to_them(desk: Answerer, within: str) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城管局2023年{within}水电费加一块多少"))
    assert answer.figures[0].value == "49.30"
