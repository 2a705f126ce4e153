"""Orders by a figure that is named, the parts of a whole, the tasks of a year, in daily words (排序与构成的说法)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.read.order_said import ordered_plainly
from service.read.parts_said import parts_plainly

ROADS, BRIDGES, TOILETS = "道路清扫保洁与垃圾收运", "市政道路桥涵养护", "公厕运行管护"


#: Projects of 城管局 2024 on p.18: 5085.35, 1760.00, 895.00, …, 60.00, 3.20; of 2023 on p.22: 5236.40, 1948.06;
#: of 卫健局 2023 on p.9–10: 2487.56, then 921.47 and 791.50.
@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2024年青岚城管局项目支出按预算数排，前三名依次是哪三个？", ["5085.35", "1760.00", "895.00"]),
        ("青岚城管局2024年项目按预算数从高到低排前三", ["5085.35", "1760.00", "895.00"]),
        ("青岚城管局2024年项目支出按预算数排，最后两名是哪两个？", ["3.20", "60.00"]),
        ("青岚城管局2024年项目按金额从低到高排，前两个", ["3.20", "60.00"]),
        ("青岚城管局2023年项目按执行数排，前两名是哪些", ["5236.40", "1948.06"]),
        ("松屿卫健局2023年项目按花钱多少排，前三是哪几个？", ["2487.56", "921.47", "791.50"]),
    ],
)
def test_in_order_of_the_figure(desk: Answerer, question: str, values: list[str]) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert [figure.value for figure in answer.figures] == values


#: 本年收入 of 卫健局 2023 on p.13, by its sources.
SOURCES = ["149175903.65", "62318400.55", "486200.00", "350000.00"]


@pytest.mark.parametrize(
    "question", ["分别来自哪几个渠道，各多少？", "都从哪来的", "由哪几部分组成", "分别是哪几块，各多少？"]
)
def test_the_parts_of_what_was_told(desk: Answerer, question: str) -> None:
    first = desk.ask(AskRequest(question="松屿区卫健局2023年本年收入合计多少？"))
    answer = desk.ask(AskRequest(question=question, conversation_id=first.conversation_id))
    assert [figure.value for figure in answer.figures] == SOURCES


def test_the_parts_in_one_question(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="松屿区卫健局2023年收入分别来自哪几个渠道，各多少？"))
    assert [figure.value for figure in answer.figures] == SOURCES


#: The three tasks of 城管局 2024 on p.3.
@pytest.mark.parametrize(
    "question",
    [
        "定了哪三件重点任务？",
        "的三件重点任务是哪些？",
        "列了几项重点任务，分别是什么",
        "确定的三大重点工作是啥",
    ],
)
def test_the_tasks_of_a_year_whole(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城管局2024年{question}"))
    assert answer.status is Status.ANSWERED
    assert all(word in answer.answer for word in ("榆荫路", "夜间快速处置队伍", "公共厕所"))


@pytest.mark.parametrize(
    "text",
    [
        "按预算安排的项目有哪些",
        "按服务对象排查了多少隐患",
        "按年初预算完成率排，最差的是哪个科目",
        "支出按功能分类有哪些",
    ],
)
def test_what_is_no_order_by_an_amount_stays(text: str) -> None:
    assert ordered_plainly(text) == text


@pytest.mark.parametrize("text", ["收入从哪来", "投诉来自哪些渠道", "哪几个科室", "钱花在哪几块"])
def test_what_asks_for_no_parts_stays(text: str) -> None:
    assert parts_plainly(text) == text
