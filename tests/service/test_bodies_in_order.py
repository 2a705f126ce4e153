"""Bodies in order by a rate or a count, each in its own year; the largest parts over their whole (几家单位排名次)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status

CITY, HEALTH = "青岚区城市管理局", "松屿区卫生健康局"


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (f"{CITY}2022年、{HEALTH}2023年，谁把年初预算花得最足？按完成率高到低排", ["100.43", "96.76"]),
        (f"{HEALTH}、{CITY}2023年谁的车最多谁最少？按多到少排", ["41", "15"]),
        (f"{CITY}、{HEALTH}2023年车辆数从少到多排一排", ["15", "41"]),
    ],
)
def test_each_is_told_in_its_own_year(desk: Answerer, question: str, values: list[str]) -> None:
    assert [figure.value for figure in ask(desk, question).figures] == values


@pytest.mark.parametrize(
    "question",
    [
        f"{CITY}、{HEALTH}2023年谁的船最多谁最少？按多到少排",  # no row, and none there
        f"{CITY}2022年、{HEALTH}2022年，谁把年初预算花得最足？按完成率高到低排",  # one has no such year
    ],
)
def test_one_without_a_figure_leaves_no_order(desk: Answerer, question: str) -> None:
    answer = ask(desk, question)
    assert answer.status is not Status.ANSWERED or len(answer.figures) < 2


def test_the_largest_parts_are_added_up_over_their_whole(desk: Answerer) -> None:
    answer = ask(desk, f"{CITY}2023年“城乡社区支出”下各项，最大的两项合计占城乡社区支出的比重？")
    assert (answer.figures[0].value, answer.figures[0].unit) == ("61.00", "%")
