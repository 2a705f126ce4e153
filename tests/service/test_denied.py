"""What is denied or left out of a thing is not answered by the thing (否定)."""

from __future__ import annotations

import pytest

from service.read.denied import denied


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("群众不满意率多少", "群众投诉满意率"),
        ("未按时结案率", "结案率"),
        ("没有整改的问题有多少", "整改数"),
        ("非执法执勤车辆多少", "执法执勤用车"),
        ("没编绩效目标的项目有几个", "编报绩效目标的项目"),
        ("除市级以外的投诉案件多少件", "市级案件"),
        ("外宾以外的接待人次", "接待外宾"),
    ],
)
def test_what_is_denied_is_named(text: str, name: str) -> None:
    assert denied(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("有没有执法执勤用车", "执法执勤用车"),
        ("未整改的问题有多少", "未整改问题"),
        ("是不是编报绩效目标的项目", "编报绩效目标的项目"),
        ("结案率多少", "结案率"),
        ("不含车辆的设备几台", "单价100万元（含）以上的设备（不含车辆）"),
    ],
)
def test_what_only_asks_denies_nothing(text: str, name: str) -> None:
    assert not denied(text, name)
