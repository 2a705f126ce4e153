"""Amounts that people say by the way are ranges in 万元, and a text may tell one of them (顺口说的金额)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.read.said_amounts import Range, said_amounts, tells_said, without_amounts


def said(text: str) -> list[tuple[Decimal, Decimal]]:
    return [(one.low, one.high) for one in said_amounts(text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("多了七百多万", "700", "800"),  # rough: up to the next of its last place
        ("缩了430多万", "430", "440"),
        ("还不到六万多", "6", "7"),
        ("十来万的开销", "10", "20"),
        ("四万七", "4.65", "4.75"),  # half a unit of its last place either way
        ("二十六万三", "26.25", "26.35"),
        ("280万", "275", "285"),
        ("283万", "282.5", "283.5"),
        ("9.4万", "9.35", "9.45"),
        ("一百零八万", "107.5", "108.5"),
        ("2.17亿元", "21650", "21750"),
        ("5,400元", "0.535", "0.545"),
        ("两千多块", "0.2", "0.3"),
    ],
)
def test_an_amount_is_a_range_about_what_is_said(text: str, low: str, high: str) -> None:
    assert said(text) == [(Decimal(low), Decimal(high))]


@pytest.mark.parametrize(
    "text", ["2021年", "三个科室", "增长8.5%", "执行了七成", "两台设备", "第三批", "为什么少了"]
)
def test_what_is_no_money_is_no_amount(text: str) -> None:
    assert said(text) == []
    assert without_amounts(text) == text


def test_several_are_told_each() -> None:
    assert said("头年六万，今年八万四") == [
        (Decimal("5.5"), Decimal("6.5")),
        (Decimal("8.35"), Decimal("8.45")),
    ]
    assert without_amounts("头年六万，今年八万四，咋涨的") == "头年，，今年，，咋涨的"


@pytest.mark.parametrize(
    ("value", "met"), [("3", True), ("4", True), ("3.5", True), ("2.99", False), ("4.01", False)]
)
def test_a_range_is_met_to_its_ends(value: str, met: bool) -> None:
    assert Range(Decimal(3), Decimal(4)).meets(Decimal(value)) is met


@pytest.mark.parametrize(
    ("text", "told", "is_told"),
    [
        ("咋少了47万", "比上年减少47.30万元", True),
        ("咋少了47万", "比上年减少473.00万元", False),
        ("咋少了47万", "比上年减少47.30%", False),
        ("咋少了47万", "全年接待47批次", False),
        ("咋少了47万", "主要原因是厉行节约", False),
        ("咋多了两万三", "比上年增加23,000.00元", True),
        ("咋多了两万三", "比上年增加2.40万元", False),
        ("咋多了一亿二", "比上年增加1.20亿元", True),
        ("咋多了一亿二", "比上年增加12,030.00万元", True),
        ("咋多了一亿二", "比上年增加1.20万元", False),
        ("头年八千块，今年三万一，凭什么", "支出3.10万元", True),
        ("咋就少了", "比上年减少47.30万元", True),  # none is said
    ],
)
def test_one_of_those_said_is_told(text: str, told: str, is_told: bool) -> None:
    assert tells_said(text, told) is is_told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("咋多了1亿2000万", "比上年增加1,990.00万元"),
        ("咋多了一亿三千万", "比上年增加3,000.00万元"),
        ("咋多了两万六千", "比上年增加1.60万元"),
        ("咋多了几十万", "比上年增加7.20万元"),
    ],
)
def test_an_amount_in_two_parts_is_one(text: str, told: str) -> None:
    assert not tells_said(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [("多了两三万", "增加2.20万元"), ("多了四五百万", "增加430.00万元"), ("多了三五万", "增加3.40万元")],
)
def test_between_two_is_from_one_to_the_other(text: str, told: str) -> None:
    assert tells_said(text, told)
