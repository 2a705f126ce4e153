"""Comparisons behind reasons, changes of both sides, and money of what is counted (原因之后的比较)."""

from __future__ import annotations

import pytest

from ingest.model import Stage
from tests.ingest.test_other_provinces_say import cases, said

PLAN = Stage.BUDGET


@cases(
    ("公务接待费支出预算为4万元，支出决算为2.5万元，决算数小于预算数的主要原因是厉行节约，与上年相比减少0.5万元，"
     "减少16.67%，减少的主要原因是压减了陪餐。",
     "公务接待费@预算 4；2.5；增减额 -0.5；增减率 -16.67%"),
    # What fell in the reason may be what the change is of; a change told before has its reason behind it.
    ("公务接待费支出预算为4万元，支出决算为2.5万元，决算数小于预算数的主要原因是批次减少，与上年相比减少6批。",
     "公务接待费@预算 4；2.5"),
    ("公务接待费支出决算为2.5万元，比上年减少1万元，主要原因是厉行节约，与上年相比减少0.6万元。",
     "公务接待费 2.5；增减额 -1"),
    ("培训费支出25万元，较上年减少3万元，主要原因是线上培训；与年初预算数20万元相比，完成年初预算的125%。",
     "培训费 25；增减额 -3；@年初预算 20；完成率 125%"),
)  # fmt: skip
def test_a_comparison_behind_reasons(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("mark", ["，", "。"])
def test_each_of_two_totals_has_changed(mark: str) -> None:
    text = f"收入总计81万元，支出总计81万元{mark}与上年相比，各减少3万元，下降3.57%。"
    change = "收入总计 增减额 -3；支出总计 增减额 -3；收入总计 增减率 -3.57%；支出总计 增减率 -3.57%"
    assert said(text) == f"收入总计 81；支出总计 81；{change}"


@cases(
    ("收入合计81万元，支出合计80万元，比上年各增加3万元。",
     "本年收入合计 81；本年支出合计 80；本年收入合计 增减额 3；本年支出合计 增减额 3"),
    ("支出合计80万元，比上年各增加3万元。", "本年支出合计 80；增减额 3"),
    ("收入总计81万元，支出总计81万元，与2022年相比，收入增加5万元，支出增加5万元。",
     "收入总计 81；支出总计 81；收入总计 增减额 5；支出总计 增减额 5"),
    ("收入合计81万元，支出合计80万元，与2022年相比，收入增加5万元，支出增加4万元。",
     "本年收入合计 81；本年支出合计 80；本年收入合计 增减额 5；本年支出合计 增减额 4"),
)  # fmt: skip
def test_which_totals_have_changed(text: str, expected: str) -> None:
    assert said(text) == expected


@cases(
    ("共9个项目，支出总额70万元。", "项目 9个；70"),
    ("支出合计90万元。绩效目标项目9个，预算总额70万元。", "本年支出合计 90；绩效目标项目 9个；70"),
    ("局机关及3家参照公务员法管理的事业单位机关运行经费财政拨款预算32万元，比上年减少1万元。",
     "参照公务员法管理的事业单位 3家；机关运行经费 32；增减额 -1"),
    ("下属5个事业单位，机关运行经费20万元。", "下属事业单位 5个；机关运行经费 20"),
)  # fmt: skip
def test_money_beside_a_count(text: str, expected: str) -> None:
    assert said(text, PLAN) == expected


@cases(
    ("2050203（初中教育）15万元，较上年增加3万元。", "初中教育 15；增减额 3"),
    ("单位资金安排的支出10万元。", "单位资金安排的支出 10"),
    ("我校更新公务用车1辆。", "更新公务用车 1辆"),
    ("其他收入2万元，较上年预算安排无变化。", "其他收入 2；其他收入/持平 增减额 0"),
)  # fmt: skip
def test_names_without_what_leads_to_them(text: str, expected: str) -> None:
    assert said(text, PLAN) == expected


def test_the_initial_budget_that_an_outcome_is_held_against() -> None:
    text = "与2023年度财政拨款支出年初预算75万元相比，完成年初预算的105.33%。"
    assert said(text) == "本年支出合计@年初预算 75；完成率 105.33%"
    assert said("培训费比2022年年初预算7万元增加1万元。").startswith("培训费@2022@年初预算 7")
