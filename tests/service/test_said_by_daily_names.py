"""Accounts by what people call them, set against each other and counted, over the samples (口头所称的科目)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status

BUREAU = "云川市松屿区卫生健康局2023年"
WORKS = "云川市青岚区城市管理局2023年"


def test_what_was_spent_on_one_account_is_set_against_that_on_another(desk: Answerer) -> None:
    # 行政运行 14,118,902.45 and 一般行政管理事务 2,236,799.00 on the statement of expenditure.
    answer = desk.ask(AskRequest(question=f"{BUREAU}行政运行支出比一般行政管理事务支出多多少"))
    assert Decimal(answer.figures[0].value) == Decimal("14118902.45") - Decimal("2236799.00")


@pytest.mark.parametrize("way", ["和其他城乡社区支出差多少", "支出比其他城乡社区支出多多少"])
def test_another_account_of_a_name_is_not_the_account(desk: Answerer, way: str) -> None:
    answer = desk.ask(AskRequest(question=f"{WORKS}城市环境卫生{way}"))
    assert answer.status is not Status.ANSWERED


def test_a_word_doubled_is_what_was_paid_for(desk: Answerer) -> None:
    plain = desk.ask(AskRequest(question=f"{WORKS}维修费是多少"))
    answer = desk.ask(AskRequest(question=f"{WORKS}修修补补花了多少"))
    assert answer.figures[0].label == plain.figures[0].label == "维修（护）费"
    assert answer.figures[0].value == plain.figures[0].value


def test_an_account_is_meant_by_a_description_and_that_is_said(desk: Answerer) -> None:
    plain = desk.ask(AskRequest(question=f"{WORKS}物业管理费是多少"))
    answer = desk.ask(AskRequest(question=f"{WORKS}请保安扫地的钱是多少"))
    assert [f.value for f in answer.figures] == [f.value for f in plain.figures]
    assert any("物业管理费" in note and "理解" in note for note in answer.notes)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("寄信打电话上网那笔，到底列了多少万", "邮电费"),
        ("雇人看大门、搞清洁的那笔又是多少", "物业管理费"),
        ("跑外地公干的那笔，比2022年涨了多少", "差旅费"),
    ],
)
def test_a_phrase_of_several_words_is_taken_whole(desk: Answerer, said: str, name: str) -> None:
    asks = "比2022年涨了多少" if "涨" in said else "是多少"
    plain = desk.ask(AskRequest(question=f"{WORKS}{name}{asks}"))
    answer = desk.ask(AskRequest(question=f"{WORKS}{said}"))
    assert [f.value for f in answer.figures] == [f.value for f in plain.figures], answer.answer
    assert any(name in note and "理解" in note for note in answer.notes)


@pytest.mark.parametrize("said", ["给月球种树的那笔，到底列了多少万", "寄信打电话上网给群众解释了多少次"])
def test_what_means_no_account_stays_without_a_figure(desk: Answerer, said: str) -> None:
    assert not desk.ask(AskRequest(question=f"{WORKS}{said}")).figures


def test_two_accounts_in_daily_words_are_added_and_never_one_of_them_told(desk: Answerer) -> None:
    plain = [
        desk.ask(AskRequest(question=f"{WORKS}{name}是多少")).figures[0] for name in ("工会经费", "差旅费")
    ]
    answer = desk.ask(AskRequest(question=f"{WORKS}给工会的钱和跑外地公干的钱两笔加起来多少"))
    told = [Decimal(figure.value) for figure in answer.figures]
    assert told in ([], [sum(Decimal(figure.value) for figure in plain)]), answer.answer


def test_the_most_goes_before_the_least(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=f"{BUREAU}哪类支出最多哪类最少"))
    values = [Decimal(figure.value) for figure in answer.figures]
    assert len(values) > 2
    assert values == sorted(values, reverse=True)


def test_cars_are_counted_without_a_name(desk: Answerer) -> None:
    plain = desk.ask(AskRequest(question=f"{WORKS}车辆有多少辆"))
    answer = desk.ask(AskRequest(question=f"{WORKS}名下一共多少部车？吓一跳，想核实一下。"))
    assert answer.figures[0].unit == "辆"
    assert answer.figures[0].value == plain.figures[0].value
