"""What a question lists and adds up, each asked in full (所列各项加总); orders put in daily words (排序的白话)."""

from __future__ import annotations

import pytest

from service.read.orders_plainly import orders_plainly
from service.second.added_each import _BELOW, _OF_SO_MANY, _names, listed_in


@pytest.mark.parametrize(
    ("text", "names", "tail"),
    [
        ("基本公共卫生和重大公共卫生两项一共支出多少", ["基本公共卫生", "重大公共卫生"], ""),
        ("图书馆、博物馆、文化馆三家免费开放加起来有多少", ["图书馆", "博物馆", "文化馆"], "免费开放"),
        ("水费跟电费加一块儿要多少", ["水费", "电费"], ""),
    ],
)
def test_the_names_of_a_list_and_what_is_so_of_each(text: str, names: list[str], tail: str) -> None:
    said = listed_in(text)
    assert said is not None
    assert (_names(said), said["tail"]) == (names, tail)


#: One that is missing, or one too many, makes no list of so many.
@pytest.mark.parametrize("text", ["水费、电费三项一共多少", "水费、电费、邮电费两项一共多少"])
def test_a_list_of_another_number_is_none(text: str) -> None:
    assert _names(listed_in(text)) == []


def test_bodies_below_one_are_named_in_brackets() -> None:
    said = _BELOW.match("石渡县林业局下面那两个二级单位（林场和苗圃站）预算加起来是多少")
    assert said is not None
    assert (said["of"], _names(said), said["tail"]) == ("石渡县林业局", ["林场", "苗圃站"], "预算")
    three = _BELOW.match("石渡县林业局下面那三个二级单位（林场和苗圃站）预算加起来是多少")
    assert _names(three) == []


def test_so_many_that_were_told() -> None:
    said = _OF_SO_MANY.match("三个的实际执行数加起来呢")
    assert said is not None
    assert (said["n"], said["what"]) == ("三", "实际执行数")
    assert _OF_SO_MANY.match("三个的实际执行数各多少") is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("五个单位谁的预算多，按多到少给我排排", "各单位预算从多到少排列"),
        ("五个单位2025年预算从多到少排列", "各单位2025年预算从多到少排列"),
        ("巡查发现的那一万多个问题里，数量排前三的是哪三种", "巡查发现的问题里数量排前三的是哪三种"),
        ("各项里和2020年比降幅（百分比）最大的前三项", "各项里和2020年比降幅最大的前三项"),
        ("哪三项比上年降得最多（按百分比）", "哪三项比上年降幅最大"),
        ("更新办公设备，计划花钱最多的三样东西", "采购办公设备花钱最多的三样东西"),
    ],
)
def test_an_order_in_daily_words(text: str, plain: str) -> None:
    assert orders_plainly(text) == plain


#: Numbers that pick some of all, and what sets nothing in order, stay as they are.
@pytest.mark.parametrize(
    "text",
    [
        "前两个单位预算从多到少排列",
        "三个项目里哪个钱最多",
        "谁的预算多，多多少",
        "300个村里有多少个通了路",
        "更新办公设备花了多少钱",
    ],
)
def test_other_words_are_left_as_they_are(text: str) -> None:
    assert orders_plainly(text) == text
