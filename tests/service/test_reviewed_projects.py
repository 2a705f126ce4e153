"""Projects that running text reviews one by one: money, rate and score are each its own (自评综述)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

WHO = "浔阳镇水务站2024年"
TEXT = """浔阳镇水务站2024年度单位决算
一、收入支出决算总体情况说明
浔阳镇水务站2024年度本年支出合计900.00万元，其中：基本支出500.00万元，项目支出400.00万元。
二、绩效自评情况
1.河道清淤项目绩效自评综述：根据年初设定的绩效目标，河道清淤项目绩效自评得分为98分。全年预算数为50.00万元，执行数为45.00万元，完成预算的90.00%。
根据年初设定的绩效目标，农村饮水安全项目绩效自评得分为91分。全年预算数为70.00万元，执行数为63.00万元，完成预算的90.00%。
节水宣传项目自评综述：项目自评得分为96分。项目全年预算数为8.00万元，执行数为7.60万元，完成预算的95.00%。
泵房改造项目自评综述：项目自评得分为89分。项目全年预算数为80.00万元，执行数为76.80万元，完成预算的96.00%。
"""


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("station"), "浔阳镇水务站2024年度单位决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("“河道清淤”项目资金执行率", ["90.00"]),
        ("泵房改造项目完成预算的百分之几", ["96.00"]),
        ("节水宣传项目自评得分多少", ["96"]),
        ("泵房改造项目得了几分", ["89"]),
        ("节水宣传项目花了多少钱、得了几分", ["7.60", "96"]),
        ("农村饮水安全项目全年预算多少", ["70.00"]),
        ("哪个项目得分最低", ["89"]),
    ],
)
def test_each_project_has_its_own(station: Answerer, question: str, values: list[str]) -> None:
    answer = station.ask(AskRequest(question=WHO + question))
    assert [figure.value for figure in answer.figures][: len(values)] == values
