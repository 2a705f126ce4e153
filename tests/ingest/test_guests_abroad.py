"""Guests from abroad are not all guests, and the date on a cover is no part of a name (境外接待、封面日期)."""

from __future__ import annotations

import pytest

from ingest.counted import of_guests
from ingest.entities import _front
from ingest.model import Line, Page


@pytest.mark.parametrize(
    ("name", "before", "meant"),
    [
        ("接待", "国（境）外接待费0.00万元，共接待", "国（境）外接待"),
        ("接待", "公务接待费0.86万元，共接待", "接待"),
        ("接待国内来访", "其中：国内接待费0.86万元，全年共接待国内来访", "国内公务接待"),
        ("接待", "国（境）外接待费0.00万元；国内接待费2万元，共接待", "接待"),
    ],
)
def test_guests_are_named_by_where_they_come_from(name: str, before: str, meant: str) -> None:
    assert of_guests(name, before) == meant


@pytest.mark.parametrize("date", ["公开时间：2023年2月28日", "2023年2月", "发布日期: 2023 年 2 月 8 日"])
def test_the_date_above_the_name_is_no_part_of_it(date: str) -> None:
    texts = (date, "洛川县公安局", "2023年部门综合预算公开说明")
    lines = tuple(Line(text, 1, (0.0, 0.0, 100.0, 10.0), (), ()) for text in texts)
    assert _front([Page(1, 600.0, 800.0, lines, ())])[0] == "洛川县公安局2023年部门综合预算公开说明"
