"""Projects by their marks and by how fast their money was spent, in daily words (自评得分和执行快慢)."""

from __future__ import annotations

import pytest

from service.read.otherwise_said import otherwise_plainly


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("自评结果表里得分最高的两个项目", "项目自评得分最高的两个项目"),
        ("项目自评汇总表中的得分垫底的项目", "项目自评得分垫底的项目"),
        ("哪个项目钱花得最慢", "哪个项目执行率最低"),
        ("资金用得最快（执行率最高）的项目", "执行率最高的项目"),
        ("自评表里写了哪些问题", "自评表里写了哪些问题"),
        ("哪个部门花得最多", "哪个部门花得最多"),
    ],
)
def test_marks_and_speed_are_put_plainly(said: str, meant: str) -> None:
    assert otherwise_plainly(said) == meant
