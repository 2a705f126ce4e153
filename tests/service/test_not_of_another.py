"""Figures that are another thing's: of two cars for one, of people for bodies, of projects for stations (张冠李戴)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

CITY = "青岚区城市管理局2023年"


#: 城管局 2023: 公务用车购置费 35.28 (p.14), 2 bought, 41 kept (p.21).
@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("买一辆车多少钱", "17.64"),
        ("买一辆公务车花了多少", "17.64"),
        ("平均每辆公务用车购置费是多少", "17.64"),
        ("买公务车花了多少", "35.28"),
        ("有公务用车几台", "41"),
        ("有公务用车几太", "41"),
        ("公务用车共有多少台", "41"),
        ("公务车有几辆", "41"),
        ("买了几台公务车", "2"),
        ("青岚区城市管理局三公经费是多少", "103.79"),
    ],
)
def test_it_is_told_of_the_thing_itself(desk: Answerer, question: str, first: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert answer.figures[0].value == first


#: 卫健局 2023: 社区卫生服务站建设 336.00, 9 projects (p.9-10), which are no stations.
@pytest.mark.parametrize(
    "question", ["平均每个社区卫生服务站建设花多少钱", "社区卫生服务站建设平均每个站点花多少钱"]
)
def test_money_is_divided_by_no_other_things_number(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question="松屿区卫生健康局2023年" + question))
    assert all("÷" not in (figure.formula or "") for figure in answer.figures)


TEXT = """# 临川县农业农村局2023年度部门决算

## 一、部门概况

临川县农业农村局实有在职人员216人，其中行政人员41人、事业人员146人。全年指导村级合作社12个。

## 二、项目支出

第一季度用款计划20.00万元，第二季度用款计划30.00万元，第三季度用款计划40.00万元，第四季度用款计划10.00万元。

2023年度基本支出400.00万元。
"""


def test_bodies_are_not_told_in_people(tmp_path: Path) -> None:
    desk = answerer_of(tmp_path, "临川县农业农村局2023年度部门决算.txt", TEXT)
    head = "临川县农业农村局2023年"
    assert not desk.ask(AskRequest(question=head + "行政单位有多少个")).figures
    assert not desk.ask(AskRequest(question=head + "事业单位几个")).figures
    people = desk.ask(AskRequest(question=head + "有几个行政人员"))
    assert [figure.value for figure in people.figures] == ["41"]
    assert not desk.ask(AskRequest(question=head + "第三季度用款计划占基本支出的比重是多少")).figures


#: 17 general practitioners are wanting (松屿区卫生健康局 2023).
@pytest.mark.parametrize("question", ["有多少个医生", "有多少名全科医生", "医生有几个"])
def test_those_that_are_wanting_are_not_those_there_are(desk: Answerer, question: str) -> None:
    assert not desk.ask(AskRequest(question="松屿区卫生健康局2023年" + question)).figures


HOTLINE = """# 临川县城市管理局2023年度部门决算

全年受理案件60件，其中12345市民热线案件41件、阳光信访7件、来电投诉12件。
"""


#: 「12345」 is of the one thing that has the number in its name.
@pytest.mark.parametrize(
    "question", ["12345转过来的投诉有多少件", "12345热线案件有多少件", "12345转过来得投诉有多少见"]
)
def test_a_hotlines_number_is_of_its_own_thing(tmp_path: Path, question: str) -> None:
    desk = answerer_of(tmp_path, "临川县城市管理局2023年度部门决算.txt", HOTLINE)
    assert {f.value for f in desk.ask(AskRequest(question="临川县城市管理局2023年" + question)).figures} <= {
        "41"
    }
