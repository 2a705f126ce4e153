"""Only a region is named, or a kind of institution: the one body whose words tell of the thing asked (独家述及)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.scope.kinds_of_bodies import is_kind


#: 卫健局 2023: 白内障 on p.8, 社区卫生服务中心 on p.6, 家庭医生 on p.9; 城管局 2022: 公厕新改建 on p.18.
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("白内障手术那个彩票钱2023松屿为啥没花完", "一批安排在2024年初"),
        ("社区医院的补助，松屿2023年为啥没按预算给足？", "停诊两个月"),
        ("社区卫生服务中心的补助，松屿2023年为啥没按预算给足？", "停诊两个月"),
        ("松屿2023年家庭医生为啥没达标", "全科医生缺口17名"),
        ("青岚2022年公厕新改建为什么没完成", "未取得周边居民同意"),
    ],
)
def test_the_one_that_tells_of_it(desk: Answerer, question: str, told: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "松屿区2023年支出为什么增加了",
        "松屿2023年三公经费为什么减少",
        "松屿区2023年全区财政收入为什么减少",
        "松屿2023年学校为什么停课",
    ],
)
def test_money_of_a_region_is_nobodys(desk: Answerer, question: str) -> None:
    assert desk.ask(AskRequest(question=question)).status is not Status.ANSWERED


@pytest.mark.parametrize(
    "name", ["社区卫生服务中心", "松屿区的社区卫生服务中心", "乡镇卫生院", "敬老院", "疾控中心"]
)
def test_a_kind_of_institution(name: str) -> None:
    assert is_kind(name)


@pytest.mark.parametrize(
    "name", ["港前街道社区卫生服务中心", "松屿区疾控中心", "第二人民医院", "青岚区图书馆", "普陀区财政局"]
)
def test_a_name_of_its_own(name: str) -> None:
    assert not is_kind(name)


def test_a_body_that_is_not_loaded_stays_so(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="松屿区疾控中心2023年支出多少？"))
    assert answer.reason == "entity_not_loaded"


def test_none_of_the_region_tells_it(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="2023年青岚的公厕，市民满意度是百分之多少？"))
    assert answer.status is Status.NO_ANSWER


#: The units of 卫健局 2023 on p.3.
CENTRES = ("港前", "望潮", "石埠", "白鹭")


@pytest.mark.parametrize(
    "question",
    [
        "松屿区的社区卫生服务中心有哪几家？2023年那份决算里列的",
        "松屿区卫健局的社区卫生服务中心有哪几家？2023年那份决算里列的",
        "松屿卫健局2023年有哪些社区卫生服务中心",
        "松屿区2023年有几家社区卫生服务中心",
        "松屿区卫健局2023年社区医院都有哪些",
    ],
)
def test_names_of_a_kind(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED
    assert all(name in answer.answer for name in CENTRES)
    assert "疾病预防" not in answer.answer
