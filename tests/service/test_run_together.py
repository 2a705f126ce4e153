"""Two counts asked for without a mark between them (连问两数)."""

from __future__ import annotations

import pytest

from service.second.parts_wanted import parts_wanted
from service.second.run_together import parted


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("应急灯买几盏雨衣几件", "应急灯买几盏，雨衣几件"),
        ("新建几座桥改造几公里路", "新建几座桥，改造几公里路"),
        ("打算修多长村道改造几座涵洞", "打算修多长村道，改造几座涵洞"),
        ("办了几期夜校培训多少人", "办了几期夜校，培训多少人"),
        ("全镇户籍人口多少户多少人", "全镇户籍人口多少户，多少人"),
        # One question, or none that is clear.
        ("有几个处室多少人", "有几个处室多少人"),
        ("改了几间教室", "改了几间教室"),
        ("路和桥各几公里", "路和桥各几公里"),
    ],
)
def test_a_question_ends_where_its_count_does(text: str, apart: str) -> None:
    assert parted(text) == apart


def test_the_parts_lean_on_the_first() -> None:
    said = [(part.said, part.asked.units) for part in parts_wanted("防汛雨衣买几件手电几支")]
    assert [one for one, _ in said] == ["防汛雨衣买几件", "手电几支"]


def test_the_highest_of_several_is_a_number_of_its_own() -> None:
    parts = parts_wanted("临时救助了多少户，最高的一户给了几万")
    assert [part.asked.money for part in parts] == [False, True]
