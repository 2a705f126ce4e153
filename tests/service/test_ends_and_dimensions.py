"""Both ends of what moved, the points of one dimension of a review, and money by what brought it (两端、维度、所得)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of_texts

BODY = "柳泉县中医院"
_TEXT = f"""{BODY}2023年度单位决算
一、主要职责
承担全县中医医疗服务。
二、支出情况说明
2023年度差旅费支出6.20万元。
平均住院日由9.1天降至8.3天。
三、国有资产占用情况
出租房屋315平方米，资产使用收入4.70万元。
四、绩效评价情况
（一）中药房改造项目评价结论：中药房改造项目综合得分87.2分，等级为良。其中决策20分得18.0分、过程20分得16.5分、产出30分得27.4分、效益30分得25.3分。
（二）制剂室设备更新项目自评得分93.0分。
（三）名医工作室项目评价结论：其中决策20分得19.0分、管理30分得26.0分、社会效益10分得8.0分、绩效50分得41.0分。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("ends"), _TEXT)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    "question",
    [
        f"现在住院是不是比以前短了？{BODY}平均住院日从几天变到几天",
        f"{BODY}2023年平均住院日怎么变的？由多少天降到多少天？",
        f"{BODY}平均住院日从几天降到了几天",
    ],
)  # fmt: skip
def test_both_ends_are_told(answerer: Answerer, question: str) -> None:
    assert {(f.value, f.unit) for f in ask(answerer, question).figures} == {("9.1", "天"), ("8.3", "天")}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("中药房改造项目的评价，“产出”这一块30分里得了几分？", ["27.4"]),
        ("中药房改造项目评价效益指标得分是多少", ["25.3"]),
        ("中药房改造项目评价过程这一项丢了几分", ["3.5"]),  # 20 - 16.5
        ("中药房改造项目评价决策、过程、产出、效益各得几分", ["18", "16.5", "27.4", "25.3"]),
        ("中药房改造项目评价得了几分", ["87.2"]),
        ("名医工作室项目评价，管理这一块得了几分", ["26"]),
    ],
)
def test_a_dimension_has_points_of_its_own(answerer: Answerer, question: str, values: list[str]) -> None:
    told = [f.value.removesuffix(".0") for f in ask(answerer, f"{BODY}2023年{question}").figures]
    assert told == values


@pytest.mark.parametrize(
    "question",
    [
        "制剂室设备更新项目产出得了几分",
        "中药房改造项目评价满意度得了几分",
        "中药房改造项目评价效益实现得了几分",  # an indicator within a dimension
        "名医工作室项目评价财务管理得了几分",
        "名医工作室项目评价社会效益得了几分",  # 10 is what it is worth
    ],
)
def test_no_score_of_the_whole_is_told_for_a_dimension(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, f"{BODY}2023年{question}")
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures


def test_no_indicator_is_told_by_its_dimension(answerer: Answerer) -> None:
    assert not ask(answerer, f"{BODY}2023年中药房改造项目评价产出质量指标得分是多少").figures


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("出租房屋取得的资产使用收入是多少", [("4.70", "万元")]),
        ("出租房屋有多少平方米", [("315", "平方米")]),
        ("出租房屋产生的租金多少", []),
    ],
)
def test_what_money_was_brought_by_is_not_told_for_it(
    answerer: Answerer, question: str, told: list[tuple[str, str]]
) -> None:
    assert [(f.value, f.unit) for f in ask(answerer, f"{BODY}2023年{question}").figures] == told
