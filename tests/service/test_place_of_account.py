"""The place of an account among those of its level, or within what it is said to be in (科目名次)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

CITY = "云川市青岚区城市管理局2023年度"


#: 青岚区城市管理局2023年度部门决算: 支出决算表 p.7 and p.8, 基本支出决算表 p.13, 三公 p.14.
@pytest.mark.parametrize(
    ("question", "amount", "place"),
    [
        ("青岚区城管局2023年住房保障支出排第几", "666.11", "类级科目里从大到小排第3"),
        ("青岚区城管局2023年购房补贴在住房保障支出里排第几", "127.40", "项级科目里从大到小排第2"),
        ("青岚区城管局2023年城乡社区公共设施排名第几", "1948.06", "款级科目里从大到小排第3"),
        ("青岚区城管局2023年办公费在公用经费中排第几位", "62.15", "分项里从大到小排第5"),
        ("青岚区城管局2023年津贴补贴在工资福利支出里居第几", "1142.15", "分项里从大到小排第2"),
        ("青岚区城管局2023年公务接待费在三公经费里排第几", "2.36", "分项里从大到小排第2"),
    ],
)
def test_the_place_is_told_with_the_amount_and_among_which(
    desk: Answerer, question: str, amount: str, place: str
) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.answer.startswith(CITY)
    assert answer.figures[0].value == amount
    assert f"{place}。" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "青岚区城管局2023年培训费在机关运行经费里排第几",  # whose parts are not printed
        "青岚区城管局2023年人员经费排第几",
        "青岚区城管局2023年办公费在人员经费里排第几",  # which it is no part of
        "青岚区城管局2023年培训费倒数第几",
    ],
)
def test_no_place_is_told_among_what_is_not_known(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert (answer.status, answer.figures) == ("no_answer", [])
