"""A year that only a reason names is not that of the change behind it (原因里的年份)."""

from __future__ import annotations

from ingest.model import Stage
from tests.ingest.test_other_provinces_say import said


def test_a_year_in_a_reason_is_not_carried_on() -> None:
    text = (
        "公务用车购置费0万元，比上年减少18万元，因2021年已更新执法车1辆；"
        "公务用车运行维护费31万元，比上年减少3万元。"
    )
    told = said(text, Stage.BUDGET)
    assert "公务用车运行维护费 31" in told and "增减额 -3" in told
    assert "@2021 增减额 -3" not in told and "@2021@预算 增减额 -3" not in told


def test_a_change_between_two_years_that_are_told_stays_with_the_later() -> None:
    assert said("2021年培训费8万元，2022年培训费5万元，减少3万元。").endswith("增减额 -3")
