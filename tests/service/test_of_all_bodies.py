"""What several bodies make together: shares of their sum, places, rates set apart, one stage for all (各家合算)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Status
from service.follow.put_right import put_right
from tests.service.talking import talk

CITY, HEALTH, DESK = "青岚区城市管理局", "松屿区卫生健康局", "青岚区数字城管指挥中心"
BOTH = f"{CITY}和{HEALTH}2023年"


#: 城管局 2023: vehicles 41 (p.22), 三公 103.79, 接待 2.36, projects 10728.05 of 18198.11 (p.16, p.20); 2022: basic
#: 7377.45, projects 11782.92 (p.12). 卫健局 2023: vehicles 15 (p.9), 三公 48.42, 接待 2.14 (p.9).
@pytest.mark.parametrize(
    ("questions", "value", "unit"),
    [
        ((f"{BOTH}一共多少辆车", f"{CITY}占多少"), "73.21", "%"),
        ((f"{BOTH}车辆各多少", f"{HEALTH}占两家合计的百分之几"), "26.79", "%"),
        ((f"{CITY}2023年的车占两家（{CITY}、{HEALTH}）总和的比重",), "73.21", "%"),
        ((f"{CITY}2023年三公经费比{HEALTH}多百分之几",), "114.35", "%"),
        ((f"{BOTH}公务接待费占三公的比例谁高，高几个百分点",), "2.15", "百分点"),
        ((f"{BOTH}三公经费最高的是最低的几倍",), "2.14", "倍"),
        ((f"{CITY}2023年公务接待费和{HEALTH}2023年三公经费哪个高",), "2.36", "万元"),
        ((f"{CITY}2022年项目支出多少", "2023年呢", "差多少"), "1054.87", "万元"),
        ((f"{CITY}2022年项目支出多少", "2023年呢", "两年一共多少"), "22510.97", "万元"),
        ((f"{CITY}2022年基本支出占比", "2023年呢", "差几个百分点"), "2.55", "百分点"),
        ((f"{CITY}2023年三公经费多少", f"不对，我问的是{HEALTH}"), "484200.00", "元"),
        ((f"{CITY}2023年三公经费多少", f"是{HEALTH}不是{CITY}"), "484200.00", "元"),
        ((f"{CITY}2023年三公经费多少", "不对，我问的是预算"), "113.00", "万元"),
        ((f"{CITY}2023年基本支出多少", "不是2023年，是2022年"), "7377.45", "万元"),
    ],
)
def test_what_bodies_and_years_make_together(
    desk: Answerer, questions: tuple[str, ...], value: str, unit: str
) -> None:
    answer = talk(desk, *questions)
    assert answer.status == "answered"
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, unit)


def test_the_second_of_an_order_is_told_by_its_name(desk: Answerer) -> None:
    answer = talk(desk, f"{BOTH}车辆第二多的是哪家")
    assert (answer.figures[0].entity, answer.figures[0].value) == (f"云川市{HEALTH}", "15")
    assert answer.answer.startswith(f"云川市{HEALTH}2023年度车辆为 15 辆")


@pytest.mark.parametrize(
    "question", [f"{CITY}2023年的车占三家合计的比重", f"{CITY}、{HEALTH}四家2023年共几辆车"]
)
def test_bodies_that_are_not_made_out_are_not_added(desk: Answerer, question: str) -> None:
    answer = talk(desk, question)
    assert answer.status is not Status.ANSWERED or not any(f.unit == "%" for f in answer.figures)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("不对，我问的是决算", "决算呢"),
        ("错了，要的是项目支出", "项目支出呢"),
        ("是规资局不是财政局", "规资局呢"),
        ("不是2018年，是2019年", "2019年呢"),
        ("我说的不是预算而是决算", "决算呢"),
        ("哦不，是2022年的三公经费多少", "2022年的三公经费多少"),
        ("三公经费是不是包括会议费", "三公经费是不是包括会议费"),
        ("这个数不对吧", "这个数不对吧"),
    ],
)
def test_a_correction_asks_the_same_of_the_other(said: str, meant: str) -> None:
    assert put_right(said) == meant


#: 差旅费 12.83, 印刷费 8.40 (p.13), 公务接待费 2.36 (p.14), guests 142 (p.21); 2022: 差旅费 9.16 (p.10).
#: 三公: 2023 103.79 of 113.00 (p.14, p.20), 2024 72.50; 卫健局 48.42 (p.9).
#: The centre: 三公 3.15 (p.13); 卫健局: 机关运行经费 down by 14.21 (p.9).
@pytest.mark.parametrize(
    ("questions", "value", "unit"),
    [
        ((f"{CITY}2023年差旅费多少", "印刷费呢", "公务接待费呢", "三个一共"), "23.59", "万元"),
        ((f"{CITY}2023年差旅费多少", "印刷费呢", "一共多少"), "21.23", "万元"),
        ((f"{CITY}2023年差旅费多少", "印刷费呢", "公务接待费呢", "哪个最多"), "12.83", "万元"),
        ((f"{BOTH}三公经费比多多少", f"{DESK}呢"), "3.15", "万元"),
        ((f"{CITY}2023年接待多少人次", "人均多少"), "166.20", "元"),
        ((f"{CITY}2023年基本支出多少", "占比呢", "项目支出呢", "刚才那个金额"), "7470.06", "万元"),
        ((f"{CITY}2023年项目支出占比", f"{CITY}2023年差旅费多少", "刚才那个占比再说一遍"), "58.95", "%"),
        ((f"{CITY}2023年项目支出占比", "2022年差旅费多少"), "9.16", "万元"),
        ((f"{CITY}2023年三公经费比{HEALTH}多花百分之几",), "114.35", "%"),
        ((f"{CITY}2023年三公经费决算占预算的百分之几",), "91.85", "%"),
        ((f"{CITY}2023年公务接待批次", "人次呢"), "142", "人次"),
        ((f"{CITY}2024年预算比2023年决算少多少", "那三公呢"), "-31.29", "万元"),
        ((f"{CITY}2022年、2023年、2024年三公经费各多少", "最高的比最低的多多少"), "31.29", "万元"),
        ((f"{CITY}2023年三公经费多少", f"{HEALTH}呢", "前者占两者之和的比重"), "68.19", "%"),
        ((f"{HEALTH}2023年三公经费多少", f"换个单位，{CITY}", "预算数呢"), "113.00", "万元"),
        ((f"{CITY}2023年机关运行经费比上年减少多少", "为什么", f"{HEALTH}呢"), "-14.21", "万元"),
    ],
)
def test_what_was_spoken_of_is_taken_up(
    desk: Answerer, questions: tuple[str, ...], value: str, unit: str
) -> None:
    answer = talk(desk, *questions)
    assert answer.status == "answered"
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, unit)


@pytest.mark.parametrize(
    "questions",
    [
        (f"{CITY}2023年三公经费多少", "公务接待费呢", "一共多少"),  # the whole holds the part
        (f"{CITY}2023年差旅费多少", "印刷费呢", "三个一共多少"),  # two were spoken of
        (f"{CITY}、{DESK}2023年支出一共多少",),  # the department's accounts hold the centre's (p.3)
        (f"{CITY}、{DESK}2023年支出各多少", f"{DESK}占两家合计多少"),
    ],
)
def test_what_cannot_be_added_is_not(desk: Answerer, questions: tuple[str, ...]) -> None:
    answer = talk(desk, *questions)
    assert answer.status in (Status.NO_ANSWER, Status.CLARIFY)
    assert not answer.figures


def test_who_is_more_of_nothing_named_is_asked_back(desk: Answerer) -> None:
    """Nothing was spoken of: no figure of all that is loaded."""
    assert talk(desk, "谁更高").status is not Status.ANSWERED
