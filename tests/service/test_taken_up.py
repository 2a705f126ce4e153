"""Follow-ups in the words of the question before, and several bodies side by side (接着问、各家对比)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Status
from tests.service.talking import talk

CITY, HEALTH, DESK = "青岚区城市管理局", "松屿区卫生健康局", "青岚区数字城管指挥中心"


#: 城管局 2023: goods 186.45, works 1320.00, services 4865.30 (p.21); vehicles 41, large equipment 5 (p.22), staff
#: 213 (p.3); 2022: projects 11782.92 (p.12). 卫健局: vehicles 15, large equipment 11 (p.9), staff 612 (p.3), income
#: of the year down by 11.20 % (p.5).
@pytest.mark.parametrize(
    ("questions", "value", "unit"),
    [
        ((f"{CITY}2023年政府采购中的货物类支出", "服务类呢"), "4865.30", "万元"),
        ((f"{CITY}2023年采购工程花了多少", "那货物呢？"), "186.45", "万元"),
        ((f"{CITY}2023年基本支出多少", "2022年呢", "那项目的呢？"), "11782.92", "万元"),
        ((f"{HEALTH}2023年收入总计同比变动率", "那只看本年收入呢，不含结转"), "-11.20", "%"),
        ((f"{CITY}和{HEALTH}2023年谁的车多", "那100万以上的大设备呢，卫健局多几台"), "6", "台"),
        ((f"{CITY}2023年有多少辆车", f"{HEALTH}呢", "两家一共多少辆"), "56", "辆"),
        ((f"2023年{CITY}的车比{HEALTH}多多少辆",), "26", "辆"),
        ((f"2023年底，{HEALTH}和{CITY}谁的在职人多，多几个",), "399", "人"),
    ],
)
def test_what_is_left_out_is_as_it_was_asked_before(
    desk: Answerer, questions: tuple[str, ...], value: str, unit: str
) -> None:
    answer = talk(desk, *questions)
    assert answer.status == "answered"
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, unit)


def test_a_sum_over_bodies_lacks_none(desk: Answerer) -> None:
    """The command centre received nobody and prints no number of guests: a sum would be of the others alone."""
    answer = talk(desk, f"{CITY}、{HEALTH}、{DESK}2023年公务接待人次一共多少")
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures


def test_the_share_of_a_unit_in_its_department(desk: Answerer) -> None:
    """523.52 (p.4 of the centre) of 18198.11 (p.7 of the department)."""
    answer = talk(desk, f"{DESK}一年花的钱，占整个城管局2023年支出的多少（%）")
    assert (answer.figures[0].value, answer.figures[0].unit) == ("2.88", "%")
    assert [figure.entity for figure in answer.figures[1:]] == [f"云川市{DESK}", f"云川市{CITY}"]
