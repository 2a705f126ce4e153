"""Greetings, 请帮我查一下 and thanks say nothing: the question within them is the question (客套话)."""

from __future__ import annotations

import itertools

import pytest

from service.read.asides import without_asides
from service.read.courtesy import without_courtesy

_OPENINGS = ("", "你好，", "老师，", "老师好，请教一下", "那个，我想问问", "麻烦帮我查一下", "我就想知道",
             "嗯，我想了解下", "能不能告诉我", "帮忙看看", "大家好 我想咨询一下", "请问")  # fmt: skip
_CLOSINGS = ("", "，谢谢", "？谢谢您了！", "呀", "，急", "，麻烦了", "，我想知道", "来着")
_QUESTIONS = ("南塘县教育局2021年差旅费多少", "查处违建多少起", "统计信息事务支出有多少", "来访接待多少批次")


@pytest.mark.parametrize("question", _QUESTIONS)
def test_every_opening_and_closing_leaves_the_question(question: str) -> None:
    for opening, closing in itertools.product(_OPENINGS, _CLOSINGS):
        assert without_courtesy(opening + question + closing).rstrip("？") == question


@pytest.mark.parametrize(
    "question",
    [
        "查处违建多少起", "看护费多少", "领导干部培训费多少", "老师工资多少", "给老干部的慰问费多少",
        "请客吃饭花了多少", "求助人员救助支出", "货物类呢？", "那它2018年呢", "离退休的呢", "请问", "在线等",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_courtesy_stays(question: str) -> None:
    assert without_courtesy(question) == question


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("我在街边卖水果的，想问下南塘县城管局2021年罚没收入多少", "南塘县城管局2021年罚没收入多少"),
        ("老师叫我们查资料：南塘县教育局2021年会议费多少", "南塘县教育局2021年会议费多少"),
        ("我就住南塘县，财政局2021年水费多少", "南塘县财政局2021年水费多少"),
        ("我指的是2021年，南塘县财政局水费多少", "我指的是2021年，南塘县财政局水费多少"),
        ("不含人员经费，南塘县财政局支出多少", "不含人员经费，南塘县财政局支出多少"),
    ],
)
def test_who_asks_is_left_out_and_where_they_live_stays(said: str, left: str) -> None:
    assert without_asides(said) == left
