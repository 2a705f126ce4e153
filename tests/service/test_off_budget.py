"""Outcome against budget: how far off, by how many per cent, how far used, and the share of a whole that is named."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.written import answerer_of

CITY = "青岚区城市管理局2023年"
TOWN = """云丘市南浦区柳溪镇人民政府2024年度部门决算情况说明

二、部门决算情况说明
（一）一般公共预算财政拨款支出决算情况
1.支出情况。2024年度一般公共预算财政拨款支出4000.00万元，较年初预算数增加400.00万元，增长11.1%。
（1）国防支出4.80万元，占0.1%，较年初预算数减少0.20万元，下降4.0%，主要原因是民兵训练人数减少。
（2）农林水支出1050.00万元，占26.3%，较年初预算数增加250.00万元，主要原因是追加村级运转补助。
（3）公共安全支出3.25万元，占0.1%，与年初预算数持平。

三、“三公”经费情况说明
2024年度“三公”经费支出共计18.00万元，较年初预算数减少6.00万元，下降25.0%，主要原因是过紧日子；较上年支出数减少2.00万元，下降10.0%，主要原因是公车减少。
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("town"), "柳溪镇人民政府2024年度部门决算.txt", TOWN)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("国防支出比年初预算少多少", ["-0.20"]),
        ("国防支出比年初预算下降百分之几", ["-4.0"]),
        ("农林水支出比年初预算增加了多少万元，增长多少？", ["250.00", "31.25"]),
        ("农林水支出完成年初预算的百分之几", ["131.25"]),
        ("公共安全支出比年初预算增加多少", ["0"]),
        ("三公经费比去年少了多少钱", ["-2.00"]),
        ("三公经费比年初预算少了多少，下降百分之几", ["-6.00", "-25.0"]),
    ],
)
def test_how_far_off_as_printed(town: Answerer, question: str, values: list[str]) -> None:
    answer = town.ask(AskRequest(question=f"柳溪镇人民政府2024年{question}"))
    assert answer.status is Status.ANSWERED
    assert [figure.value for figure in answer.figures] == values


#: 三公 2023: 预算 113.00, 决算 103.79; 公务接待费 5.00 and 2.36 (p.14).
@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("三公经费预算是多少，决算比预算少多少", ["-9.21"]),
        ("三公经费决算比预算下降百分之几", ["-8.15"]),
        ("公务接待费实际花的占预算的百分之几", ["47.20"]),
        ("公务接待费决算数是年初预算的百分之多少", ["47.20"]),
        ("公务接待费花的钱，占预算的比例是多少", ["47.20"]),
    ],
)
def test_the_outcome_is_held_to_its_budget(desk: Answerer, question: str, values: list[str]) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert [figure.value for figure in answer.figures] == values


#: 2024: 财政拨款收支总计 17621.61, of it 一般公共预算 16597.11 (p.13); incomes of the year 16576.76 and 980.00 (p.10).
@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2024年财政拨款支出预算多少", ["17621.61"]),
        ("2024年财政拨款支出比上年减少多少", ["-844.05"]),
        ("2024年财政拨款收入多少", ["17556.76"]),
        ("2023年一般公共预算财政拨款支出实际花了多少，2024年打算花多少？", ["16906.21", "16597.11"]),
        ("2023年政府性基金支出花了多少，2024年打算花多少？", ["1235.50", "1024.50"]),
    ],
)
def test_the_money_asked_for_is_told(desk: Answerer, question: str, values: list[str]) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局{question}"))
    assert [figure.value for figure in answer.figures] == values


#: 三公 2023: 决算 103.79 (p.14); 2024: 预算 96.00.
def test_that_figure_is_held_at_its_stage(desk: Answerer) -> None:
    first = desk.ask(AskRequest(question="青岚区城市管理局2023年三公经费实际花了多少"))
    then = desk.ask(
        AskRequest(question="2024年打算花的三公经费比这个数少多少", conversation_id=first.conversation_id)
    )
    assert {i.value for i in then.figures[0].inputs} >= {"103.79"}


#: 本年收入合计 18080.86 (p.5), 差旅费 12.83, 人员经费 6729.71 (p.13).
@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("差旅费占全部收入的百分之几", "18080.86"),
        ("差旅费占单位总收入的比重", "18080.86"),
        ("人员经费占全局全年支出的百分之几", "18198.11"),
    ],
)
def test_the_whole_that_is_named_is_taken(desk: Answerer, question: str, whole: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert [i.value for i in answer.figures[0].inputs][1] == whole


#: 公务接待费 2023: 预算 5.00, 决算 2.36 (p.14); what is asked next is of it, and not of all that was spent.
@pytest.mark.parametrize(
    ("follow_up", "value"),
    [
        ("比预算少了多少？", "-2.64"),
        ("比当初的预算少花了多少？", "-2.64"),
        ("比原来定的预算省了多少？", "-2.64"),
        ("跟预算差了多少万？", "2.64"),
        ("和年初预算相差多少？", "2.64"),
        ("比预算差多少？", "-2.64"),
    ],
)
def test_a_follow_up_is_of_the_account_spoken_of(desk: Answerer, follow_up: str, value: str) -> None:
    request = AskRequest(question=follow_up, history=[f"{CITY}公务接待费花了多少？"])
    assert desk.ask(request).figures[0].value == value
