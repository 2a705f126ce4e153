"""Bodies compared in more ways: by their own words, one sort among all, against others together, 收支差 (各家对比)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.written import answerer_of

BOTH = "松屿区卫健局和青岚区城管局2023年"


#: 卫健局 2023: 政府采购 1164.95 (p.9), 接待 96 人次 (p.8), 收入 212330504.20, 支出 211098403.00 (p.13, 15);
#: 城管局 2023: 政府采购 6371.75 (p.21), 接待 142 人次 (p.21), 收入 18080.86, 支出 18198.11 (p.5, 7).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("政府采购规模相差多少万元", "5206.80"),
        ("政府采购规模差好多", "5206.80"),
        ("接待人次哪边多，差几人次", "46"),
    ],
)
def test_how_far_apart(desk: Answerer, question: str, value: str) -> None:
    answer = desk.ask(AskRequest(question=BOTH + question))
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == value
    assert "青岚区城市管理局" in answer.answer


def test_who_has_more_is_told_with_both(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=BOTH + "接待人次谁多"))
    assert [f.value for f in answer.figures] == ["96", "142"]
    assert "青岚区城市管理局更多，相差 46 人次" in answer.answer


def test_income_less_spending_of_each(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=BOTH + "收支差各是多少"))
    assert "多 1232101.20 元" in answer.answer
    assert "少 117.25 万元" in answer.answer


#: 公务接待费 2023: 城管局 2.36 (p.14), 卫健局 21400.00 元 (p.20).
def test_one_sort_of_bodies_among_all(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="哪个局2023年公务接待费更多"))
    assert answer.status is Status.ANSWERED
    assert {f.entity for f in answer.figures} == {"云川市松屿区卫生健康局", "云川市青岚区城市管理局"}
    assert "青岚区城市管理局更多" in answer.answer


def test_which_of_a_region(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区2023年哪个单位支出更多，多多少"))
    assert answer.figures[0].value == "17674.59"


def test_more_than_the_others_together(desk: Answerer) -> None:
    answer = desk.ask(
        AskRequest(question="2023年青岚区城管局三公比松屿卫健局和青岚区数字城管指挥中心加起来还多吗")
    )
    assert answer.status is Status.ANSWERED
    assert "前者 103.79 万元" in answer.answer
    assert "前者比后者多" in answer.answer


def test_what_one_has_and_the_other_has_not_is_said(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=BOTH + "公厕数谁多"))
    assert "没有找到云川市松屿区卫生健康局相应的数字" in answer.answer
    assert all(f.entity == "云川市青岚区城市管理局" for f in answer.figures)


#: 平均每人: 18198.11 ÷ 213 (p.3, 7), 523.52 ÷ 19; 211098403.00 ÷ 612. The first is none of their sum.
def test_a_figure_named_after_a_total_is_no_sum(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="2023年哪个局人均支出最高"))
    assert "合计 8" not in answer.answer
    assert answer.figures[0].entity == "云川市青岚区城市管理局"


#: 指挥中心 of 青岚区 2023: 523.52 (p.6); the only body of its region whose name ends so.
@pytest.mark.parametrize("name", ["青岚区指挥中心", "青岚指挥中心", "指挥中心"])
def test_a_body_by_its_region_and_the_end_of_its_name(desk: Answerer, name: str) -> None:
    answer = desk.ask(AskRequest(question=f"{name}2023年支出合计多少"))
    assert answer.figures[0].value == "523.52"


def test_no_other_region_has_one(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="松屿区指挥中心2023年支出"))
    assert answer.reason == "entity_not_loaded"


#: 差旅费 12.83, 印刷费 8.40, 办公费 62.15 (城管局 2023 p.13).
def test_accounts_that_run_into_each_other(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城管局2023年差旅费印刷费办公费谁最多"))
    assert [f.value for f in answer.figures] == ["62.15", "12.83", "8.40"]


#: 一般公共预算 of 2024: 城乡社区支出 14572.84, −357.75, printed −2.40 (城管局 2024 p.14); all funds 15654.54.
def test_a_rate_of_one_funds_money(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城管局2024年城乡社区支出比上年下降百分之几"))
    assert answer.figures[0].value == "-2.40"


@pytest.mark.parametrize("office", ["督查办", "信访科", "执法三大队"])
def test_an_office_behind_a_year_is_not_the_body(desk: Answerer, office: str) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城管局2023年{office}三公经费"))
    assert answer.status is Status.NO_ANSWER


#: 公务接待费 2023: 2.36 万元 and 21400.00 元; the other bodies print none or another.
def test_each_of_all(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="各单位2023年公务接待费"))
    assert answer.status is Status.ANSWERED
    assert {f.entity for f in answer.figures} >= {"云川市松屿区卫生健康局", "云川市青岚区城市管理局"}


@pytest.mark.parametrize("asked", ["加一加", "一共多少", "摆一摆，合计多少"])
def test_added_up_in_more_words(desk: Answerer, asked: str) -> None:
    answer = desk.ask(AskRequest(question=f"{BOTH}工会经费{asked}"))
    assert answer.status is Status.ANSWERED
    assert len(answer.figures) == 3


HALL = """云岭县{name}{year}年度部门预算
一、主要职责
云岭县{name}负责日常工作。
二、政府采购情况说明
{bought}
"""


def test_what_is_bought_nowhere_is_said_by_the_document(tmp_path: Path) -> None:
    texts = {
        "云岭县水利局": "2023年度云岭县水利局政府采购支出总额120.00万元。",
        "云岭县林业局": "2023年度云岭县林业局无政府采购支出。",
    }
    for name, bought in texts.items():
        text = HALL.format(name=name[3:], year=2023, bought=bought)
        answerer = answerer_of(tmp_path, f"{name}2023年度部门预算.txt", text)
    answer = answerer.ask(AskRequest(question="云岭县水利局和云岭县林业局2023年政府采购谁多"))
    assert "120.00" in answer.answer
    assert "无政府采购支出" in answer.answer


#: 城市社区卫生机构 3737.55 for the four centres (卫健局 2023 p.6); 社区卫生服务站建设 336.00 (p.10) is of the stations.
def test_a_centre_is_no_station(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="松屿区卫健局2023年社区卫生服务中心支出"))
    assert "336.00" not in answer.answer
    stations = desk.ask(AskRequest(question="松屿区卫健局2023年社区卫生服务站建设花了多少"))
    assert "336.00" in stations.answer
