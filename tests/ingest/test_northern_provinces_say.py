"""Sentences as northern provinces put them, made up here: plans as bases, balances in brackets, days, ranges."""

from __future__ import annotations

import pytest

from ingest.model import Fund, Measure, Stage, Subject
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


def test_a_fund_that_moves_against_its_plan() -> None:
    text = (
        "一般公共预算财政拨款本年收入完成年初预算103.0%，比年初预算增加9.00万元，主要是年中追加；支出完成年初预算"
        "104.0%，比年初预算增加12.00万元，主要是年中追加。"
    )
    assert figures(text) == [
        ("本年收入合计", Measure.COMPLETION, "103.0"),
        ("本年收入合计", OFF, "9.00"),
        ("本年支出合计", Measure.COMPLETION, "104.0"),
        ("本年支出合计", OFF, "12.00"),
    ]
    assert {f.fund for f in told(text)} == {Fund.GENERAL}
    # 支出 is no total where one item is told of.
    item = "公务接待费预算5.00万元，支出完成预算的80%。"
    assert figures(item)[1] == ("公务接待费", Measure.COMPLETION, "80")


def test_a_stage_that_opens_a_sentence_is_of_what_its_paragraph_tells() -> None:
    text = "机关运行经费预算为90.00万元，支出决算为88.00万元。支出决算较上年增加3.00万元。"
    assert figures(text)[2] == ("机关运行经费", CHANGE, "3.00")
    whole = "“三公”经费预算9.00万元，其中：公务接待费2.00万元。支出决算较上年减少3.00万元。"
    assert figures(whole)[2] == ("“三公”经费", CHANGE, "-3.00")
    assert figures("支出决算较上年增加3.00万元。") == [("本年支出合计", CHANGE, "3.00")]
    total = "一般公共预算财政拨款支出90.00万元，其中：基本支出60.00万元。支出决算较上年增加3.00万元。"
    assert figures(total)[2] == ("本年支出合计", CHANGE, "3.00")


def test_a_completion_behind_an_amount_is_not_of_the_things_counted() -> None:
    text = (
        "2.公务用车购置费支出情况。2023年度购置车辆0台，预算为0万元，支出决算为0万元，完成预算的100%，"
        "支出决算与预算一致。"
    )
    assert [(f.subject.name, f.measure) for f in told(text)] == [
        ("购置车辆", COUNT),
        ("公务用车购置费", AMOUNT),
        ("公务用车购置费", AMOUNT),
        ("公务用车购置费", Measure.COMPLETION),
        ("公务用车购置费", OFF),
    ]


def test_a_rate_alone_in_brackets_behind_a_change() -> None:
    text = "公务接待费3.00万元，较上年减少1.00万元（25.00%）；培训费6.00万元，较上年增加2.00万元（50.00%）。"
    assert [f for f in figures(text) if f[1] is RATE] == [
        ("公务接待费", RATE, "-25.00"),
        ("培训费", RATE, "50.00"),
    ]
    plan = "公务接待费3.00万元，较年初预算减少1.00万元（25.00%）。"
    assert figures(plan)[2] == ("公务接待费", OFF_RATE, "-25.00")
    # Not of a change, or not alone.
    assert not [f for f in figures("公务接待费3.00万元（25.00%）。") if f[1] is RATE]
    assert not [f for f in figures("公务接待费比上年减少1.00万元（其中接待境外25.00%）。") if f[1] is RATE]


@pytest.mark.parametrize("lead", ["主要包括", "其中：", "主要用于", "，主要包括：办公费4.00万元；"])
def test_what_the_halves_hold_is_told_by_its_path(lead: str) -> None:
    text = f"公用经费40.00万元，{lead.removeprefix('，')}培训费8.00万元、公务接待费2.00万元。"
    facts = {f.subject.name: f.subject.path for f in told(text)}
    assert facts["培训费"] == facts["公务接待费"] == ("公用经费",)


def test_what_stands_beside_a_half_is_no_part_of_it() -> None:
    text = "公用经费40.00万元，主要包括办公费；公务接待费2.00万元。会议费3.00万元。"
    assert {f.subject.path for f in told(text)} == {()}
    staff = "人员经费40.00万元，主要包括奖金9.00万元、住房公积金4.00万元；公用经费5.00万元。培训费1.00万元。"
    fund = Subject("功能分类", "住房公积金", "2210201", "项", ("住房保障支出", "住房改革支出"))
    facts = told(staff, known={"住房公积金": fund})
    assert [(f.subject.kind, f.subject.name, f.subject.path) for f in facts] == [
        ("支出结构", "人员经费", ()),
        ("其他", "奖金", ()),
        ("经济分类", "住房公积金", ("人员经费",)),
        ("支出结构", "公用经费", ()),
        ("会议培训", "培训费", ()),
    ]
    alone = told("住房公积金4.00万元。", known={"住房公积金": fund})
    assert [f.subject for f in alone] == [fund]


def test_parts_of_running_costs_listed_by_use() -> None:
    text = "机关运行经费安排50.00万元，主要用于办公费9.00万元、会议费3.00万元。会议费共5.00万元。"
    assert [(f.subject.name, f.subject.path) for f in told(text, stage=Stage.BUDGET)] == [
        ("机关运行经费", ()),
        ("办公费", ()),
        ("会议费", ("机关运行经费",)),
        ("会议费", ()),
    ]


def test_a_comparison_behind_a_sentence_of_parts_is_of_their_total() -> None:
    text = (
        "2023年度收入合计900.00万元。其中：事业收入800.00万元；其他收入100.00万元。与上年相比增加70.00万元。"
    )
    assert figures(text)[3:] == [("本年收入合计", CHANGE, "70.00")]


def test_cars_are_counted_whatever_money_keeps_them() -> None:
    text = "2023年期末，单位开支一般公共预算财政拨款的公务用车保有量为14辆。"
    assert figures(text) == [("公务用车保有量", COUNT, "14")]
