"""The level of accounts that is asked for, and parts picked out without a word for a list (科目级次与筛选)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.levels_said import level_said, with_level

CITY = "青岚区城市管理局2023年"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("哪些大类支出下降", "类"),
        ("支出增加最多的大类", "类"),
        ("哪个款支出最多", "款"),
        ("最大的项", "项"),
        ("包括哪些项", "项"),
        ("财政拨款是多少", ""),
        ("支出最大的项目", ""),
        ("按经济分类最多的是什么", ""),
        ("各项支出是多少", ""),
        ("支出最大的两项占多少", ""),
    ],
)
def test_a_level_is_heard_where_it_is_said(text: str, level: str) -> None:
    assert level_said(text) == level


def test_the_first_of_a_level_are_accounts_of_it() -> None:
    assert with_level("前两大类支出合计") == "前两个类级科目支出合计"
    assert with_level("前三大项目合计") == "前三大项目合计"


#: 城管局 2023, p.7 of the accounts: 城乡社区 16222.49 (2022: 17165.44), 社保 920.85, 节能环保, 灾害防治 lower than
#: in 2022; 项: 死亡抚恤 18.06, 安全监管 3.20; p.13: of 公用经费 only 因公出国 is 0.
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("哪些大类减少了", ("类级科目6项", "城乡社区支出（减少 942.95 万元）", "3 项")),
        ("不到20万的科目", ("项级科目", "死亡抚恤（18.06 万元）", "安全监管（3.20 万元）")),
        ("前两大类合计", ("17143.34 万元",)),
        ("公用经费里没花钱的有哪些", ("因公出国", "1 项")),
        ("公用经费里哪些没有发生", ("因公出国", "1 项")),
        ("哪些费用不足3万", ("公务接待费（2.36 万元）", "会议费（1.95 万元）")),
        ("减少超过100万的科目", ("3 项", "其他城乡社区公共设施支出（减少 629.37 万元）")),
        ("基本支出中哪个大类最多", ("工资福利支出",)),
    ],
)
def test_parts_are_of_the_level_and_the_condition(
    desk: Answerer, question: str, said: tuple[str, ...]
) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert answer.status == "answered"
    assert all(words in answer.answer for words in said)


def test_accounts_without_a_half_are_not_guessed(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=CITY + "只有项目支出的类有哪些"))
    assert (answer.status, answer.figures) == ("no_answer", [])
