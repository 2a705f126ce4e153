"""What is to be set in order is read out of people's own words: the whole, the things listed, how many (排序所指)."""

from __future__ import annotations

import pytest

from service.second.order_meant import ASKS, Order, order_meant

#: Who and when, as they are masked before a question is read.
HEAD = "\0" * 14


def read(text: str) -> Order | None:
    return order_meant(HEAD + text)


@pytest.mark.parametrize(
    ("text", "whole", "count", "up"),
    [
        ("卫生健康支出底下由少到多数一数", "卫生健康支出", 0, True),
        ("工资福利支出，头两样由高到低念一下", "工资福利支出", 2, False),
        ("资本性支出里钱最多的前四项是哪些", "资本性支出", 4, False),
        ("住房保障支出的各项，从小到大摆出来", "住房保障支出", 0, True),
        ("教育支出当中一二三名报一下", "教育支出", 3, False),
        ("教育支出里金额最大的几项", "教育支出", 3, False),
        ("请把公用经费按金额从低到高排个序", "公用经费", 0, True),
        ("哪块钱多哪块钱少，排个名次", "", 0, False),
        ("钱都花到哪些科目去了，由多到少说说", "", 0, False),
    ],
)
def test_the_whole_is_named_with_how_many_and_which_first(
    text: str, whole: str, count: int, up: bool
) -> None:
    order = read(text)
    assert ASKS.search(text) and order is not None
    assert (order.whole, order.names, order.count, order.up) == (whole, (), count, up)


@pytest.mark.parametrize(
    ("text", "whole", "names", "up"),
    [
        ("劳务费、咨询费和培训费，哪样多哪样少", "", ("劳务费", "咨询费", "培训费"), False),
        ("医疗、养老、住房这三样支出由少到多数数", "", ("医疗", "养老", "住房"), True),
        ("普法、信访、档案这三样事务费，由多到少", "", ("普法事务", "信访事务", "档案事务"), False),
        ("基本支出里的水费、电费、物业管理费，由小到大", "基本支出", ("水费", "电费", "物业管理费"), True),
    ],
)
def test_what_is_listed_is_named_each_with_what_all_are(
    text: str, whole: str, names: tuple[str, ...], up: bool
) -> None:
    assert read(text) == Order(whole, names, 0, up, "", False)


def test_fewer_listed_than_were_counted_are_no_list() -> None:
    assert read("劳务费、咨询费这三样，由多到少") is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("预算里教育支出由多到少数一数", "预算"),
        ("教育支出实际花的由多到少数一数", "决算"),
        ("教育支出的预算和决算，由多到少数一数", ""),
        ("教育支出由多到少数一数", ""),
    ],
)
def test_the_stage_is_the_one_that_is_said(text: str, stage: str) -> None:
    order = read(text)
    assert order is not None and order.stage == stage


@pytest.mark.parametrize(
    ("text", "money"),
    [("教育支出里最花钱的两项", True), ("教育支出头两项由多到少", False), ("职工最多的前三个科室", False)],
)
def test_whether_it_is_by_money_is_said(text: str, money: bool) -> None:
    order = read(text)
    assert order is not None and order.money is money


@pytest.mark.parametrize(
    "text",
    [
        "教育支出占比最高的三项",
        "教育支出同比增长最多的两项",
        "教育支出比去年多的，从多到少排个队",
        "人均教育支出，从高到低排个名次",
        "教育支出执行率头三名",
        "教育支出超过八万的从多到少排一排",
        "除了基本工资，工资福利支出从高到低排一排",
        "教育支出前三项合计，从多到少",
        "教育支出前三季度是多少",
        "教育支出一共多少",
        "教育支出最多的是哪一项",
    ],
)
def test_a_share_a_change_a_sum_or_one_figure_is_no_order(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", ["教育支出前三季度花了多少", "教育支出前两个月花了多少"])
def test_a_time_is_no_number_of_things(text: str) -> None:
    order = read(text)
    assert order is None or order.count == 0


def test_what_they_are_set_in_order_by_is_none_of_those_listed() -> None:
    order = read("劳务费、咨询费、培训费这三样，按花钱多少给个次序")
    assert order is not None and order.names == ("劳务费", "咨询费", "培训费")
