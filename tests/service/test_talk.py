"""What people say round a question changes nothing of it; what only looks like talk stays (闲话)."""

from __future__ import annotations

import pytest

from service.read.courtesy import without_courtesy
from service.read.dialect import in_plain_words

QUESTION = "河东市水务局2021年办公费多少"


@pytest.mark.parametrize(
    "opening",
    [
        "首先，", "接着问，", "咨询：", "那个啥，", "再追问一句：", "第二个问题，", "请给出", "谁清楚",
        "有人知道", "话说",
        "求助：", "帮我整理一下，", "老师您先看看，", "麻烦查询一下，", "请提供",
    ],
)  # fmt: skip
def test_an_opening_goes(opening: str) -> None:
    assert without_courtesy(opening + QUESTION) == QUESTION


@pytest.mark.parametrize(
    "closing",
    [
        "，一定要准", "，不知道就说不知道", "，列出处", "，写清楚点", "，我要引用", "，给个准数", "，速回", "请列明",
        "，简单说说就行", "，你别瞎编啊", "，一句话回答我", "勒", "嘛",
    ],
)  # fmt: skip
def test_a_closing_goes(closing: str) -> None:
    assert without_courtesy(QUESTION + closing) == QUESTION


@pytest.mark.parametrize(
    "text",
    [
        "河东市水务局2021年政府性基金预算，有没有",  # 有没有 is what is asked
        "河东市水务局2021年的下属单位，请列出",  # nothing else asks
        "河东市水务局2021年办公费，扣除结转的",  # it changes the figure
        "说明书印刷花了多少，2021年",
        "还有呢",
        "查处占道经营多少起",
        "问题整改了几个",
        "列支了多少",
    ],
)
def test_what_asks_stays(text: str) -> None:
    assert without_courtesy(text) == text


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2021年一整年办公费实实在在花了多少", "2021年办公费花了多少"),
        ("2021年会议费的盘子有多大", "2021年会议费有多大"),
        ("2021年里里外外花了多少个数", "2021年花了多少"),
        ("水务局那边2021年办公费几何", "水务局2021年办公费多少"),
        ("2021年差旅费最终花了多少", "2021年差旅费实际花了多少"),
        ("2021年建设规模多大", "2021年建设规模多大"),
        ("2018比2017多列多少", "2018年比2017年多列多少"),
        ("前3个月印刷费付了多少", "前3个月印刷费花了多少"),
        ("金额前3是哪些", "金额前三是哪些"),
        ("水费同电费，合同同级", "水费和电费，合同同级"),
        ("2020万元、2018辆", "2020万元、2018辆"),
        ("全部加起来花了多少w", "一共花了多少万元"),
    ],
)
def test_words_that_add_nothing(said: str, meant: str) -> None:
    assert in_plain_words(said) == meant
