"""A number of several things told as one is no number of one of them (并计之数)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.things.one_of_listed import is_of_more
from tests.service.written import answerer_of

BODY = "榆川县河道管理所"
TEXT = (
    f"{BODY}2023年度部门决算\n一、主要职责\n负责全县河道管护。\n二、支出决算情况\n"
    "2023年度本年支出合计2600.00万元。\n三、巡查情况\n"
    "全年巡查累计发现乱倒垃圾、侵占岸线、非法采砂等各类问题800个，其中乱倒垃圾310个、侵占岸线120个。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("listed"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("content", "of_more"),
    [
        ("非法采砂问题", True),
        ("乱倒垃圾、侵占岸线等问题", False),
        ("各类问题", False),
        ("问题", False),
        ("乱倒垃圾和非法采砂", False),
    ],
)
def test_one_named_of_several(content: str, of_more: bool) -> None:
    assert is_of_more(content, "乱倒垃圾、侵占岸线、非法采砂等各类问题") is of_more


def test_a_word_with_the_same_sign_lists_nothing() -> None:
    assert not is_of_more("职业教育", "职业教育、普通高等教育学校")


def test_the_whole_is_not_told_for_one(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年发现非法采砂多少个"))
    assert not [f for f in answer.figures if Decimal(f.value) == 800]


def test_two_of_them_are_set_against_each_other(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年 垃圾乱倒 跟 侵占岸线 哪个问题多 差几个"))
    assert not [f for f in answer.figures if Decimal(f.value) in (490, 680)]
