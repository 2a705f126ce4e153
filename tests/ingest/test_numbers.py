"""Printed numbers become exact Decimals; what is no number does not; units are never guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.numbers import MONEY, convert, is_percent, parse_number, plain, to_yuan, unit_in_header, unit_of

AMOUNTS = st.decimals(min_value=-(10**13), max_value=10**13, places=2, allow_nan=False, allow_infinity=False)
NO_NUMBERS = [
    "—",
    "-",
    "/",
    "无",
    "合计",
    "2023年",
    "≥85%",
    "15-20",
    "1.2.3",
    "12万元",
    "1,23.4",
    "(12",
    "12)",
    ".5",
    "5.",
]
UNITS = st.sampled_from(sorted(MONEY))


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", "0"),
        ("0.00", "0.00"),
        ("878.45", "878.45"),
        ("2,946.25", "2946.25"),
        ("191,899,904.10", "191899904.10"),
        ("2，946.25", "2946.25"),
        ("-12.50", "-12.50"),
        ("－12.50", "-12.50"),
        ("¥2,946.25", "2946.25"),
        ("-￥12.50", "-12.50"),
        ("负12.5", "-12.5"),
        ("（12.50）", "-12.50"),
        ("(1,234)", "-1234"),
        ("8 78 . 45", "878.45"),
        ("99.50%", "99.50"),
        ("2130803", "2130803"),
    ],
)
def test_a_cell_that_holds_a_number(printed: str, value: str) -> None:
    parsed = parse_number(printed)
    assert parsed is not None
    assert str(parsed) == value  # with the printed places


@pytest.mark.parametrize(
    "printed",
    ["", " ", *NO_NUMBERS],
)
def test_a_cell_that_holds_none(printed: str) -> None:
    assert parse_number(printed) is None


@given(AMOUNTS)
def test_a_number_survives_being_written_and_read(value: Decimal) -> None:
    again = parse_number(plain(value))
    assert again == value
    assert again is not None and again.as_tuple().exponent == value.as_tuple().exponent


@given(AMOUNTS)
def test_thousand_separators_change_nothing(value: Decimal) -> None:
    assert parse_number(f"{value:,f}") == value


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_none(text: str) -> None:
    value = parse_number(text)
    assert value is None or value.is_finite()


@given(AMOUNTS, UNITS, UNITS)
def test_converting_there_and_back_loses_nothing(value: Decimal, unit: str, wanted: str) -> None:
    there = convert(value, unit, wanted)
    assert there is not None
    assert convert(there, wanted, unit) == value


@given(AMOUNTS, UNITS)
def test_yuan_and_convert_agree(value: Decimal, unit: str) -> None:
    assert to_yuan(value, unit) == convert(value, unit, "元")


@given(AMOUNTS)
def test_plain_has_no_exponent_and_no_negative_zero(value: Decimal) -> None:
    text = plain(value)
    assert "E" not in text.upper()
    assert Decimal(text) == value
    assert not text.startswith("-") or value < 0


@pytest.mark.parametrize(
    ("value", "text"), [("-0.00", "0.00"), ("1E+4", "10000"), ("0E-2", "0.00"), ("58.40", "58.40")]
)
def test_plain(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


def test_money_and_what_is_no_money() -> None:
    assert convert(Decimal("191899904.10"), "元", "万元") == Decimal("19189.99041")
    assert convert(Decimal("1.5"), "亿元", "万元") == 15000
    assert to_yuan(Decimal("878.45"), "万元") == Decimal("8784500.00")
    assert to_yuan(Decimal("3"), "辆") is None
    assert convert(Decimal("3"), "辆", "万元") is None
    assert convert(Decimal("3"), "辆", "辆") == 3


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("金额单位：万元", "万元"),
        ("单位:元", "元"),
        ("单位：人民币万元", "万元"),
        ("部门：某局 单 位 ： 千元", "千元"),
        ("单位：云川市青岚区数字城管指挥中心", None),  # the body's name, not a unit
        ("编制单位：某局", None),
    ],
)
def test_unit_of_a_line(line: str, unit: str | None) -> None:
    assert unit_of(line) == unit


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("金额（元）", "元"),
        ("项目资金（万元）", "万元"),
        ("增减(%)", "%"),
        ("预算数（单位：亿元）", "亿元"),
        ("附属单位上缴收入", None),
    ],
)
def test_unit_in_a_heading(heading: str, unit: str | None) -> None:
    assert unit_in_header(heading) == unit


def test_percent() -> None:
    assert is_percent("58.4% ")
    assert not is_percent("58.4")
