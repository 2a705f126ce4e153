"""All income with what was carried over, and averages over what money is not spent on (收入总额、除数)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

CITY = "青岚区城市管理局2023年"


#: 城管局 2023: 本年收入合计 18080.86, 收入总计 18270.16 (p. 4 and 5).
@pytest.mark.parametrize("words", ["总收入是多少", "收入总额多少", "收入决算总额是多少万元"])
def test_the_total_is_told_with_the_years_own_beside_it(desk: Answerer, words: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + words))
    assert answer.figures[0].value == "18270.16"
    assert "18080.86" in "".join(answer.notes)


@pytest.mark.parametrize("words", ["收入是多少", "本年收入总额多少", "收入合计多少"])
def test_the_years_own_is_told_where_it_is_said(desk: Answerer, words: str) -> None:
    assert desk.ask(AskRequest(question=CITY + words)).figures[0].value == "18080.86"


@pytest.mark.parametrize(
    "words",
    ["工资福利支出平均每个项目多少钱", "住房公积金平均每辆多少钱", "按抽调人数算，人均办公费是多少"],
)
def test_money_is_not_divided_by_what_it_is_not_spent_on(desk: Answerer, words: str) -> None:
    assert not desk.ask(AskRequest(question=CITY + words)).figures
