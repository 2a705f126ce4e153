"""A sort of cars whose own kinds stand in brackets behind it, and an amount that names nothing (括号里的分项)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.second.halves import parts_of
from tests.service.written import answerer_of

BODY = "苇溪县畜牧兽医站"
TEXT = f"""{BODY}2023年度部门决算
一、部门职责
{BODY}负责全县动物防疫工作。
二、支出决算情况说明
{BODY}2023年度支出合计880.00万元。
三、国有资产占用情况
截至2023年12月31日，本站共有车辆11辆，其中：特种专业技术用车（冷链运输车4辆、流动检疫车3辆）7辆，其他用车4辆，用于下乡。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("brackets"), f"{BODY}2023年度部门决算.txt", TEXT)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{said}"))


@pytest.mark.parametrize(
    "said",
    [
        "特种专业技术用车包括哪些，各多少辆？",
        "特种专业技术用车有哪几种？",
        "特种车有哪些，分别几辆",
        "的特种专业技术用车分为哪几类，各有多少",
        "特种专业技术用车里都包括什么车，各几辆",
    ],
)
def test_what_stands_in_brackets_behind_a_sort_is_what_it_consists_of(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, said)
    assert answer.status is Status.ANSWERED
    assert [(f.label, str(f.value)) for f in answer.figures] == [("冷链运输车", "4"), ("流动检疫车", "3")]


def test_a_kind_in_brackets_is_asked_for_by_its_own_name(answerer: Answerer) -> None:
    assert [(f.label, str(f.value)) for f in ask(answerer, "冷链运输车有几辆").figures] == [
        ("冷链运输车", "4")
    ]


@pytest.mark.parametrize("said", ["执法执勤用车包括哪些，各多少辆？", "机要通信用车有哪几种，各几辆"])
def test_another_sort_is_not_told_for_one_that_is_not_listed(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, said)
    assert not answer.figures


@pytest.mark.parametrize("last", ["金额多少", "多少钱", "数额是多少", "具体多少", "是多少万元"])
def test_a_part_that_names_nothing_does_not_stand_for_itself(last: str) -> None:
    assert parts_of(f"{BODY}2023年下属单位支出排第二的是哪个，{last}？") == []
