"""三公经费 said by all of its three parts, and the parts by bare words (三公三项)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.read.three_said import three_said
from tests.service.talking import talk

CITY = "青岚区城市管理局2023年"


#: Final accounts of 青岚区城市管理局 of 2023, p.21: 三公经费 决算103.79, 公务接待费 2.36.
@pytest.mark.parametrize(
    "question",
    [f"{CITY}吃喝、出国、用车的三公钱多少", f"{CITY}接待、出国、用车三样一共多少",
     f"{CITY}三公经费（接待、出国、用车）多少"],
)  # fmt: skip
def test_all_three_are_the_one_account(desk: Answerer, question: str) -> None:
    assert [(f.value, f.unit) for f in talk(desk, question).figures] == [("103.79", "万元")]


@pytest.mark.parametrize("question", [f"{CITY}接待和用车谁多", f"{CITY}接待、用车各多少"])
def test_cars_beside_guests_are_money(desk: Answerer, question: str) -> None:
    # 103.79 − 2.36 (nobody went abroad) = 101.43.
    assert {f.value for f in talk(desk, question).figures} == {"2.36", "101.43"}


@pytest.mark.parametrize(
    "text", ["三公里接待、出国、公车各多少", "接待和公车三年来哪个多", "出国多少，用车几辆", "三公经费多少"]
)
def test_each_of_them_stays_itself(text: str) -> None:
    assert three_said(text) == text
