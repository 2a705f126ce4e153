"""All the money of a body by its kind or name, or of the place around it; whom money is paid to (所占之全体)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.talking import talk
from tests.service.written import answerer_of_texts

TOWN = "栗川县柏坪镇人民政府"
PAGE = f"""{TOWN}2023年度部门决算
一、部门概况
柏坪镇负责辖区内的经济发展和社会管理。
二、收入支出决算总体情况说明
2023年度收入总计1200.00万元，支出总计1200.00万元。
三、支出决算情况说明
本年支出合计1200.00万元，其中：基本支出900.00万元，项目支出300.00万元。
按功能分类：一般公共服务支出700.00万元，农林水支出400.00万元，卫生健康支出60.00万元，住房保障支出40.00万元。
四、一般公共预算财政拨款基本支出决算情况说明
其中：退休费90.00万元，抚恤金24.00万元，办公费18.00万元。
五、其他重要事项
死亡抚恤（项）支出24.00万元，主要用于支付一次性抚恤金。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("place"), PAGE)


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=f"栗川县柏坪镇2023年{question}"))


@pytest.mark.parametrize(
    "whole", ["镇里全部支出", "镇里总支出", "镇政府的全部支出", "所有支出", "整个系统的支出"]
)
def test_all_that_the_body_itself_spends_is_the_whole(desk: Answerer, whole: str) -> None:
    figure = ask(desk, f"退休费占{whole}的百分之几？").figures[0]
    assert (figure.value, figure.unit) == ("7.50", "%")
    told = talk(desk, "栗川县柏坪镇2023年退休费花了多少？", f"那这笔钱占{whole}的百分之几？").figures[0]
    assert (told.value, told.unit) == ("7.50", "%")


@pytest.mark.parametrize("whole", ["县里全部支出", "县里总支出", "栗川县全部支出", "省里的总预算"])
def test_no_share_of_what_a_place_around_it_spends(desk: Answerer, whole: str) -> None:
    assert ask(desk, f"退休费占{whole}的百分之几？").status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("的钱，大头是一般公共服务支出吧？它占总支出百分之多少？", "58.33"),
        ("花钱最多的应该是一般公共服务支出，那占总支出几成？", "58.33"),
        ("大头是不是农林水支出，占总支出百分之多少？", "33.33"),
    ],
)
def test_what_is_taken_for_the_most_has_its_own_share(desk: Answerer, said: str, value: str) -> None:
    assert ask(desk, said).figures[0].value == value


@pytest.mark.parametrize(
    ("said", "label", "value"),
    [
        ("要给退休的老同志发多少退休费？", "退休费", "90.00"),
        ("给退休老干部发了多少退休金？", "退休费", "90.00"),
        ("给去世退休职工家属的抚恤金花了多少钱？", "死亡抚恤", "24.00"),
        ("给病故老干部家属发了多少抚恤金？", "死亡抚恤", "24.00"),
    ],
)
def test_whom_an_account_is_always_paid_to_says_no_more(
    desk: Answerer, said: str, label: str, value: str
) -> None:
    figure = ask(desk, said).figures[0]
    assert (figure.label, figure.value) == (label, value)


@pytest.mark.parametrize(
    "said",
    [
        "给伤残职工的抚恤金是多少？",
        "给病人家属的抚恤金是多少？",
        "给每个村民发多少慰问金？",
        "给村民发多少慰问金？",
    ],
)
def test_what_is_paid_to_others_or_is_other_money_is_not_told(desk: Answerer, said: str) -> None:
    assert not ask(desk, said).figures


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("支出 卫生 住房 农林水 三类从大到小", ["400.00", "60.00", "40.00"]),
        ("卫生、住房、农林水三块支出，从少到多排一下", ["40.00", "60.00", "400.00"]),
    ],
)
def test_fields_are_set_in_order_by_their_money(desk: Answerer, said: str, values: list[str]) -> None:
    assert [figure.value for figure in ask(desk, said).figures] == values


def test_no_order_where_one_field_has_no_money(desk: Answerer) -> None:
    assert not ask(desk, "支出 卫生 教育 农林水 三类从大到小").figures
