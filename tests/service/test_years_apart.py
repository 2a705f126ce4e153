"""Two years of one body with an account each are asked apart (各年各问各的科目)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.figures.years_apart import refuse_apart


@pytest.mark.parametrize(
    "question",
    [
        "2022年差旅费与2023年培训费合计",
        "2022年印刷费、2023年办公费分别多少",
        "2022年人员经费2023年公用经费加起来",
    ],
)
def test_another_account_for_each_year_gets_no_figure(desk: Answerer, question: str) -> None:
    assert not desk.ask(AskRequest(question="青岚区城市管理局" + question)).figures


@pytest.mark.parametrize(
    "question",
    [
        "2022年差旅费和2023年差旅费合计",
        "2022年和2023年差旅费培训费分别多少",
        "2023年预算支出表里，2022年城管执法执行数",
        "2022年决算与2023年预算相比",
        "2023年会议费比2022年多多少",
        "2023年差旅费是2022年的百分之几",
        "2023年差旅费是2022年的几倍",
    ],
)
def test_one_account_of_two_years_is_read_on(question: str) -> None:
    assert refuse_apart(question) is None
