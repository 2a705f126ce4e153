"""One fund of what was spoken of, its target, what was not planned, which year is more (资金、目标与年初预算)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.when import names_own_year
from service.answer import Answerer
from service.contract import AskRequest, Status

CITY = "青岚区城市管理局"


#: 2022: 2120501 project 6588.04 of the general budget (p.9); 2023: carried over at the beginning, general 64.30,
#: government fund 120.00, together 184.30 (p.10); satisfaction 91.7 % (p.26), its target 90 % (p.26), 92 % for 2024
#: (2024 p.18); staff 213 and 216 (p.3 of each).
@pytest.mark.parametrize(
    ("history", "question", "value"),
    [
        ("2022年2120501的项目支出", "一般公共预算的呢", "6588.04"),
        ("2022年2120501的项目支出", "同一科目，只看一般公共预算财政拨款那张表是多少", "6588.04"),
        ("2022年2120501的项目支出", "一般公共预算财政拨款支出决算表里是多少", "6588.04"),
        ("2023年市民对环境卫生满意度多少", "目标值呢", "90"),
        ("2023年市民对环境卫生满意度多少", "24年定的目标又是多少", "92"),
        ("", "2023年年初财政拨款结转结余（一般公共部分）", "64.30"),
        ("", "2023年政府性基金年初财政拨款结转和结余", "120.00"),
        ("", "2023年年初财政拨款结转和结余", "184.30"),
        ("", "在职人数 23年比22年 变了几个", "-3"),
    ],
)
def test_the_fund_or_the_target_is_told(desk: Answerer, history: str, question: str, value: str) -> None:
    said = [f"{CITY}{history}"] if history else []
    answer = desk.ask(AskRequest(question=question if history else CITY + question, history=said))
    assert answer.status is Status.ANSWERED
    assert Decimal(answer.figures[0].value) == Decimal(value)


@pytest.mark.parametrize("question", ["政府性基金的呢", "国有资本经营预算里是多少"])
def test_a_fund_without_the_item_has_no_figure(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=question, history=[f"{CITY}2023年死亡抚恤决算多少"]))
    assert answer.figures == []


@pytest.mark.parametrize("question", ["死亡抚恤年初预算多少", "死亡抚恤年初预算安排了多少，决算又是多少"])
def test_what_was_not_planned_is_said(desk: Answerer, question: str) -> None:
    """P.18: 「年初没有安排预算，决算18.06万元」."""
    answer = desk.ask(AskRequest(question=f"{CITY}2023年{question}"))
    assert answer.status is Status.ANSWERED
    assert "年初没有安排预算" in answer.answer
    assert [figure.value for figure in answer.figures] == (["18.06"] if "决算" in question else [])


def test_the_year_with_more_comes_first(desk: Answerer) -> None:
    """差旅费 2023 12.83 (p.13), 2022 9.16 (p.10): asked which year is more, by how much."""
    answer = desk.ask(AskRequest(question=f"{CITY}差旅费22年跟23年哪年多 差多少"))
    one, other = (Decimal(figure.value) for figure in answer.figures[1:3])
    assert one >= other
    assert Decimal(answer.figures[0].value) == one - other


def test_the_sorts_of_cars_are_told(desk: Answerer) -> None:
    """P.22: 22 + 14 + 3 + 1 + 1 of 41."""
    answer = desk.ask(AskRequest(question=f"{CITY}2023年末车辆按用途构成"))
    assert sorted(f.value for f in answer.figures if f.unit == "辆") == ["1", "1", "14", "22", "3"]


def test_a_day_holds_until_a_year_is_named() -> None:
    text = "截至2023年12月31日，共有车辆6辆；2024年安排购置车辆2辆"
    assert names_own_year(text, len(text))
    assert not names_own_year(text, text.index("6"))
