"""How high, how many floors, where it stands, cars bought, a number that is said: in daily words (口语问法)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.read.clauses import clauses
from service.read.items import items
from service.read.plainly import plainly
from tests.service.written import answerer_of

TEXT = """白桦镇人民政府2024年度部门预算
一、部门职责
白桦镇人民政府负责本镇行政事务。
二、收支预算总体情况说明
白桦镇人民政府2024年度收入总计900.00万元，支出总计900.00万元。本年支出合计900.00万元，其中：基本支出400.00万元，项目支出500.00万元。
三、“三公”经费预算情况说明
2024年“三公”经费预算数为42.00万元，其中：公务用车购置费18.00万元，公务用车运行费20.00万元，公务接待费4.00万元。培训费预算9.00万元，比上年预算增加3.00万元，主要原因是新增网格员培训。
四、国有资产占用情况
截至2023年12月31日，白桦镇人民政府共有车辆6辆；2024年安排购置车辆2辆。
五、项目情况说明
白桦镇文化活动中心新建工程位于白桦大街与河堤路路口，用地面积为2600.5平方米。本工程建筑面积为4800平方米，其中地上建筑面积3900平方米，地下建筑面积900平方米，建筑高度为21.6米，地上主楼5层，裙房2层，地下1层。
六、重点工作
全年计划组织巡查320次，办理提案45件。预计发现各类问题1,200个，其中乱堆乱放500个，占道经营420个，油烟扰民280个。
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("town"), "白桦镇人民政府2024年度部门预算.txt", TEXT)


def ask(desk: Answerer, question: str, *history: str) -> Answer:
    said = [f"白桦镇2024年{history[0]}"] if history else []
    text = question if history else f"白桦镇2024年{question}"
    return desk.ask(AskRequest(question=text, history=said))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("新盖的那个文化活动中心大楼有多高", ["21.6"]),
        ("文化活动中心，楼有多高，地下挖了几层", ["21.6", "1"]),
        ("在造的文化活动中心，地皮多大？主楼地上几层", ["2600.5", "5"]),
        ("文化活动中心地下建筑面积多少平方米", ["900"]),
        ("要添公车了，买几辆，打算掏多少钱", ["2", "18.00"]),
        ("培训费多给了几万", ["3.00"]),
        ("啥毛病最多？排前两的说说", ["500", "420"]),
        ("发现的问题里，乱堆乱放的和占道经营的哪个多，差多少个", ["80", "500", "420"]),
        ("计划办多少件提案，比前一年的30件多多少", ["45", "15"]),
    ],
)
def test_what_is_said_in_daily_words_is_told(town: Answerer, question: str, values: list[str]) -> None:
    answer = ask(town, question)
    assert answer.status is Status.ANSWERED
    assert [figure.value for figure in answer.figures] == values


@pytest.mark.parametrize("question", ["体育馆有多高", "办公楼有几层", "比30件多多少"])
def test_another_building_has_no_size(town: Answerer, question: str) -> None:
    answer = ask(town, question)
    assert answer.figures == []


def test_the_place_is_told_in_words(town: Answerer) -> None:
    answer = ask(town, "文化活动中心新建工程在哪个路口")
    assert answer.status is Status.ANSWERED
    assert answer.figures == []
    assert "河堤路" in answer.answer


def test_cars_for_the_money_are_those_bought(town: Answerer) -> None:
    answer = ask(town, "几辆", "公务用车购置费多少")
    assert [(figure.value, figure.unit) for figure in answer.figures] == [("2", "辆")]


def test_a_year_said_last_is_said_first() -> None:
    assert plainly("白桦镇的活动中心有多高？2024年预算里讲过").startswith("2024年白桦镇")


def test_parts_are_cut() -> None:
    assert clauses("白桦镇2024年自评项目数，其中评优几个") == ["白桦镇2024年自评项目数是多少", "其中评优几个"]
    assert items("白桦镇2024年绩效自评：平均得分，评优项目数") == [
        "白桦镇2024年绩效自评平均得分是多少",
        "白桦镇2024年绩效自评评优项目数是多少",
    ]
    assert items("白桦镇2024年水费、电费：两项合计") == []
