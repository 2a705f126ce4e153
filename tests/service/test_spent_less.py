"""「少花多少」「还有多少没花」「少安排多少」: by how much, never how much (少花多花)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.figures.against_budget import against_budget

CITY, HEALTH = "青岚区城市管理局2023年", "松屿区卫生健康局2023年"


#: 青岚 2023: 城管执法 1935.35 of 1980.00 (pp.11, 19), 环卫安全生产 3.20 of 5.00 (p.23), 公务接待 2.36 of 5.00 (p.14),
#: 16906.21 of 17305.66 (p.17); 松屿 2023: 三公 484200 of 565000 (p.21), 计划生育家庭奖励扶助 921.47 of 930.00 (p.10);
#: 青岚 2024: 三公 72.50 after 113.00 (p.17).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        (CITY + "城管执法少花多少", "-44.65"),
        (CITY + "城管执法比预算少花了多少钱", "-44.65"),
        (CITY + "城管执法少支出多少", "-44.65"),
        (CITY + "城管执法多花多少", "-44.65"),
        (CITY + "城管执法未执行多少", "-44.65"),
        (CITY + "城管执法还有多少没花完", "-44.65"),
        (CITY + "城管执法有多少钱没花出去", "-44.65"),
        (CITY + "城管执法没花完的钱", "-44.65"),
        (CITY + "城管执法预决算差异", "-44.65"),
        (CITY + "环卫安全生产少用多少", "-1.80"),
        (CITY + "公务接待费没用完的有多少", "-2.64"),
        (CITY + "一共少花了多少", "-399.45"),
        (HEALTH + "三公经费少花多少", "-80800.00"),
        (HEALTH + "计划生育家庭奖励扶助项目还有多少没花", "-8.53"),
        ("青岚区城市管理局2024年三公经费少安排多少", "-40.50"),
    ],
)
def test_it_is_told_by_how_much(desk: Answerer, question: str, value: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.status == "answered"
    assert answer.figures[0].value == value
    assert "增减额" in answer.figures[0].label


@pytest.mark.parametrize(
    "question", ["青岚区城市管理局2024年少花多少", "青岚区城市管理局2024年三公经费还有多少没花"]
)
def test_where_nothing_is_spent_yet_it_is_said(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert (answer.status, answer.reason, answer.figures) == ("no_answer", "stage_not_loaded", [])


@pytest.mark.parametrize("question", ["少花最多的三个科目", "哪个科目少花最多", "省下最多的是哪项"])
def test_the_parts_are_in_the_order_of_what_was_not_spent(desk: Answerer, question: str) -> None:
    """松屿 2023 p.17: 突发公共卫生事件应急处理 is 4073600.00 below its budget."""
    answer = desk.ask(AskRequest(question=HEALTH + question))
    assert answer.figures[0].label.startswith("突发公共卫生事件应急处理")
    assert "4073600.00" in answer.answer


#: Another base is named, or what is counted is no money: nothing is turned into anything.
@pytest.mark.parametrize(
    "text",
    [
        "2023年差旅费比上年少花多少",
        "甲局比乙局2024年多花多少",
        "2024年比2023年多花多少",
        "甲局和乙局谁多花多少",
        "投诉还有多少没完成",
        "目标未完成多少",
        "三公经费花了多少",
        "2023年收入多少支出多少",
        "年底账上还有多少钱没用掉",
        "还有多少没用掉要转到下一年",
        "三公经费决算比预算少多少",
    ],
)
def test_what_is_counted_from_elsewhere_is_left_as_it_is(text: str) -> None:
    assert against_budget(text) == text
