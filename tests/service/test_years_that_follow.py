"""The years after the one told of, and which way they went, however that is put (后续年度与升降)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from tests.service.talking import talk
from tests.service.written import answerer_of_pages

BODY = "栗原县文化馆"
TOLD = {
    f"{year}年度部门预算": [
        f"{year}年会议费预算{meetings}万元。",
        f"{year}年职业年金缴费支出预算{pensions}万元。",
    ]
    for year, meetings, pensions in (
        ("2021", "6.40", "11.10"),
        ("2022", "8.25", "11.60"),
        ("2023", "5.15", "12.30"),
    )
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_pages(tmp_path_factory.mktemp("years"), BODY, TOLD)


@pytest.mark.parametrize(
    "said",
    [
        "接下来的两年各是多少，升了还是降了？",
        "其后两个年度的数额分别是多少，呈增长还是下降趋势？",
        "后两年金额 升降情况",
        "请续报随后两年的预算数，并说明增减方向。",
        "明白了，那之后的两年是啥数，一路往上还是往下掉？",
        "往后两年又是多少，在涨还是在跌",
        "后两年呢，是升是降",
        "此后两年各多少，变化趋势如何",
    ],
)
def test_both_years_are_told_and_which_way_they_went(answerer: Answerer, said: str) -> None:
    told = talk(answerer, f"{BODY}2021年会议费预算多少", said)
    assert {"8.25", "5.15"} <= {figure.value for figure in told.figures}, told.answer
    assert "减少" in told.answer
    assert not {"11.60", "12.30"} & {figure.value for figure in told.figures}


def test_another_account_is_still_asked_for_by_name(answerer: Answerer) -> None:
    told = talk(answerer, f"{BODY}2021年会议费预算多少", "后两年职业年金缴费支出各多少")
    assert {"11.60", "12.30"} <= {figure.value for figure in told.figures}


def test_the_years_before_are_told_the_same_way(answerer: Answerer) -> None:
    told = talk(answerer, f"{BODY}2023年会议费预算多少", "往前两年各是多少，是涨是跌")
    assert {"6.40", "8.25"} <= {figure.value for figure in told.figures}
    assert "增加" in told.answer
