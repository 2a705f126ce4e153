"""What was spent as a part of its own budget, and a change by its rate, in plain words (是预算的几成、增长的幅度)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of_pages

BODY = "栗原县应急管理局"
TOLD = {
    "2023年度部门决算": [
        "2023年度收入总计3,000.00万元，与上年相比增加600.00万元，增长25.00%。支出总计3,000.00万元，与上年相比增加600.00万元，增长25.00%。",
        "一般公共预算财政拨款支出年初预算为2,000.00万元，支出决算为2,400.00万元，完成年初预算的120.00%。其中：",
        "（1）灾害防治及应急管理支出（类）灾害风险防治（项）。年初预算为40.00万元，支出决算为130.00万元，完成年初预算的325.00%。",
        "（2）灾害防治及应急管理支出（类）抗旱（项）。年初预算为80.00万元，支出决算为60.00万元，完成年初预算的75.00%。",
    ],
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_pages(tmp_path_factory.mktemp("told"), BODY, TOLD)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("灾害风险防治的钱是年初预算的百分之多少", "325.00"),
        ("灾害风险防治是预算的百分之几", "325.00"),
        ("抗旱支出是年初预算的几成", "75.00"),
        ("抗旱的经费只是年初预算数的百分之几", "75.00"),
        ("抗旱相当于年初预算的百分之几", "75.00"),
        ("抗旱的钱达到年初预算的百分之几", "75.00"),
    ],
)
def test_a_part_of_its_own_budget_is_how_far_it_was_used(answerer: Answerer, said: str, value: str) -> None:
    figure = answerer.ask(AskRequest(question=f"{BODY}2023年{said}")).figures[0]
    assert (figure.value, figure.unit) == (value, "%")


@pytest.mark.parametrize(
    "said",
    ["增长的幅度", "上涨的幅度", "增加的幅度是多少", "变动的幅度有多大", "的涨幅", "的增幅", "增加的百分率"],
)
def test_the_rate_of_a_change_is_asked_for(answerer: Answerer, said: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年收支总计比上年{said}"))
    assert (answer.figures[0].value, answer.figures[0].unit) == ("25.00", "%")
