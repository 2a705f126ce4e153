"""A project by a part of its name, not what is bought for it; the units of a department in order (项目与采购品目)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.orders_plainly import orders_plainly
from tests.service.written import answerer_of_file

PDF = Path("eval/provinces4/2024年山东省近海渔业资源养护局部门预算.pdf")
BODY = "省近海渔业资源养护局2024年"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_file(tmp_path_factory.mktemp("project"), PDF)


#: 表10 (page 16): 近海渔业增殖放流 1337.46, of it 217.46 carried over; 采购表 (page 17): 增殖放流苗种 980.00.
@pytest.mark.parametrize(
    ("question", "value"), [("增殖放流项目多少钱", "1337.46"), ("增殖放流苗种采购多少钱", "980.00")]
)
def test_a_project_is_not_what_is_bought_for_it(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(AskRequest(question=BODY + question))
    assert [(f.value, f.unit) for f in answer.figures] == [(value, "万元")]


#: 表2 (page 7).
def test_the_units_named_last_are_put_in_order(answerer: Answerer) -> None:
    asked = "请按2024年收入预算总计由大到小，列出省近海渔业资源养护局四家预算单位。"
    values = [f.value for f in answerer.ask(AskRequest(question=asked)).figures]
    assert values == ["3404.55", "3020.98", "2548.19", "1741.40"]


#: 购置费 is an account, no doing that has an object.
def test_an_account_is_not_turned_into_a_purchase() -> None:
    text = "办公设备购置费的采购明细中，金额最高的是哪种物品"
    assert orders_plainly(text) == text


#: Page 16 and 17 name no 增殖放流 boats: nothing is told for what is neither project nor purchase.
def test_another_thing_of_that_name_is_not_told(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}增殖放流船只租赁项目多少钱"))
    assert (answer.status, answer.figures) == ("no_answer", [])
