"""What is said beside the account: a gloss, a place, a purpose, the year of a whole, points beside which is higher."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.read.glossed import without_gloss


#: 卫健局 2023: 事业收入 62,318,400.55 元 (p. 13), 彩票公益金 45.00 万元 (p. 8, 15); 城管局 2023: 差旅费 12.83
#: (p. 13), works 1320.00 of purchases 6371.75 (p. 21); 城管局 2024: 基本支出 7607.56 of 17678.81 (p. 4, 12).
@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (["松屿卫健局2023年的事业收入，也就是社区中心看病收的钱，总共多少？"], "62318400.55"),
        (["青岚区城管局2023年的差旅费，也就是出差花的钱，多少"], "12.83"),
        (["松屿卫健局2023年给困难群众做白内障手术花了多少钱"], "450000.00"),
        (["工程类采购占2023年青岚城管局政府采购支出总额的比例"], "20.72"),
        (["青岚城管局2023年工程类采购占2022年政府采购支出总额的比例"], "18.80"),
        (["2024年青岚区城管局支出预算中基本支出多少", "占比呢"], "43.03"),
        (["青岚2023 受理的城市管理问题里 热线转办的占百分之几"], "71.65"),
        (["2023年青岚城管局和松屿卫健局的政府采购，哪家给中小企业的份额占比更高，高几个百分点？"], "2.40"),
        (["2023年青岚城管局和松屿卫健局，哪家人员经费占比更高，高几个百分点？"], "1.18"),
        (["青岚城管局和松屿卫健局2023年谁的预算完成率高，高几个点"], "0.93"),
        (["青岚区城管局2023年比2022年按时办结率高几个百分点"], "1.13"),
        # 差旅费: 9.16 in 2022 (p. 10), 12.83 in 2023 (p. 13), 14.00 planned for 2024 (p. 16).
        (["青岚区城管局2023年差旅费多少", "22年比这个多多少"], "-3.67"),
        (["青岚区城管局2022年差旅费多少", "2024年比这个多多少"], "4.84"),
    ],
)
def test_the_figure_that_is_meant(desk: Answerer, turns: list[str], value: str) -> None:
    conversation = None
    for turn in turns:
        answer = desk.ask(AskRequest(question=turn, conversation_id=conversation))
        conversation = answer.conversation_id
    assert answer.figures[0].value == value


def test_money_for_two_purposes_is_told_for_neither(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="松屿卫健局2023年免费孕检花了多少钱"))
    assert (answer.status, answer.figures) == (Status.NO_ANSWER, [])


def test_a_street_is_known_by_its_name_alone(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="我家就住榆荫路边上，2024年这路啥时候能修好通车？"))
    assert "9月底" in answer.answer
    assert desk.ask(AskRequest(question="柳堤路什么时候修好？")).status is Status.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("会议费，说白了就是开会的钱，多少", "会议费，多少"),
        ("我家住杨桥边上，这桥修了没", "杨桥修了没"),
        ("我家住杨桥边上，会议费多少", "我家住杨桥边上，会议费多少"),
        ("开会的钱，也就是那些花销，多少", "开会的钱，也就是那些花销，多少"),
    ],
)
def test_a_gloss_goes_and_a_place_is_said_again(said: str, plain: str) -> None:
    assert without_gloss(said) == plain
