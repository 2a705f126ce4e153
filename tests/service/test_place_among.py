"""One body's place among several is worked out from all of their figures, or not told (名次)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

HEALTH, CITY, CENTRE = "云川市松屿区卫生健康局", "云川市青岚区城市管理局", "云川市青岚区数字城管指挥中心"


#: 本年支出合计 2023: 卫健局 21109.84 万元 (p.15), 城管局 18198.11 (p.7), 中心 523.52 (p.6); 三公 48.42, 103.79 and 3.15
#: (p.21, p.14, p.10).
@pytest.mark.parametrize(
    ("question", "who", "place"),
    [
        ("2023年城管局在三家单位里支出排第几", CITY, 2),
        ("松屿区卫健局2023年支出在三家单位中排第几", HEALTH, 1),
        ("青岚区城管局2023年支出在各单位中排名第几", CITY, 2),
        ("指挥中心2023年支出在所有单位当中居第几位", CENTRE, 3),
        ("2023年松屿区卫健局三公经费在所有单位中排第几", HEALTH, 2),
        ("青岚区城管局2023年在三个单位里三公经费排第几", CITY, 1),
    ],
)
def test_the_place_is_told_with_the_whole_order(desk: Answerer, question: str, who: str, place: int) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.answer.startswith(who)
    assert f"在列出这一项的3个单位里从高到低排第{place}。" in answer.answer
    assert {figure.entity for figure in answer.figures} == {HEALTH, CITY, CENTRE}


@pytest.mark.parametrize(
    "question",
    [
        "2023年城管局在四家单位里支出排第几",  # three are loaded
        "青岚区城管局2022年支出在三家单位里排第几",  # no other has that year
        "青岚区城管局2023年支出排第几",  # among whom is not said
        "2023年支出第二高的单位的三公经费是多少",  # which body is told by one thing, another is asked of it
        "2023年支出最高的单位会议费是多少",
    ],
)
def test_no_place_is_told_where_the_others_are_not_known(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert (answer.status, answer.figures) == ("no_answer", [])


def test_a_place_among_parts_is_no_place_among_bodies(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城市管理局2023年哪项支出排第一"))
    assert {figure.entity for figure in answer.figures} == {CITY}
