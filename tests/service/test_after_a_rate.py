"""What is asked after 「预算完成率」 is of what was done: the budget is only what the rate is of (完成率后追问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "霞浦湾县渔政站"
TEXT = f"""{BODY}2023年度单位决算

第三部分 2023年度单位决算情况说明

七、“三公”经费支出情况

“三公”经费决算46.20万元，为预算50.00万元的92.40%。公务用车购置费36.00万元，为预算40.00万元的90.00%，购入执法车辆2辆；公务接待费10.20万元，为预算10.00万元的102.00%，国内接待20批次。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("after_rate"), f"{BODY}2023年度单位决算.txt", TEXT)


def talk(answerer: Answerer, *turns: str) -> list[tuple[str, str]]:
    conversation = None
    for turn in turns:
        told = answerer.ask(AskRequest(question=turn, conversation_id=conversation))
        conversation = told.conversation_id
    return [(f.value, f.unit) for f in told.figures]


def test_the_mean_price_is_of_what_was_paid(answerer: Answerer) -> None:
    first = f"{BODY}2023年三公经费预算完成率是多少"
    assert talk(answerer, first, "新买的车平均一辆多少钱")[:1] == [("18.00", "万元")]


def test_the_rate_goes_on_where_only_another_account_is_named(answerer: Answerer) -> None:
    first = f"{BODY}2023年三公经费预算完成率是多少"
    assert talk(answerer, first, "公务接待费呢")[:1] == [("102.00", "%")]


def test_the_budget_is_kept_where_it_was_asked_for(answerer: Answerer) -> None:
    first = f"{BODY}2023年公务用车购置费预算多少"
    assert talk(answerer, first, "公务接待费呢")[:1] == [("10.00", "万元")]
