"""Where only a place is named, people and rates are told only where the question says which (所问即所指)."""

from __future__ import annotations

import pytest

from service.scope.said_all import says_thing


@pytest.mark.parametrize(
    ("name", "unit", "text"),
    [
        ("上门探访独居、高龄老人", "人", "有多少老人"),
        ("取得博士学位的", "人", "有多少博士"),
        ("重大案件破案率（实际完成值）", "%", "破案率多少"),
        ("免费培训待业青年", "名", "青年有多少"),
    ],
)
def test_a_part_of_the_people_of_a_place_is_not_all_of_them(name: str, unit: str, text: str) -> None:
    assert not says_thing(name, unit, text)


@pytest.mark.parametrize(
    ("name", "unit", "text"),
    [
        ("聘用护林员", "名", "请了多少个护林员"),
        ("上门探访独居、高龄老人", "人", "上门探访了多少高龄老人"),
        ("食品抽检合格率", "%", "食品抽检的合格率是多少"),
        ("破案率（实际完成值）", "%", "破案率多少"),
        ("新建社区驿站", "家", "驿站建了多少家"),
        ("辅警人数", "人", "有多少辅警"),
    ],
)
def test_what_the_question_says_is_told(name: str, unit: str, text: str) -> None:
    assert says_thing(name, unit, text)
