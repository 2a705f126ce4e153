"""A figure that the question states of what it asks about is not asked for; a bound stays (题里带的数)."""

from __future__ import annotations

import pytest

from service.read.stated import without_stated


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("2021年花了759.38万元，其中工资福利占多少", "2021年支出中工资福利占多少"),
        ("2021年1.56亿预算里基本支出占多少", "2021年预算里基本支出占多少"),
        ("767.60万元的三公经费比2018年少多少", "三公经费比2018年少多少"),
        ("那笔3.2万块的维护资金用掉百分之几", "维护资金用掉百分之几"),
        ("超过1000万的支出科目有哪些", "超过1000万的支出科目有哪些"),
        ("单价100万元以上设备几台", "单价100万元以上设备几台"),
        ("三公经费比56.5万元多多少", "三公经费比56.5万元多多少"),
        ("不到100万元的项目支出有几项", "不到100万元的项目支出有几项"),
    ],
)
def test_a_stated_figure_is_left_out_and_a_bound_stays(text: str, left: str) -> None:
    assert without_stated(text) == left
