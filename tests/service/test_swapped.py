"""A word of a name that another stands for makes another thing of it (换了词的名称)."""

from __future__ import annotations

import pytest

from service.things.swapped import swapped


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("糖尿病患者管理人数", "登记糖尿病患者管理人数"),
        ("家属满意率", "家属满意度"),
        ("道路实际完成里程", "道路完成里程"),
        ("老旧小区改照户数", "老旧小区改造户数"),
    ],
)
def test_the_same_word_is_no_other(said: str, name: str) -> None:
    assert not swapped(said, name)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("应急卫生用车", "应急保障用车"),
        ("社区矫正家属规范度", "社区矫正家属满意度"),
        ("河道清淤护坡长度", "河道清淤管线长度"),
        ("抗病毒治疗复查率", "抗病毒治疗覆盖率"),
    ],
)
def test_another_word_is_another_thing(said: str, name: str) -> None:
    assert swapped(said, name)
