"""By how much and by how many per cent, asked in one breath or one after the other (增减额和幅度)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.read.moved_both import moved_both
from tests.service.talking import talk

GUESTS = "青岚区城市管理局2023年公务接待费"


#: Final accounts of 青岚区城市管理局 of 2023, p.21: 公务接待费 2.36, 比上年减少0.76万元，下降24.36%.
@pytest.mark.parametrize(
    "questions",
    [
        (f"{GUESTS}比上年差了多少钱、差百分之几，一块说吧",),
        (f"{GUESTS}和前一年比一比嘛，钱数跟百分比两样都想知道",),
        (f"{GUESTS}比2022年少花了多少万元，少了几成",),
        ("少了多少钱、百分之几？青岚区城市管理局公务接待费，2023年跟2022年比",),
        (f"{GUESTS}多少", "较上年变化：金额＋比例"),
        (f"{GUESTS}多少", "根上年比 金额和付度都要"),
        (f"{GUESTS}多少", "麻烦讲下这项跟上年的对比，多了还是少了多少，幅度又是多少"),
    ],
)
def test_the_amount_and_the_rate_are_both_told(desk: Answerer, questions: tuple[str, ...]) -> None:
    answer = talk(desk, *questions)
    assert [(f.value, f.unit) for f in answer.figures[:2]] == [("-0.76", "万元"), ("-24.36", "%")]


@pytest.mark.parametrize(
    "asked",
    ["请换算为变动率（%）。", "幅度呢，按百分比算是多大？",
     "光说钱没概念，讲讲百分之几吧，变动了百分之几？", "增减幅度，百分比表示"],
)  # fmt: skip
def test_the_rate_of_the_change_that_was_told(desk: Answerer, asked: str) -> None:
    answer = talk(desk, f"{GUESTS}比上年变动多少万元", asked)
    assert [(f.value, f.unit) for f in answer.figures] == [("-24.36", "%")]


@pytest.mark.parametrize(
    "text",
    [
        "某局2023年会议费比上年减少多少",
        "某局2023年会议费比上年减少百分之几",
        "某局2023年会议费比上年减少多少，占三公的百分之几",
        "某局2023年会议费占比比上年提高了几个百分点",
        "某局2023年会议费、培训费比上年分别增减多少、增减百分之几",
    ],
)
def test_what_asks_for_one_of_them_stays_as_it_is(text: str) -> None:
    assert moved_both(text) == text


@pytest.mark.parametrize("how", ["少百分之几", "往下掉了百分之几", "低百分之多少", "降了几成"])
def test_off_the_budget_in_other_words(desk: Answerer, how: str) -> None:
    # P.21: 三公经费 全年预算113.00, 决算103.79; (103.79 − 113.00) ÷ 113.00 = −8.15 %.
    answer = talk(desk, f"青岚区城市管理局2023年三公经费决算同全年预算一比，{how}")
    assert (answer.figures[0].value, answer.figures[0].unit) == ("-8.15", "%")
