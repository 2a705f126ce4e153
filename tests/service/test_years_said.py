"""Years by two digits, in a row, as a range, before 决算; numbers of things beside them (两位数年份)."""

from __future__ import annotations

import pytest

from service.scope.periods import find_period


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("这三年17 18 19咋变的", (2017, 2018, 2019)),
        ("17、18、19会议费", (2017, 2018, 2019)),
        ("23/24/25培训费", (2023, 2024, 2025)),
        ("17到18会议费", (2017, 2018)),
        ("17至19会议费", (2017, 2018, 2019)),
        ("21到23会议费", (2021, 2022, 2023)),
        ("2017到18会议费", (2017, 2018)),
        ("24决算三公多少", (2024,)),
        ("25预算三公多少", (2025,)),
        ("23年度支出", (2023,)),
        ("2023预算和2024预算", (2023, 2024)),
        ("17年内设机构有哪些", (2017,)),
        ("十年支出", (2010,)),
    ],
)
def test_years_of_two_digits_are_read(text: str, years: tuple[int, ...]) -> None:
    assert find_period(text).years == years


@pytest.mark.parametrize(
    "text",
    [
        "有18个项目",
        "18 个项目花了多少",
        "买了20 21 个",
        "20、21个都算",
        "18 20 23 三个数",
        "22家单位",
        "18平方米",
        "17年内完成",
        "25年前的事",
        "20年级差",
        "第18项",
        "2400件",
    ],
)
def test_numbers_of_things_are_no_years(text: str) -> None:
    assert find_period(text).years == ()


@pytest.mark.parametrize(
    "text", ["上一年的呢", "那上一年呢", "去年的呢？", "那么上年度呢", "前一年是多少", "那去年的数"]
)
def test_the_year_before_asked_for_alone_is_a_step_and_no_base(text: str) -> None:
    period = find_period(text)
    assert (period.step, period.base, period.years) == (-1, False, ())


@pytest.mark.parametrize("text", ["比上一年多多少", "较去年增加多少", "跟上年相比呢"])
def test_the_year_before_compared_with_is_a_base(text: str) -> None:
    period = find_period(text)
    assert (period.step, period.base) == (None, True)


@pytest.mark.parametrize(
    ("text", "base"),
    [("18年比17年多多少", 2017), ("18年比2017多多少", 2017)],
)
def test_a_base_of_two_digits(text: str, base: int) -> None:
    period = find_period(text)
    assert (period.years, period.base_year) == ((2018,), base)


def test_the_words_of_years_in_a_row_are_explained() -> None:
    text = "会议费17 18 19咋变的"
    assert [text[low:high] for low, high in find_period(text).spans] == ["17 18 19"]
