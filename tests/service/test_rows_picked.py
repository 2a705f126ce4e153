"""Rows of a list picked out by a column; purchases by sort; whether cars were bought; grades of some (按栏挑行)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.written import answerer_of

FILE = "青麓市柏川县司法局2025年度部门决算.txt"
TEXT = """青麓市柏川县司法局2025年度部门决算

一、政府采购支出情况
2025年度政府采购支出总额60.00万元，其中：政府采购货物支出10.00万元、政府采购工程支出32.50万元、政府采购服务支出17.50万元。

二、政府购买服务明细表
2025年度政府购买服务支出39.00万元，资金均从部门预算项目支出中统筹解决，不另行增加财政支出，按合同约定分四次支付给承接方。
服务项目名称：公证咨询坐席，购买方式：公开招标，承接主体：企业，预算金额：21.00万元。
服务项目名称：未成年人普法宣讲，购买方式：询价，承接主体：社会组织，预算金额：8.00万元。
服务项目名称：帮教对象疏导，购买方式：公开招标，承接主体：高校、社会组织，预算金额：6.00万元。
服务项目名称：文书校对，购买方式：询价，承接主体：社会组织，预算金额：4.00万元。

三、“三公”经费情况
公务用车购置费18.20万元，购置公务用车1辆；公务用车运行维护费5.00万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("rows"), FILE, TEXT)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"柏川县司法局2025年{question}"))


@pytest.mark.parametrize(
    ("question", "value", "named", "unnamed"),
    [
        ("购买服务，哪些只找社会组织来做", "2", "文书校对", "对象疏导"),
        ("政府购买服务里由社会组织承接的有几项", "3", "对象疏导", "公证咨询"),
        ("购买服务中哪几项采用公开招标", "2", "公证咨询坐席", "文书校对"),
        ("购买服务里采用公开招标或询价的有哪几项", "4", "文书校对", "法治"),
        ("政府购买服务里面预算最高的一项是什么", "21.00", "公证咨询坐席", "文书校对"),
        ("购买服务预算金额最低的是哪一项", "4.00", "文书校对", "公证咨询"),
    ],
)
def test_the_rows_are_told_that_the_list_holds(
    answerer: Answerer, question: str, value: str, named: str, unnamed: str
) -> None:
    answer = ask(answerer, question)
    assert answer.figures[0].value == value
    assert named in answer.answer
    assert unnamed not in answer.answer


@pytest.mark.parametrize("question", ["购买服务中哪些由律师事务所承接", "购买服务里哪些是在省城办的"])
def test_nothing_is_picked_by_what_no_column_holds(answerer: Answerer, question: str) -> None:
    assert not ask(answerer, question).figures


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("政府采购的工程比服务多花多少", "15.00"),
        ("采购里货物和工程差多少", "-22.50"),
        ("政府采购，服务跟货物哪个多，多多少", "7.50"),
        ("政府采购货物加服务一共多少", "27.50"),
    ],
)
def test_two_sorts_of_purchases_are_set_against_each_other(
    answerer: Answerer, question: str, value: str
) -> None:
    assert ask(answerer, question).figures[0].value.lstrip("-") == value.lstrip("-")


@pytest.mark.parametrize("question", ["买新车了没有", "有没有更新公车", "购置公务用车了吗"])
def test_whether_cars_were_bought_is_told_with_the_money(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert {f.value for f in answer.figures} == {"18.20", "1"}
    assert "购置了公务用车" in answer.answer
