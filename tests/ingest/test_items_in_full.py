"""Items told by all their names from the class down, with a code or without one (类款项连写)."""

from __future__ import annotations

import pytest

from ingest.model import Fund, Measure, Stage, Subject
from tests.ingest.sentences import told

KNOWN = {
    s.name: s
    for s in (
        Subject("功能分类", "妇幼保健机构", "2100403", "项", ("卫生健康支出", "公共卫生")),
        Subject(
            "功能分类", "事业单位离退休", "2080502", "项", ("社会保障和就业支出", "行政事业单位养老支出")
        ),
    )
}


@pytest.mark.parametrize(
    "opening",
    [
        "（5）卫生健康支出公共卫生妇幼保健机构（2100403），",
        "（5）卫生健康支出 公共卫生 妇幼保健机构（2100403），",
        "5.卫生健康支出公共卫生妇幼保健机构，",
        "（2100403），",
    ],
)
def test_the_last_name_is_meant(opening: str) -> None:
    facts = told(f"{opening}年初预算600.00万元，支出决算612.00万元，完成预算的102.0%。", known=KNOWN)
    assert [(f.subject.code, f.measure, f"{f.value}", f.stage) for f in facts] == [
        ("2100403", Measure.AMOUNT, "600.00", Stage.INITIAL_BUDGET),
        ("2100403", Measure.AMOUNT, "612.00", Stage.FINAL_ACCOUNTS),
        ("2100403", Measure.COMPLETION, "102.0", Stage.FINAL_ACCOUNTS),
    ]


#: Without tables the code tells the item; without a code too, at least no total is made of it.
def test_without_tables_an_item_is_no_total() -> None:
    coded = told(
        "（5）卫生健康支出 公共卫生 妇幼保健机构（2100403），年初预算600.00万元，支出决算612.00万元。"
    )
    assert {(f.subject.name, f.subject.code) for f in coded} == {("妇幼保健机构", "2100403")}
    bare = told("（5）卫生健康支出公共卫生妇幼保健机构，年初预算600.00万元，支出决算612.00万元。")
    assert not [f for f in bare if f.subject.kind == "总额"]


def test_what_was_spent_of_a_plan_is_of_its_money() -> None:
    facts = told("一般公共预算财政拨款年初预算790.00万元，支出决算897.00万元，完成年初预算的113.5%。")
    assert [(f.subject.name, f.fund, f.stage) for f in facts] == [
        ("本年支出合计", Fund.GENERAL, Stage.INITIAL_BUDGET),
        ("本年支出合计", Fund.GENERAL, Stage.FINAL_ACCOUNTS),
        ("本年支出合计", Fund.GENERAL, Stage.FINAL_ACCOUNTS),
    ]


#: Income is income where no spending stands behind it; a body's own plan stays a total.
def test_income_stays_income() -> None:
    facts = told("一般公共预算财政拨款年初预算790.00万元，比上年增加10.00万元。")
    assert facts[0].subject.name == "一般公共预算财政拨款收入"
    whole = told("2023年度支出年初预算为600.00万元，支出决算为612.00万元。")
    assert {f.subject.name for f in whole} == {"本年支出合计"}
