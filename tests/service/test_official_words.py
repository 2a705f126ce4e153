"""The written language of offices, in plain words and as it is answered over the samples (公文语体)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.dialect import in_plain_words
from service.read.plainly import plainly


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("请报甲局2023年培训费", "甲局2023年培训费"),
        ("现请贵单位分别提取甲局2023年培训费", "甲局2023年培训费"),
        ("审计需要：甲局2023年培训费几何", "甲局2023年培训费多少"),
        ("甲局接待若干批次、若干人次，请予以列明。", "甲局接待多少批次、多少人次。"),
        ("甲局所属单位，逐一列明", "甲局所属单位，逐一列出"),
        ("甲局与乙局会议费孰高孰低", "甲局与乙局会议费哪个更高"),
        ("甲局与乙局何者较多，相差若干元？", "甲局与乙局哪个更多，相差多少元？"),
        ("甲局与乙局车辆数，指出较多者及差额（辆）。", "甲局与乙局车辆数，哪个多，相差多少。"),
        ("甲局项目预算居首者为何？", "甲局项目预算最多的是什么？"),
        ("甲局支出仅次于首位的是何类", "甲局支出第二大的是什么类"),
        ("单笔金额居首者为何，金额多少", "单笔金额最多的是什么，金额多少"),
        ("另请核算甲局2023年培训费", "甲局2023年培训费"),
        ("甲局热线为何号码", "甲局热线是什么号码"),
        ("甲局支出增加系何原因所致？", "甲局支出增加主要是什么原因？"),
    ],
)
def test_the_language_of_offices_becomes_plain(said: str, meant: str) -> None:
    assert in_plain_words(said) == meant


@pytest.mark.parametrize(
    "text",
    [
        "会议费为何增加？",
        "支出减少，为何？",
        "请报告里的会议费多少",
        "任何项目都没有超预算",
        "甲局层次高的人才补贴多少",
        "报销了多少差旅费",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert in_plain_words(text) == text


# 松屿区卫生健康局 2023: p. 8 of the text (接待12批、96人次), p. 19 of the tables (培训费 118,200.00).
# 青岚区城市管理局 2023: 培训费 6.40 万元 in the table of basic expenditure, so 118200 − 64000 = 54200 元 more.
def test_counts_asked_in_the_language_of_offices(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="松屿区卫健局2023年公务接待若干批次、若干人次，请予以列明。"))
    assert [(f.value, f.unit[0]) for f in answer.figures] == [("12", "批"), ("96", "人")]


def test_the_larger_and_the_difference(desk: Answerer) -> None:
    asked = "请比较松屿区卫健局与青岚区城管局2023年培训费，指出较多者及差额。"
    answer = desk.ask(AskRequest(question=asked))
    assert answer.answer.startswith("云川市松屿区卫生健康局2023年度培训费")
    assert (answer.figures[0].value, answer.figures[0].unit) == ("54200.00", "元")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("甲局2023年从头到尾总共花掉多少钱", "甲局2023年总共花掉多少钱"),
        ("公家的小车有几辆", "公车有几辆"),
        ("这里头花在项目上的占百分之几", "这里头项目支出占百分之几"),
        ("甲局和乙局预算哪家规模大，差额多少", "甲局和乙局预算哪家多，差额多少"),
        ("甲局功能科目（项）中最大的", "甲局项级科目中最大的"),
        ("公用经费（商品和服务支出）里哪样最大", "公用经费里哪样最大"),
    ],
)
def test_daily_words_that_say_no_more(said: str, meant: str) -> None:
    assert plainly(said) == meant
