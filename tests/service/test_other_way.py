"""Why a figure fell, asked of one that rose: what it did is told, no other account's reason (所问与实际相反)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

CITY = "青岚区城市管理局2023年"


#: 青岚 2023: p.21 三公 up by 30.83 for two cars, 接待费 down by 0.76; pp.16-17 支出 down by 962.26, 收入 by 1180.31.
@pytest.mark.parametrize(
    ("said", "value", "denied", "why"),
    [
        ("三公经费为什么减少", "30.83", "没有减少", "更新2辆老旧执法车"),
        ("公务接待费为什么增加", "-0.76", "没有增加", "精简接待安排"),
        ("支出为什么增加了", "-962.26", "没有增加", "环境卫生和市政养护项目支出减少"),
        ("收入怎么涨了", "-1180.31", "没有增加", "项目经费安排减少"),
    ],
)
def test_a_denied_premise_is_said(desk: Answerer, said: str, value: str, denied: str, why: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + said))
    assert answer.figures[0].value == value
    assert denied in answer.answer and why in answer.answer
    assert all(
        figure.citation is None or figure.citation < len(answer.citations) for figure in answer.figures
    )


def test_no_reason_of_another_is_told_beside_it(desk: Answerer) -> None:
    """人员经费 6626.60 in 2022 (p.10), 6729.71 in 2023 (p.13); no page gives a reason of that."""
    answer = desk.ask(AskRequest(question=f"{CITY}人员经费为什么减少"))
    assert answer.status == "no_answer" and not answer.figures
    assert "增加 103.11 万元，没有减少" in answer.answer and "写道" not in answer.answer


@pytest.mark.parametrize("said", ["三公经费为什么增加", "支出为什么减少", "公务接待费为什么减少"])
def test_a_premise_that_holds_gets_its_reason(desk: Answerer, said: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + said))
    assert not answer.figures
    assert "没有减少" not in answer.answer and "没有增加" not in answer.answer
