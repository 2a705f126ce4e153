"""Whose a figure is: after a list the total's, before 比 what is named; money 涉及 is no income (归属)."""

from __future__ import annotations

import pytest

from ingest.model import Fact, Fund, Measure, Stage
from tests.ingest.sentences import told

LIST = (
    "2023年政府性基金预算支出900.00万元（含上年结转90.00万元），其中：甲桥改造850.00万元，乙渠清淤50.00万元。"
)
THEN = "比2022年执行数减少100.00万元，下降10.00%。"


def _of(facts: list[Fact], value: str) -> set[tuple[str, str, Fund]]:
    return {(f.subject.name, f.measure.value, f.fund) for f in facts if str(f.value) == value}


def test_after_a_list_of_parts_a_change_is_the_totals() -> None:
    found = told(f"{LIST}{THEN}", stage=Stage.BUDGET)
    assert _of(found, "-100.00") == {("支出总计", Measure.CHANGE.value, Fund.GOVERNMENT_FUND)}


@pytest.mark.parametrize("value", ["800.00", "25.00"])
def test_what_is_named_before_the_comparison_has_it(value: str) -> None:
    found = told(
        "事业收入60.00万元，事业收入上年结转16.00万元。培训费比上年预算800.00万元增加25.00万元。",
        stage=Stage.BUDGET,
    )
    assert {name for name, _, _ in _of(found, value)} == {"培训费"}


def test_money_that_was_evaluated_is_no_income() -> None:
    found = told("组织对12个项目开展绩效自评，共涉及财政拨款资金365.00万元，占财政拨款项目支出的100%。")
    assert "财政拨款收入" not in {f.subject.name for f in found}


@pytest.mark.parametrize(
    "heading", ["关于2023年一般公共预算当年拨款情况说明", "青岚区城市管理局2023年度一般公共预算支出说明"]
)
def test_a_heading_names_its_money_behind_the_year(heading: str) -> None:
    found = told("教育支出26.00万元，占76.00%；卫生健康支出8.00万元，占24.00%。", heading=heading)
    assert {f.fund for f in found} == {Fund.GENERAL}
