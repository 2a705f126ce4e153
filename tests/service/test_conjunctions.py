"""和, 与 and 及 within an official name are taken for one another (连词混用)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.conjunctions import as_named


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("社会保障与就业支出", "社会保障和就业支出"),
        ("商品及服务支出", "商品和服务支出"),
        ("公务用车购置和运行维护费", "公务用车购置及运行维护费"),
        ("会议费和培训费", "会议费和培训费"),
        ("住房公积金与购房补贴", "住房公积金与购房补贴"),
    ],
)
def test_a_name_is_read_as_it_is_written_officially(said: str, named: str) -> None:
    assert as_named(said) == named


def test_the_account_is_answered_and_no_other(desk: Answerer) -> None:
    told = desk.ask(AskRequest(question="青岚区城管局2023年商品和服务支出多少"))
    asked = desk.ask(AskRequest(question="青岚区城管局2023年商品与服务支出多少"))
    assert told.figures
    assert [f.value for f in asked.figures] == [f.value for f in told.figures]
