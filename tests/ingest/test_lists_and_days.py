"""What ends a list, a balance, a source or a day: what stands behind is told as its own or not at all (范围的终止)."""

from __future__ import annotations

import pytest

from ingest.model import Fact, Fund, Stage, Subject
from ingest.numbers import plain
from ingest.text import fold
from tests.ingest.sentences import told
from tests.ingest.test_other_provinces_say import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国内公务接待批次、人数分别增加3批、20人。", ""),
        ("公务接待批次、接待人数比上年分别减少3批、20人。", ""),
        ("公务接待批次、接待人数分别为3批、20人。", "公务接待批次 3批；公务接待人数 20人"),
        ("一般公务用车、执法用车分别增加1辆、2辆。", ""),
        ("满意率、及格率分别提高1.2个百分点、3个百分点。", ""),
    ],
)
def test_changes_of_counts_told_together_are_no_counts(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "source", ["事业收入年初", "其他收入", "政府性基金收入", "一般公共预算财政拨款收入年初"]
)
def test_what_was_to_come_in_is_no_spending(source: str) -> None:
    planned = told(f"{source}预算90万元，支出决算88万元。")[0]
    assert planned.subject.kind == "收入来源" and str(planned.value) == "90"


def test_a_bracketed_rate_of_a_change_that_says_neither_way_is_none() -> None:
    assert said("公务接待费5万元，比上年增加/减少2万元（7.69%）。") == "公务接待费 5"
    assert said("公务接待费5万元，比上年减少2万元（28.57%）。") == "公务接待费 5；增减额 -2；增减率 -28.57%"


def test_a_change_of_a_half_is_of_that_half() -> None:
    text = "初中教育（项）支出100万元，其中：基本支出60万元，其中办公费20万元、差旅费15万元，"
    text = f"{text}较上年减少4.2万元，下降6.54%。"
    assert [f.breakdown for f in told(text) if f.value is not None and f.value < 0] == [
        "基本支出",
        "基本支出",
    ]


@pytest.mark.parametrize(
    ("text", "funds"),
    [
        ("财政拨款收入280万元，其中：本年收入270万元，上年结转10万元。", [Fund.APPROPRIATION] * 3),
        ("财政拨款收入280万元，其中：本级拨款270万元；本年收入合计320万元。",
         [Fund.APPROPRIATION, Fund.ALL, Fund.ALL]),
    ],
)  # fmt: skip
def test_a_total_that_exceeds_a_source_is_no_part_of_it(text: str, funds: list[Fund]) -> None:
    assert [fact.fund for fact in told(text)] == funds


def test_only_amounts_told_of_a_balance_are_its_parts() -> None:
    held = "年末结转和结余93万元，为森林管护31万元，河道清淤62万元。"
    assert [f.breakdown for f in told(held)][1:] == ["年末结转和结余"] * 2
    spent = "上年结转20万元，主要是项目未完成，本年初中教育（项）支出100万元。"
    moved = "年末结转和结余93万元，主要是项目跨年度实施，河道清淤比上年减少3万元。"
    assert {f.breakdown for f in (*told(spent), *told(moved))} == {"合计"}


def test_an_item_of_the_functions_is_no_account_of_what_is_paid_for() -> None:
    known = {
        fold(n): Subject("功能分类", n, c, "项")
        for n, c in (("行政运行", "2010301"), ("住房公积金", "2210201"))
    }
    found = {f.subject.name: f.subject.kind
             for f in told("人员经费60万元，主要用于行政运行50万元、住房公积金5万元。", known=known)}  # fmt: skip
    assert found == {"人员经费": "支出结构", "行政运行": "功能分类", "住房公积金": "经济分类"}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("按照每位老人每月100元的标准。", ["元/位·月"]),
        ("按照每名学生每年1000元的标准。", ["元/名·年"]),
        ("按照每个省级乡村旅游重点村15万元的标准。", ["万元/个"]),
        ("按照每户每年500元标准。", []),
        ("按照每个工作日150元的标准。", []),
    ],
)
def test_the_time_of_a_standard_is_in_its_unit(text: str, unit: list[str]) -> None:
    assert [fact.unit for fact in told(text)] == unit


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("收入总计100万元，比上年增加5万元。支出较上年减少2万元。", "本年支出合计 增减额 -2"),
        ("公务接待费5万元。按可比口径与上年相比，减少1万元。", "增减额 -1"),
        ("会议费预算5万元，培训费预算3万元。支出决算较上年增加1万元。", "培训费@预算 3"),
        ("机关运行经费预算9万元，支出决算8万元。支出决算较上年增加1万元。", "增减额 1"),
    ],
)
def test_whose_a_change_in_a_new_sentence_is(text: str, last: str) -> None:
    assert said(text).split("；")[-1] == last


AT_DAY = "截至2022年12月31日，资产情况如下：\n车辆5辆。\n"


def dated(facts: list[Fact]) -> list[tuple[str, int]]:
    return [(plain(fact.value), fact.year) for fact in facts if fact.value is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{AT_DAY}房屋3处。", [("5", 2022), ("3", 2022)]),
        (f"{AT_DAY}全年举办培训7次。\n房屋3处。", [("5", 2022), ("7", 2023), ("3", 2022)]),
        (f"{AT_DAY}我局2023年计划购置设备4台。\n公务接待10批次。", [("5", 2022), ("4", 2023), ("10", 2023)]),
        (f"{AT_DAY}（二）会议情况\n计划召开会议3次。", [("5", 2022), ("3", 2023)]),
        ("车辆5辆，截至上年末房屋3处。", [("5", 2023), ("3", 2022)]),
    ],
)
def test_a_day_holds_for_what_stands_at_it(text: str, expected: list[tuple[str, int]]) -> None:
    assert dated(told(text, stage=Stage.BUDGET)) == expected
