"""Changes whose rate says whose they are, bases with 的, zeros without a word before them (变动与基数的其他说法)."""

from __future__ import annotations

import pytest

from ingest.model import Stage
from tests.ingest.test_other_provinces_say import said

LISTED = "机关运行经费96.5万元，其中办公费20.1万元、差旅费15万元，较上年"
PARTS = "机关运行经费 96.5；办公费 20.1；差旅费 15"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("减少4.2万元，下降4.17%", "机关运行经费 增减额 -4.2；增减率 -4.17%"),
        ("减少4.2万元，降幅4.17%", "机关运行经费 增减额 -4.2；增减率 -4.17%"),
        ("增加4.2万元，增长4.55%", "机关运行经费 增减额 4.2；增减率 4.55%"),
        ("减少5万元，下降25%", "增减额 -5；增减率 -25%"),
    ],
)
def test_a_rate_says_whether_the_whole_or_its_last_part_has_changed(change: str, expected: str) -> None:
    assert said(f"{LISTED}{change}。") == f"{PARTS}；{expected}"


@pytest.mark.parametrize("change", ["减少4.2万元", "减少4.2万元，下降50%"])
def test_a_change_behind_parts_told_in_one_breath_may_be_of_either(change: str) -> None:
    assert said(f"{LISTED}{change}。") == PARTS


@pytest.mark.parametrize(
    ("rate", "moved"), [("4.17%", "会议费 增减额 -4.2"), ("17.28%", "增减额 -4.2"), ("50%", "")]
)
def test_a_rate_says_whose_a_change_behind_one_part_is_or_that_it_is_of_none(rate: str, moved: str) -> None:
    found = said(f"会议费96.5万元，其中外地会议20.1万元，较上年减少4.2万元，下降{rate}。")
    assert found == "；".join(
        filter(None, ["会议费 96.5；外地会议 20.1", moved, moved and f"增减率 -{rate}"])
    )


def test_the_whole_is_that_of_the_year() -> None:
    text = "会议费96.5万元（上年100.7万元），其中办公费20.1万元、差旅费15万元，减少4.2万元，下降4.17%。"
    assert said(text).endswith("差旅费 15；会议费 增减额 -4.2；增减率 -4.17%")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公务接待费2.3万元，比年初预算的3万元减少0.7万元；比2022年的2.5万元减少0.2万元。",
         "公务接待费 2.3；@年初预算 3；与预算之差 -0.7；@2022 2.5；增减额 -0.2"),
        ("公务接待费决算数为2.3万元，预算数为3万元，完成预算的76.67%，比上年2.5万元减少8%。",
         "公务接待费 2.3；@预算 3；完成率 76.67%；@2022 2.5；增减率 -8%"),
        ("因公出国（境）费0；公务用车购置0，公务接待费2.3万元。",
         "因公出国（境）费 0；公务用车购置费 0；公务接待费 2.3"),
        ("2023年度部门决算收入总计12万元，比上年增加5万元。", "收入总计 12；增减额 5"),
        ("预算支出总计12万元。", "支出总计 12"),
        ("全年公务接待共计23批次、186人次。", "公务接待 23批次；186人次"),
    ],
)  # fmt: skip
def test_other_words_for_bases_totals_and_nothing(text: str, expected: str) -> None:
    assert said(text) == expected


def test_parts_are_at_the_stage_of_what_was_done_not_of_the_plan_beside_it() -> None:
    parts = "，其中：公务接待费3万元。"
    done = f"“三公”经费支出6.5万元，完成年初预算7万元的92.86%{parts}"
    assert said(done) == "“三公”经费 6.5；@年初预算 7；完成率 92.86%；公务接待费 3"
    beside = f"“三公”经费决算6.5万元，预算数7万元{parts}"
    assert said(beside) == "“三公”经费 6.5；@预算 7；公务接待费 3"
    assert said(f"“三公”经费年初预算7万元{parts}") == "“三公”经费@年初预算 7；公务接待费@年初预算 3"


def test_reasons_of_a_deviation_are_no_changes_over_the_years() -> None:
    text = "公务接待费决算数较预算数减少的主要原因：一是会议餐费减少1.4万元；二是外事餐费减少2万元。"
    assert said(text) == ""
    assert "增减额 -1.4" in said(text.replace("预算数", "上年"))


def test_a_change_behind_a_closed_bracket_is_of_the_whole() -> None:
    text = "公务用车保有量5辆（其中：机要用车1辆，执法用车4辆），比上年减少1辆。"
    assert said(text) == "公务用车保有量 5辆；机要用车 1辆；执法用车 4辆；公务用车保有量 增减额 -1辆"


def test_what_things_are_planned_to_cost_is_of_the_things() -> None:
    found = said("单价50万元以上设备2台，价值13万元。2023年拟新购车辆1辆，预算18万元。", Stage.BUDGET)
    assert found.endswith("新购车辆 1辆；新购车辆预算 18")


def test_a_fund_behind_a_balance_is_an_income_of_its_own() -> None:
    text = "财政拨款收入28万元，其中：本年收入28万元，上年结转0万元。本年收入中，一般公共预算财政拨款28万元。"
    assert said(text).endswith("年初结转和结余 0；一般公共预算财政拨款收入 28")


@pytest.mark.parametrize("text", ["设置0，费0。", "“放管服”平台布置0；"])
def test_a_zero_of_no_account_is_nothing(text: str) -> None:
    assert said(text, Stage.BUDGET) == ""
