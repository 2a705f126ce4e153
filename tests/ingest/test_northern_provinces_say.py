"""Sentences as northern provinces put them, made up here: plans as bases, balances in brackets, days, ranges."""

from __future__ import annotations

import pytest

from ingest.model import Fund, Measure, Stage
from ingest.numbers import plain
from tests.ingest.sentences import told

AMOUNT, CHANGE, RATE, COUNT = Measure.AMOUNT, Measure.CHANGE, Measure.CHANGE_RATE, Measure.COUNT
OFF, OFF_RATE = Measure.VARIANCE, Measure.VARIANCE_RATE


def figures(text: str, stage: Stage = Stage.FINAL_ACCOUNTS) -> list[tuple[str, Measure, str]]:
    """Subject, measure and value of every figure, in order."""
    return [
        (f.subject.name, f.measure, "" if f.value is None else plain(f.value))
        for f in told(text, stage=stage)
    ]


def test_the_plan_of_a_named_account_is_no_other_year() -> None:
    text = "2023年“三公”经费决算数70.00万元，比2023年“三公”经费财政拨款年初预算95.00万元减少25.00万元。"
    assert figures(text) == [
        ("“三公”经费", AMOUNT, "70.00"),
        ("“三公”经费", AMOUNT, "95.00"),
        ("“三公”经费", OFF, "-25.00"),
    ]
    assert [f.stage for f in told(text)][1] is Stage.INITIAL_BUDGET
    other = "2023年“三公”经费决算数70.00万元，比2022年“三公”经费财政拨款决算95.00万元减少25.00万元。"
    assert figures(other)[2] == ("“三公”经费", CHANGE, "-25.00")


def test_the_plan_that_a_sentence_opens_with_holds_for_all_of_its_list() -> None:
    text = "与年初预算数相比，财政拨款收入增加31.00万元，主要原因是年中追加；支出增加44.00万元，增长5.5%。"
    assert [f[1:] for f in figures(text)] == [(OFF, "31.00"), (OFF, "44.00"), (OFF_RATE, "5.5")]
    # Another base, or a second reason, is another matter.
    last = "与年初预算数相比，财政拨款收入增加31.00万元；支出比上年增加44.00万元。"
    assert [f[1:] for f in figures(last)] == [(OFF, "31.00"), (CHANGE, "44.00")]
    reason = "与年初预算数相比，公务接待费减少3.00万元，主要原因：一是厉行节约；二是会议费减少1.00万元。"
    assert [f[1:] for f in figures(reason)] == [(OFF, "-3.00")]


@pytest.mark.parametrize("what", ["（含结转和结余）", "（含年初结转）"])
def test_a_total_that_holds_a_balance_is_the_grand_total(what: str) -> None:
    assert figures(f"本部门2023年度收、支总计{what}310.00万元。") == [
        ("收入总计", AMOUNT, "310.00"),
        ("支出总计", AMOUNT, "310.00"),
    ]
    assert figures(f"2023年收入预算{what}310.00万元。", Stage.BUDGET) == [("收入总计", AMOUNT, "310.00")]


def test_a_balance_is_no_total() -> None:
    assert {name for name, _, _ in figures("2023年年末结转和结余（含项目结转）10.00万元。")}.isdisjoint(
        {"收入总计", "支出总计"}
    )


def test_an_income_is_of_the_fund_that_its_account_is_named_by() -> None:
    text = (
        "2023年预算收入90.00万元，其中：一般公共预算收入60.00万元，基金预算收入20.00万元，事业收入10.00万元。"
    )
    assert [f.fund for f in told(text, stage=Stage.BUDGET)] == [
        Fund.ALL, Fund.GENERAL, Fund.GOVERNMENT_FUND, Fund.ALL,
    ]  # fmt: skip


def test_a_change_behind_reasons_is_not_of_what_they_say_has_moved() -> None:
    text = "公务用车运行维护费支出30.00万元，较预算减少4.00万元，主要是燃油价格下降；较上年减少2.00万元，降低6.3%。"
    assert figures(text)[1:] == [
        ("公务用车运行维护费", OFF, "-4.00"),
        ("公务用车运行维护费", CHANGE, "-2.00"),
        ("公务用车运行维护费", RATE, "-6.3"),
    ]


def test_the_end_of_last_year_and_what_is_planned_for_this() -> None:
    text = "截至上年末，我部门共有车辆11辆，价值240.00万元。本年度拟购置固定资产总额为30.00万元。"
    assert [(f"{f.value}", f.year, f.stage) for f in told(text, stage=Stage.BUDGET)] == [
        ("11", 2022, Stage.EXECUTION),
        ("240.00", 2022, Stage.EXECUTION),
        ("30.00", 2023, Stage.BUDGET),
    ]


def test_a_range_of_points_is_no_score() -> None:
    text = "评价得分在90（含）-100分的21个，评价得分在80（含）-90分的4个，评价得分在60分以下的0个。"
    assert figures(text) == [
        ("评价得分在90（含）-100分的", COUNT, "21"),
        ("评价得分在80（含）-90分的", COUNT, "4"),
        ("评价得分在60分以下的", COUNT, "0"),
    ]
