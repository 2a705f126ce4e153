"""Years in questions: in every script, listed, in ranges, as bases; what only looks like a year (年度)."""

from __future__ import annotations

import pytest

from service.scope.periods import find_period


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2023年支出多少", (2023,)),
        ("2023年度支出", (2023,)),
        ("2023支出", (2023,)),
        ("23年支出", (2023,)),
        ("二〇一九年支出", (2019,)),
        ("二零二一年支出", (2021,)),
        ("二○二二年度支出", (2022,)),
        ("十九年支出", (2019,)),
        ("二四年支出", (2024,)),
        ("二十三年支出", (2023,)),
        ("一八年支出", (2018,)),
        ("23、24、25三年支出", (2023, 2024, 2025)),
        ("2022和2023年支出", (2022, 2023)),
        ("2017到2019年支出", (2017, 2018, 2019)),
        ("2017年至2019年支出", (2017, 2018, 2019)),
        ("17-19三年支出", (2017, 2018, 2019)),
        ("2022年支出和2024年支出", (2022, 2024)),
        ("局里18提租补贴", (2018,)),
        ("某局23公务接待费", (2023,)),
        ("一七一八一九三年接待费", (2017, 2018, 2019)),
        ("222324三年接待费", (2022, 2023, 2024)),
        ("1998年支出", (1998,)),
        ("0年支出", (0,)),
        ("9999年支出", (9999,)),
    ],
)
def test_years_are_read(text: str, years: tuple[int, ...]) -> None:
    assert find_period(text).years == years


@pytest.mark.parametrize(
    "text",
    [
        "2010601科目支出多少",
        "科目编码2080505支出",
        "公开09表里的合计",
        "18.5万元花在哪",
        "买了20辆车没有",
        "其中25万元是什么",
        "增长了23%还是24百分点",
        "前15名是谁",
        "近三年支出",
        "办了23件事",
        "9月20日的会",
        "5年级学生",
        "2012件投诉",
    ],
)
def test_codes_amounts_and_counts_are_no_years(text: str) -> None:
    assert find_period(text).years == ()


@pytest.mark.parametrize(
    ("text", "years", "base", "kind"),
    [
        ("2024年支出比2023年决算多多少", (2024,), 2023, "决算"),
        ("2024年支出比2023年多多少", (2024,), 2023, ""),
        ("2024年预算较2023年预算数增长多少", (2024,), 2023, "预算"),
        ("2024年支出比23年执行数多多少", (2024,), 2023, "执行"),
        ("2024年支出与2022年相比", (2024,), 2022, ""),
        ("2024年支出比上年多多少", (2024,), None, ""),
        ("2024年支出同比增长", (2024,), None, ""),
    ],
)
def test_a_year_to_compare_with_is_a_base_and_no_year_asked_for(
    text: str, years: tuple[int, ...], base: int | None, kind: str
) -> None:
    period = find_period(text)
    assert (period.years, period.base, period.base_year, period.base_kind) == (years, True, base, kind)


def test_two_years_side_by_side_have_no_base() -> None:
    period = find_period("2023年和2025年比支出")
    assert period.years == (2023, 2025)
    assert not period.base


@pytest.mark.parametrize(
    ("text", "step", "back"),
    [
        ("前一年呢", -1, None),
        ("再往前呢", -1, None),
        ("后一年呢", 1, None),
        ("次年呢", 1, None),
        ("去年支出", None, 1),
        ("前年支出", None, 2),
        ("今年支出", None, 0),
        ("支出多少", None, None),
        ("上年度的接待费是多少", -1, None),
        # What was carried over from last year is an account of this one.
        ("上年度结转是多少", None, None),
        ("上年的结转有多少", None, None),
    ],
)
def test_years_told_without_a_number_are_steps(text: str, step: int | None, back: int | None) -> None:
    period = find_period(text)
    assert (period.years, period.step, period.back) == ((), step, back)


@pytest.mark.parametrize("text", ["上年结转多少", "上年末结余多少"])
def test_last_years_balance_is_the_name_of_an_account(text: str) -> None:
    assert not find_period(text).base


def test_the_words_of_a_year_are_explained() -> None:
    text = "某局2023年度支出比上年多多少"
    assert [text[low:high] for low, high in sorted(find_period(text).spans)] == ["2023年度", "比上年"]
