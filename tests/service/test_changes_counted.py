"""Accounts that went up or down, counted; a bound without a word for it is a lower one (分项增减之数)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.model import Condition, Operation
from service.parts.conditions import GONE, NEW, condition_of


@pytest.mark.parametrize(
    ("text", "operation", "condition"),
    [
        ("有几项支出减少了", Operation.COUNT, Condition(Operation.CHANGE, "<")),
        ("有几项支出下降", Operation.COUNT, Condition(Operation.CHANGE, "<")),
        ("几个科目比上年增加", Operation.COUNT, Condition(Operation.CHANGE, ">")),
        ("有多少项支出同比上升", Operation.COUNT, Condition(Operation.CHANGE, ">")),
        ("有几项经费持平", Operation.COUNT, Condition(Operation.CHANGE, "=")),
        ("减少10%的科目有哪些", Operation.LIST, Condition(Operation.CHANGE_RATE, "<=", Decimal(-10))),
        ("增长20%的支出有哪些", Operation.LIST, Condition(Operation.CHANGE_RATE, ">=", Decimal(20))),
        ("减少50万元的科目有几个", Operation.COUNT, Condition(Operation.CHANGE, "<=", Decimal(-500_000))),
        ("有几类支出超过1000万", Operation.COUNT, Condition(Operation.LOOKUP, ">", Decimal(10_000_000))),
        ("有几个科目取消了", Operation.COUNT, Condition(Operation.CHANGE, GONE)),
        ("有几个科目是新增的", Operation.COUNT, Condition(Operation.CHANGE, NEW)),
        ("各科目增幅排序", Operation.RANK, Condition(Operation.CHANGE_RATE, ">")),
    ],
)
def test_what_moved_is_picked_out(text: str, operation: Operation, condition: Condition) -> None:
    picked = condition_of(text)
    assert picked is not None
    assert (picked.operation, picked.condition) == (operation, condition)


@pytest.mark.parametrize(
    "text", ["支出减少了多少", "这几项支出增加了多少", "几项支出一共减少多少钱", "支出增长百分之几"]
)
def test_how_much_it_moved_is_no_count(text: str) -> None:
    assert condition_of(text) is None


#: 公务接待费 fell from 3.12 (2022, p.11) to 2.36 万元 (2023, p.14), 公务用车 rose from 69.84 to 101.43, no 出国.
def test_the_count_is_told_with_its_accounts(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城市管理局2023年三公经费有几项下降"))
    assert "比上年减少的有 1 项：公务接待费（减少 0.76 万元）" in answer.answer
