"""A total or one of those that it is of, as it is said; one purchase is never all of them (总与分)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.written import answerer_of

TEXT = """岭州市云河区数字城市管理中心2023年度部门决算

第三部分 2023年度部门决算情况说明

十、预算绩效情况说明

全年共办理城管类群众投诉案件5,210件，其中市级转办案件3,100件、热线平台案件1,520件、采集员上报540件、阳光信访50件。
"""
BODY = "云河区数字城市管理中心2023年"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("whole"), "决算.txt", TEXT)


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("帮老百姓处理了多少件投诉", "5210"),
        ("一年下来替群众办了多少件投诉案件", "5210"),
        ("采集员报上来的有多少件", "540"),
        ("阳光信访有多少件", "50"),
        ("那些投诉，有百分之几是热线平台转来的", "29.17"),
        ("这么多投诉，有几成是采集员报上来的", "10.36"),
    ],
)
def test_total_or_part(written: Answerer, asked: str, value: str) -> None:
    answer = written.ask(AskRequest(question=BODY + asked))
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == value


@pytest.mark.parametrize("what", ["买飞机", "租大船", "修水管", "印画册"])
def test_one_purchase_is_not_all(desk: Answerer, what: str) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城管局2023年{what}，政府采购安排了多少钱"))
    assert answer.status is not Status.ANSWERED or "6371.75" not in answer.answer


#: 卫健局 2023 接待费 21400.00 元 (p.20); 城管局 2023 三公经费 (p.14).
def test_another_account_of_another_body(desk: Answerer) -> None:
    first = desk.ask(AskRequest(question="松屿区卫健局2023年公务接待费是多少"))
    asked = "跟青岚区城管局同一年的公务用车运行维护费比，哪家多"
    answer = desk.ask(AskRequest(question=asked, conversation_id=first.conversation_id))
    assert answer.status is Status.ANSWERED
    assert {f.entity for f in answer.figures} == {"云川市松屿区卫生健康局", "云川市青岚区城市管理局"}
    assert "公务接待费" in answer.answer
    assert "公务用车运行维护费" in answer.answer


def test_an_unknown_account_is_not_left_out(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="松屿区卫健局2023年公务接待费和青岚区城管局2023年火箭费比，谁多"))
    assert answer.status is not Status.ANSWERED


def test_one_more_item(desk: Answerer) -> None:
    first = desk.ask(AskRequest(question="青岚区城管局2023年差旅费是多少"))
    asked = "再加上月球探测那一项，两项合计呢"
    answer = desk.ask(AskRequest(question=asked, conversation_id=first.conversation_id))
    assert answer.status is not Status.ANSWERED


def test_a_sort_of_purchases_in_a_follow_up(desk: Answerer) -> None:
    first = desk.ask(AskRequest(question="青岚区城管局2023年政府采购支出是多少"))
    asked = "里头买服务的占百分之几"
    answer = desk.ask(AskRequest(question=asked, conversation_id=first.conversation_id))
    assert answer.status is Status.ANSWERED
    assert "政府采购服务支出" in answer.answer
