"""Reasons asked for in other words, and never those of something else (问因)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.why_asked import in_why

CITY, HEALTH = "青岚区城市管理局", "松屿区卫生健康局"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("项目支出增加，是由哪些增减因素构成的？", "项目支出增加的原因是什么？"),
        ("支出减少是受什么影响", "支出减少的原因是什么"),
        ("收入下降的主要因素", "收入下降的原因是什么"),
        ("支出多花了两万多，是换了什么东西", "支出多花了两万多，原因是什么"),
        ("经费涨了点，钱用到哪儿去了", "经费涨了点，原因是什么"),
        ("三公经费下降的主因", "三公经费下降的主要原因"),
        ("会议费多了，那是碰到啥情况了才涨上去的", "会议费多了，那是什么原因涨上去的"),
        ("支出同比增长较大，主要系何事项所致", "支出同比增长较大的原因是什么"),
        ("支出比上年多用了不少，主要多在哪件事上", "支出比上年多用了不少的原因是什么"),
        ("开销比2020年高出不少，到底是把钱用去做啥了", "开销比2020年高出不少，原因是什么"),
        ("2020年还要高一些，买车经费为何往下走", "比2020年，买车经费为何往下走"),
        ("支出涨了一大截，主要因为什么工程", "支出涨了一大截的原因是什么"),
        ("新设了那些机构，人员经费才涨的", "新设了那些机构，人员经费涨的原因是什么"),
        ("为什么非得换新的", "为什么要换"),
        ("数据平台怎么才得七十几分", "数据平台得分低的原因是什么"),
        ("可是2020年买车的钱比这个多，为什么这回倒少了", "买车的钱比2020年，为什么少了"),
    ],
)
def test_a_reason_asked_in_other_words(text: str, plain: str) -> None:
    assert in_why(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "新增了哪些项目",
        "比上年多了什么科目",
        "多花了多少钱，买了什么",
        "花了多少钱才涨的",
        "怎么才能得几分",
        "学生自主因公出国几人",
        "今年增加了什么采购",
        "检查时发生了哪些情况",
        "2020年修路修得多，2021年修了什么路",
    ],
)
def test_what_asks_for_no_reason_stays(text: str) -> None:
    assert in_why(text) == text


#: 城管局 2024 三公 (p.7), 城管局 2023 机关运行 (p.21), 卫健局 2023 突发公共卫生事件应急处理 (p.7).
@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (f"{CITY}2024年三公经费比上年预算下降的主因", "车辆更新已完成"),
        (f"{CITY}2023年机关运行经费下降是受什么影响", "严格控制办公、印刷、差旅"),
        (f"{HEALTH}2023年突发公共卫生事件应急处理没花完是什么造成的", "应急处置任务大幅减少"),
    ],
)
def test_the_reason_is_told_as_printed(desk: Answerer, question: str, reason: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert (answer.status, answer.figures) == ("answered", [])
    assert reason in answer.answer


#: The texts name these in passing, as what an item is used for or as a heading; why they moved is not said.
@pytest.mark.parametrize(
    "question",
    [
        f"{CITY}2023年基本支出减少由哪些因素造成",
        f"{CITY}2023年人员经费为什么减少",
        f"{CITY}2023年项目支出减少的原因",
        f"{CITY}2023年其他收入减少是什么造成的",
        f"{HEALTH}2023年人员经费增加的原因",
    ],
)
def test_the_reason_of_something_else_is_none(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert (answer.status, answer.reason, answer.figures) == ("no_answer", "not_disclosed", [])
