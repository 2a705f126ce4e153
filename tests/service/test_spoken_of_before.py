"""What is asked of a project spoken of, accounts counted under another, what a remark leaves out (承上所问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

CITY, HEALTH = "青岚区城市管理局2023年", "松屿区卫生健康局2023年"


def _then(desk: Answerer, first: str, *then: str) -> list[str]:
    answer = desk.ask(AskRequest(question=first))
    for question in then:
        answer = desk.ask(AskRequest(question=question, conversation_id=answer.conversation_id))
    return [figure.value for figure in answer.figures]


#: 城管局 2023: 市民对环境卫生满意度 of 道路清扫保洁与垃圾收运, 90 asked, 91.7 reached, 10 points (p.26).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("老百姓满意度要求达到多少", "90"),
        ("满意度目标是多少", "90"),
        ("满意度实际达到多少", "91.7"),
        ("市民对环境卫生满意度得了几分", "10"),
    ],
)
def test_satisfaction_is_that_of_the_project_spoken_of(desk: Answerer, question: str, value: str) -> None:
    assert _then(desk, CITY + "道路清扫保洁与垃圾收运项目预算多少", question) == [value]


#: The form of 基本公共卫生服务 (p.23) has 居民满意度 85; 社区卫生服务站建设 has no form.
@pytest.mark.parametrize("question", ["居民满意度多少", "老百姓满意度要求达到多少", "满意度目标是多少"])
def test_no_other_projects_satisfaction(desk: Answerer, question: str) -> None:
    assert not _then(desk, HEALTH + "社区卫生服务站建设项目执行多少", question)


#: 城乡社区支出 has five 款 (城管局 p.11-12), 卫生健康支出 five (卫健局 p.14), 4 类.
@pytest.mark.parametrize(
    ("question", "count"),
    [
        (CITY + "城乡社区支出下面有几个款", "5"),
        (CITY + "“城乡社区支出”底下一共分几款", "5"),
        (HEALTH + "卫生健康支出列了几个款", "5"),
        (HEALTH + "卫生健康支出里有多少个款级科目", "5"),
        (HEALTH + "有几个类级科目", "4"),
    ],
)
def test_accounts_under_another_are_counted(desk: Answerer, question: str, count: str) -> None:
    assert _then(desk, question)[0] == count


#: Purchases 6371.75, of them goods 186.45, services 4865.30 (城管局 p.14-15).
@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("城乡社区支出那一大类里，钱最多的两块是哪些", "7030.75"),
        ("计划采购的东西里，服务占百分之几", "76.36"),
        ("准备买的东西当中，货物占百分之几", "2.93"),
        ("政府采购支出多少（货物不算）", "6185.30"),
    ],
)
def test_it_is_heard_in_other_words(desk: Answerer, question: str, first: str) -> None:
    assert _then(desk, CITY + question)[0] == first
