"""Two numbers of one thing are both told where the question says that there are two."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "芦川县城市管理局"
PAGE = f"""{BODY}2023年度部门决算
一、部门职责
{BODY}负责全县城市管理工作。
二、工作完成情况
全年城管类问题群众投诉满意率达91.2%，道路保洁率达98.5%。
三、绩效自评情况
城管类群众投诉满意率达到91.16%，完成了年初目标。
四、收入支出决算总体情况说明
{BODY}2023年度收入总计900.00万元，支出总计900.00万元。
"""
ASKS = "芦川县城市管理局2023年城管类群众投诉满意率到底是多少"


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("bureau"), f"{BODY}2023年度部门决算.txt", PAGE)


def test_both_are_told_where_the_question_says_so(bureau: Answerer) -> None:
    answer = bureau.ask(AskRequest(question=f"{ASKS}，我看报告前后两个数不一样"))
    assert {figure.value for figure in answer.figures} == {"91.2", "91.16"}
    assert len(answer.citations) > max(figure.citation or 0 for figure in answer.figures)


def test_one_is_told_where_it_does_not(bureau: Answerer) -> None:
    assert len(bureau.ask(AskRequest(question=ASKS)).figures) == 1


def test_what_is_printed_once_is_told_once(bureau: Answerer) -> None:
    answer = bureau.ask(AskRequest(question="芦川县城市管理局2023年道路保洁率是多少，前后两个数不一样"))
    assert [figure.value for figure in answer.figures] == ["98.5"]
