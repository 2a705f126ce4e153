"""The words of a row of daily speech stand for each other, whichever of them a document prints (同行的词)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.citizens_words import words_alike
from tests.service.written import answerer_of_texts

BODY = "鹭岛区文化馆"
TEXT = f"""{BODY}2024年度部门决算
一、部门职责
{BODY}负责全区群众文化工作。
二、收入支出决算总体情况说明
{BODY}2024年度收入总计300.00万元，支出总计300.00万元。
三、活动开展情况
2024年开办假期课堂，来馆学画的小朋友412名。
2024年送戏下乡，到场观看的庄稼人5,300人次。
2024年开设智能手机课，报名的老大妈136人。
2024年请来托班的小娃61名。
2024年走访小贩512户。
四、馆内服务情况
2024年接待门诊病号8,200人次。
2024年巡查河道33次。
2024年赔付超期图书21册。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("alike"), TEXT)


def told(answerer: Answerer, said: str) -> list[str]:
    answer = answerer.ask(AskRequest(question=f"{BODY}2024年{said}"))
    return [figure.value for figure in answer.figures]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("送戏下乡有多少农民到场看", "5300"),
        ("看戏的农户有几人次", "5300"),
        ("学智能手机的老年人有几位", "136"),
        ("托班来了多少婴幼儿", "61"),
        ("走访个体工商户几户", "512"),
    ],
)
def test_the_word_that_is_printed_counts_for_the_one_that_is_said(
    answerer: Answerer, said: str, value: str
) -> None:
    assert told(answerer, said) == [value]


@pytest.mark.parametrize(
    "said",
    [
        "学画的老年人有几个",
        "看戏的市民有几人次",
        "走访企业几户",
        "托班来了多少老年人",
        "送戏下乡有多少残疾人到场看",
    ],
)
def test_people_of_another_row_are_others(answerer: Answerer, said: str) -> None:
    assert told(answerer, said) == []


@pytest.mark.parametrize(
    "said", ["急诊病人有多少人次", "急诊看了多少患者", "检测河道多少次", "遗失图书多少册"]
)
def test_what_is_counted_apart_is_not_told_for_each_other(answerer: Answerer, said: str) -> None:
    assert told(answerer, said) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("小朋友", "未成年人"),
        ("老大妈", "长者"),
        ("庄稼人", "农户"),
        ("病号", "患者"),
    ],
)
def test_what_is_said_and_what_is_printed_are_in_one_row(one: str, other: str) -> None:
    assert any(one in row and other in row for row in words_alike())


@pytest.mark.parametrize(
    ("one", "other"),
    [("老年人", "残疾人"), ("孩子", "老师"), ("公厕", "路灯"), ("拆除", "新建"), ("农户", "患者")],
)
def test_no_row_holds_both(one: str, other: str) -> None:
    assert not any(one in row and other in row for row in words_alike())


def test_words_are_plain_and_each_stands_once_in_its_row() -> None:
    rows = list(words_alike())
    assert all(len(set(row)) == len(row) for row in rows)
    assert not {char for row in rows for word in row for char in word} & set("()[]?|\\<>!=+*^$")
    pairs = {word for row in rows for word in row}
    assert {"发", "修", "办", "扫"}.isdisjoint(pairs)  # one character alone is too easily another's


def test_what_may_follow_a_word_is_left_out_of_it() -> None:
    words = {word for row in words_alike() for word in row}
    assert {"孩子", "老太", "怀孕", "上了年纪的"} <= words
    assert {"孩子们", "孩子们?", "老太太"}.isdisjoint(words)
