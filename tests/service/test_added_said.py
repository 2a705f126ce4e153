"""That several are added up, in the words of several parts of the country and of clerks (相加的说法)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Status
from service.read.added_said import is_added
from tests.service.talking import talk

CITY = "青岚区城市管理局2023年"


#: Final accounts of 青岚区城市管理局 of 2023, p.13: 差旅费 12.83, 会议费 1.95, 培训费 6.40.
@pytest.mark.parametrize(
    "question",
    [
        f"{CITY}差旅费 同 会议费 加埋几多",
        f"请汇总{CITY}差旅费、会议费决算数之和（万元）。",
        f"{CITY}差旅费与会议费两项之和几何（以万元计）？",
        f"{CITY}差旅费一笔、会议费一笔，总共多少",
        f"两个数帮我加一加：{CITY}差旅费多少、会议费多少，只报总数",
        f"{CITY}差旅费和会议费累加为多少万元",
    ],
)
def test_one_sum_is_told(desk: Answerer, question: str) -> None:
    answer = talk(desk, question)
    assert (answer.figures[0].value, answer.figures[0].unit) == ("14.78", "万元")


@pytest.mark.parametrize(
    "asked",
    [
        "会议的、培训的也一并算进去，总共多少万元啊",
        "+会议费+培训费 三项合计 万元",
        "把刚才这个数跟会议费还有培训费凑一起，一共是几万元？",
        "请将上述差旅费与会议费、培训费合并，报三项合计数（万元）。",
        "连同会议费、培训费一并计算，以上三项总额几何（以万元计）？",
        "这个我记下了。还有会议费和培训费，跟它加起来三样总数报一下",
    ],
)
def test_what_was_told_is_one_of_those_added(desk: Answerer, asked: str) -> None:
    answer = talk(desk, f"{CITY}差旅费多少", asked)
    assert (answer.figures[0].value, answer.figures[0].unit) == ("21.18", "万元")


@pytest.mark.parametrize(
    "question",
    [
        f"{CITY}差旅费、会议费三项一共多少",
        f"{CITY}差旅费会议费观星费共多少",
        f"{CITY}水电气一共多少",
        f"{CITY}水电暖加起来多少",
    ],
)
def test_a_sum_without_one_of_them_is_none(desk: Answerer, question: str) -> None:
    answer = talk(desk, question)
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("四个季度分别用款，一共多少", True),
        ("水费和电费合计多少", True),
        ("水费和电费分别多少，合计多少", False),
        ("两家合计各是多少", False),
    ],
)
def test_each_only_spoken_of_leaves_the_sum(text: str, added: bool) -> None:
    assert is_added(text) is added
