"""An economic account that a table prints only by function, row for row (同科目各行之和)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of_file

PDF = Path("eval/provinces4/勐棠县允景镇2025年部门预算公开.pdf")
BODY = "勐棠县允景镇2025年"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_file(tmp_path_factory.mktemp("rows"), PDF)


#: Pages 16 and 17, by hand: 差旅费 65,000 + 24,000 + 28,000; 工会经费 48,600 + 18,100 + 30,600; 生活补助 has one row.
@pytest.mark.parametrize(
    ("question", "value", "operands"),
    [("差旅费多少", "117000.00", 3), ("工会经费预算多少元", "97300.00", 3), ("生活补助多少", "58320.00", 1)],
)
def test_an_account_is_all_of_its_rows(answerer: Answerer, question: str, value: str, operands: int) -> None:
    figure = answerer.ask(AskRequest(question=BODY + question)).figures[0]
    assert (figure.value, figure.unit) == (value, "元")
    assert len(figure.inputs) == operands


#: 117,000 of the table's 合计 10,523,914.23.
def test_its_share_is_of_all_of_its_rows(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}差旅费占基本支出多少"))
    assert (answer.figures[0].value, answer.figures[0].unit) == ("1.11", "%")


#: 基本工资 stands in nine rows: none of the accounts with a single row is told as the largest.
def test_no_single_row_is_the_largest_account(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}基本支出里哪个经济科目最多"))
    assert not answer.figures, answer.answer


#: Rows of one account are no two figures that contradict each other.
def test_rows_are_no_contradictions(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}差旅费多少"))
    assert answer.notes == []
