"""One among several that are added up, cars in all, and whoever asks by trade (合计中的一项)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.read.asides import without_asides
from tests.service.written import answerer_of

BODY = "苇溪县城乡服务局"
TEXT = f"""{BODY}2023年度部门决算
一、部门职责
{BODY}负责全县城乡服务工作。
二、机构设置
{BODY}编制20名，在职18人。
三、“三公”经费支出决算情况说明
{BODY}2023年度“三公”经费决算10.00万元，其中：公务接待费4.00万元，公务用车运行维护费6.00万元。会议费支出5.00万元，培训费支出10.00万元。
四、国有资产占用情况
本部门共有车辆12辆，其中，一般公务用车9辆、执法执勤用车3辆、其他用车0辆。
五、主要工作
每月巡查，发现占道经营、乱停乱放等各类问题318个。巡查督办问题96个。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("among"), f"{BODY}2023年度部门决算.txt", TEXT)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{said}"))


@pytest.mark.parametrize(
    "said",
    [
        "“三公”经费、会议费、培训费合计数中，会议费占多大比重",
        "会议费、培训费、公务接待费三项合计里，会议费占百分之几",
    ],
)
def test_the_share_is_of_all_that_are_added_up(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, said)
    rates = [f.value for f in answer.figures if f.unit == "%"]
    expected = {"“": "20.00", "会": "26.32"}[said[0]]  # 5 / (10 + 5 + 10), 5 / (5 + 10 + 4)
    assert (answer.status, rates) == (Status.ANSWERED, [expected]), answer.answer


@pytest.mark.parametrize("said", ["共有多少辆车", "共多少辆车", "现有多少辆车", "总共几辆车"])
def test_all_cars_are_not_those_of_one_sort(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, said)
    assert [f.value for f in answer.figures] == ["12"], answer.answer


@pytest.mark.parametrize("who", ["我开保洁公司的", "我是卖办公用品的", "我家种果树的"])
def test_what_the_asker_lives_by_is_an_aside(who: str) -> None:
    assert without_asides(f"{who}，{BODY}2023年会议费多少？") == f"{BODY}2023年会议费多少？"


def test_what_was_found_stays_a_part_of_what_is_counted(answerer: Answerer) -> None:
    """「发现」 is no 现 and 发: the problems of 巡查 are not all problems."""
    answer = ask(answerer, "巡查一共发现了多少个问题")
    assert [f.value for f in answer.figures] == ["318"], answer.answer
