"""What share one has of what was told, pointed at in any words; its part of a half of spending (占前数之比)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Status
from tests.service.talking import talk

PROJECTS = "青岚区城市管理局2023年项目支出是多少"


#: Final accounts of 青岚区城市管理局 of 2023, p.8: 城乡社区环境卫生 项目支出 6157.70; p.16: 项目支出 10728.05.
@pytest.mark.parametrize(
    "asked",
    [
        "城乡社区环境卫生占该数比例几何",
        "城乡社区环境卫生占上述金额的百分比",
        "城乡社区环境卫生站其中多少比列",
        "那城乡社区环境卫生这项支出，在里头是多大的份额？",
        "城乡社区环境卫生 占比",
        "其中城乡社区环境卫生占多少",
    ],
)
def test_the_whole_is_what_was_told(desk: Answerer, asked: str) -> None:
    answer = talk(desk, PROJECTS, asked)
    assert (answer.figures[0].value, answer.figures[0].unit) == ("57.40", "%")


def test_all_that_is_spent_is_the_whole_where_it_is_said(desk: Answerer) -> None:
    # P.8: 城乡社区环境卫生 7030.75 of 18198.11 in all.
    answer = talk(desk, PROJECTS, "城乡社区环境卫生占总支出多少")
    assert answer.figures[0].value == "38.63"


def test_an_account_of_the_other_half_is_no_part_of_it(desk: Answerer) -> None:
    answer = talk(desk, PROJECTS, "其中办公费占多少")
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures
