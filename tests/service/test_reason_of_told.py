"""Why, after a change was told: the reason stands with that amount (刚说到的变动之因); a mean of what quotes name."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.second.per_one_said import per_one_said
from tests.service.written import answerer_of_texts

BODY = "芦潭县林业局"
PAGE = f"""{BODY}2024年部门预算
一、部门职责
{BODY}负责全县造林绿化。
二、收支预算情况说明
按照综合预算的原则，{BODY}所有收入和支出均纳入部门预算管理。\
收入包括：一般公共预算拨款收入、政府性基金预算拨款收入、上年结转；\
支出包括：社会保障和就业支出、卫生健康支出、农林水支出、住房保障支出。{BODY}2024年收支预算总数930.00万元，\
比2023年收支预算总数减少45.00万元，下降4.62%，主要原因是苗圃搬迁工程完工。
三、财政拨款收支预算情况说明
2024年财政拨款收支预算总数930.00万元，比2023年减少45.00万元，下降4.62%。
四、“三公”经费情况
2024年公务接待费3.00万元，比2023年减少0.50万元。
五、项目情况
2024年一乡一苗圃项目支出64.00万元。全年建成一乡一苗圃16处。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("told"), PAGE)


def ask(answerer: Answerer, *said: str) -> Answer:
    first, *then = said
    turns = [f"{BODY}2024年{first}", *then]
    key = "|".join(said)
    return [answerer.ask(AskRequest(question=q, conversation_id=key)) for q in turns][-1]


@pytest.mark.parametrize("why", ["降下来主要是因为什么？", "为什么减少", "原因是什么"])
def test_the_reason_stands_with_the_amount_that_was_told(answerer: Answerer, why: str) -> None:
    told = ask(answerer, "预算比2023年降了多少？", why)
    assert "苗圃搬迁工程完工" in told.answer and "综合预算的原则" not in told.answer


def test_another_account_has_no_reason_of_it(answerer: Answerer) -> None:
    assert "苗圃搬迁" not in ask(answerer, "预算比2023年降了多少？", "那公务接待费为什么减少").answer
    assert "苗圃搬迁" not in ask(answerer, "公务接待费比2023年减少多少？", "为什么减少").answer


def test_a_name_in_quotes_counts_nothing(answerer: Answerer) -> None:
    said = per_one_said("“一乡一苗圃”平均每处花多少钱")
    assert said is not None and (said.money, said.unit) == ("一乡一苗圃", "处")
    told = ask(answerer, "“一乡一苗圃”平均一处花多少钱？")
    assert told.figures[0].value == "4" or told.figures[0].value == "4.00"
    assert per_one_said("“一乡一苗圃”花多少钱") is None


def test_what_is_paid_for_one_is_no_total(answerer: Answerer) -> None:
    told = ask(answerer, "建一个苗圃给补多少钱")
    assert told.status is not Status.ANSWERED or all(f.value != "64.00" for f in told.figures)
