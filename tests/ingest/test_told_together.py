"""Numbers of one sentence that are told together: marks, two changes, a base in brackets, things reached and people."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.model import Fund, Measure, Stage
from tests.ingest.sentences import told


def counts(text: str) -> list[tuple[str, str, str]]:
    found = [f for f in told(text) if f.measure is Measure.COUNT]
    return [(f.subject.name, str(f.value), f.unit) for f in found]


def test_marks_are_no_further_number_of_the_projects() -> None:
    found = counts("组织对14个项目开展绩效自评，涉及预算资金260.50万元，11个优、2个良、1个中。")
    assert found[0][1:] == ("14", "个")
    assert found[1:] == [("评为优", "11", "个"), ("评为良", "2", "个"), ("评为中", "1", "个")]


def test_two_changes_told_together_are_one_each() -> None:
    facts = [f for f in told("邮电费和印刷费分别压减3.20万元和1.10万元。") if f.measure is Measure.CHANGE]
    assert [(f.subject.name, f.value) for f in facts] == [
        ("邮电费", Decimal("-3.20")),
        ("印刷费", Decimal("-1.10")),
    ]


def test_changes_from_the_budget_are_none_over_the_years() -> None:
    facts = told("与年初预算相比，邮电费和印刷费分别减少3.20万元和1.10万元。")
    assert not [f for f in facts if f.measure is Measure.CHANGE]


@pytest.mark.parametrize(
    "text",
    [
        "本年支出636.40万元，较上年（590.15万元）增加46.25万元，增长7.84%。",
        "支出较去年的590.15万元增加46.25万元，增长7.84%。",
        "支出比上一年590.15万元增加46.25万元，增长7.84%。",
    ],
)
def test_the_sum_of_the_year_before_is_of_that_year(text: str) -> None:
    base = [(f.subject.name, f.year) for f in told(text) if f.value == Decimal("590.15")]
    assert base == [("本年支出合计", 2022)]
    change = [f.year for f in told(text) if f.measure is Measure.CHANGE]
    assert change == [2023]


def test_both_sides_of_a_total() -> None:
    facts = told("2023年度收入总计、支出总计均为845.30万元。")
    assert [f.subject.name for f in facts] == ["收入总计", "支出总计"]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("项目新修机耕路5.2公里，惠及9个行政村3120户。", "行政村", "9"),
        ("移民补助18.24万元，向青岭水库304名移民按每人每年600元标准发放。", "青岭水库移民", "304"),
        ("内设科室6个、教研组5个（语文组、数学组）、教辅机构2个（图书馆、电教室）。", "教辅机构", "2"),
        ("其中专任教师88人，“双师型”教师41人。", "双师型教师", "41"),
        ("主要是3名职工退休，人员支出减少。", "职工退休", "3"),
        ("年末财政拨款开支的公务用车保有量7辆。", "公务用车保有量", "7"),
        ("主要是新增1个预算单位及缴费基数调整。", "新增预算单位", "1"),
        ("购置电脑4台和打印机2台。", "打印机", "2"),
        ("设办公室（信访科）、财务科等4个科室。", "科室", "4"),
    ],
)
def test_what_is_counted(text: str, name: str, value: str) -> None:
    assert [found[0] for found in counts(text) if found[1] == value] == [name]


def test_what_money_is_for_is_not_counted() -> None:
    assert counts("用于机关及8个分局人员和日常公用支出。") == []


def test_what_was_owed_for_another_year_is_paid_in_this_one() -> None:
    facts = told("年中补发2022年度考核奖并新招录协管员5名。")
    assert [f.year for f in facts if f.value == 5] == [2023]


def test_fees_with_short_names_in_brackets() -> None:
    facts = told("财政专户管理资金收入260.00万元（学费180.00万元、住宿费80.00万元）。", stage=Stage.BUDGET)
    assert [(f.subject.name, f.value) for f in facts[1:]] == [
        ("学费", Decimal("180.00")),
        ("住宿费", Decimal("80.00")),
    ]
    assert all(f.fund is Fund.ALL for f in facts)
