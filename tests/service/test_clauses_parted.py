"""An amount and its rate, a count and its money: two questions in one breath, cut apart (一口气两问)."""

from __future__ import annotations

import pytest

from service.read.clauses import clauses


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("支出比上年的变动额和变动率", ["支出比上年的变动额多少", "百分之几"]),
        ("三公经费增加额和增长率", ["三公经费增加额多少", "百分之几"]),
        ("三公经费增加额及增幅", ["三公经费增加额多少", "百分之几"]),
        ("培训费及同比增幅", ["培训费是多少", "同比增幅是多少"]),
        ("培训费及其增减率？", ["培训费是多少", "增减率是多少"]),
        ("跟上年比呢？要金额和百分比", ["跟上年比，增减额多少", "增减幅度多少"]),
        ("行政运行的年初预算和完成率各是多少？", ["行政运行的年初预算是多少", "完成率是多少"]),
        ("项目个数和资金", ["项目个数是多少", "资金是多少"]),
        ("中标家数及涉及资金", ["中标家数是多少", "涉及资金是多少"]),
        ("项目有几个一共多少钱", ["项目有几个", "一共多少钱"]),
        ("收入多少支出多少", ["收入多少", "支出多少"]),
        ("接待几批然后多少人次", ["接待几批", "接待多少人次"]),
        ("哪个项目最大，哪个最小", ["哪个项目最大", "哪个最小"]),
        ("有几个科室，分别是什么", ["有几个科室", "分别是什么"]),
    ],
)
def test_two_things_asked_in_one_breath_are_two_questions(text: str, parts: list[str]) -> None:
    assert clauses(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "资金和项目支出各多少",
        "有哪些项目，各花了多少",
        "都是些什么项目，每个项目安排了多少",
        "有什么项目？一个花多少",
        "采购分哪几类，各安排多少",
        "增加额多少",
        "培训费增长率",
        "会议费和培训费合计多少",
        "会议费多少，讲多少万元就好",
        "收入和支出哪个多",
    ],
)
def test_one_question_stays_one(text: str) -> None:
    assert clauses(text) == [text]
