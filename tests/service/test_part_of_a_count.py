"""A share of things that one sentence counts, the whole and the part: 「车里面执法用车占几成」 (同句的比重)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "泉岭县妇幼保健站"
TEXT = f"""{BODY}2023年度部门决算

第三部分 情况说明

一、业务开展情况

全年开办育儿课堂48期，培训家长1250人，其中375人取得结业证书。调处医患纠纷40件，化解34件。

二、国有资产占用情况

年末共有车辆8辆，其中：特种专业技术用车5辆、其他用车3辆。

三、人员情况

在职人员64名，卫生技术人员52人。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("counts"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("asked", "value", "whole"),
    [
        ("的车里面，特种专业技术用车占几成", "62.50", "8"),
        ("培训的1250个人里头拿到结业证书的占百分之几", "30.00", "1250"),
        ("在职人员当中卫生技术人员占百分之多少", "81.25", "64"),
    ],
)
def test_the_part_is_set_over_the_whole(answerer: Answerer, asked: str, value: str, whole: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{asked}"))
    assert answer.status == "answered", answer.answer
    assert answer.figures[0].value == value and whole in answer.answer


def test_another_whole_has_no_share(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年培训的900个人里头拿到结业证书的占百分之几"))
    assert not [figure for figure in answer.figures if figure.unit == "%"], answer.answer


CITY = "湾头区城市运行中心"
CASES = f"""{CITY}2023年度部门决算

第三部分 情况说明

一、业务开展情况

中心认真履行职责，全年共协调办理辖区内群众投诉案件9,310件，其中市级转办案件6,120件，专线市民电话投诉2,070件，特级处理17件，信访件56件。
"""


#: The whole is meant where a part has no more of what is said, and a part where it has.
@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("协调处理了多少起市民投诉", "9310"),
        ("处理了多少起老百姓的投诉", "9310"),
        ("处理群众投诉多少件", "9310"),
        ("市民打专线电话投诉的有多少件", "2070"),
        ("特级处理了多少件", "17"),
        ("处理了多少件信访", "56"),
    ],
)
def test_the_whole_is_told_where_no_part_is_named(
    tmp_path_factory: pytest.TempPathFactory, asked: str, value: str
) -> None:
    desk = answerer_of(tmp_path_factory.mktemp("cases"), f"{CITY}2023年度部门决算.txt", CASES)
    answer = desk.ask(AskRequest(question=f"{CITY}2023年{asked}"))
    assert [figure.value for figure in answer.figures] == [value], answer.answer


def test_a_thing_that_is_not_counted_is_not_told_by_its_verb(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    desk = answerer_of(tmp_path_factory.mktemp("other"), f"{CITY}2023年度部门决算.txt", CASES)
    answer = desk.ask(AskRequest(question=f"{CITY}2023年处理了多少起交通事故"))
    assert answer.figures == []
