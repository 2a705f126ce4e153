"""Orders by a figure that is named, the parts of a whole, the tasks of a year, in daily words (排序与构成的说法)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.read.order_said import ordered_plainly
from service.read.parts_said import parts_plainly
from tests.service.written import answerer_of_pages

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


def test_by_how_many_they_are_is_of_no_money(tmp_path: Path) -> None:
    assert "金额" not in ordered_plainly("哪三种最多？按多少排。")
    assert "金额" in ordered_plainly("项目按花钱多少排，前三")
    told = "全年巡查发现占道、噪声、油烟等各类问题1,260个，其中油烟扰民418个、占道堆物530个、噪声扰民197个、破损115个。"
    answerer = answerer_of_pages(tmp_path, "桐岭县城市管理事务中心", {"2023年度单位决算": [told]})
    question = "桐岭县城市管理事务中心2023年巡查发现的毛病，哪两种最多？按多少排。"
    answer = answerer.ask(AskRequest(question=question))
    assert [figure.value for figure in answer.figures] == ["530", "418"]
    money = answerer.ask(AskRequest(question="桐岭县城市管理事务中心2023年哪两种问题花钱最多？按金额排。"))
    assert not money.figures
