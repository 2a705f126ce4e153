"""Cars that were bought are not those that there are; what one owes by the term is no total (所有与所购)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "澄岭县海塘小学"
TEXT = f"""{BODY}2023年度部门决算

第一部分 概况

二、机构设置

内设教导处、总务处、少先队大队部。

第三部分 2023年度部门决算情况说明

六、“三公”经费支出决算情况

公务用车购置费41.20万元，购置（更新）护校巡查车2辆；公务用车运行维护费6.30万元。

七、其他情况

延时看护支出132.40万元，每名学生每学期收取260元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("moved"), f"{BODY}2023年度部门决算.txt", TEXT)


def ask(answerer: Answerer, *said: str) -> list[tuple[str, str]]:
    for question in (f"{BODY}2023年{said[0]}", *said[1:]):
        answer = answerer.ask(AskRequest(question=question, conversation_id="".join(said)))
    return [(figure.value, figure.unit) for figure in answer.figures]


@pytest.mark.parametrize(
    "said",
    [
        ("公务用车购置费多少", "这钱换了几台护校巡查车"),
        ("更新了多少辆护校巡查车",),
        ("换新了几部护校巡查车",),
    ],
)
def test_cars_that_took_the_place_of_others(answerer: Answerer, said: tuple[str, ...]) -> None:
    assert ask(answerer, *said)[:1] == [("2", "辆")]


@pytest.mark.parametrize("said", ["护校巡查车有多少辆", "现有护校巡查车几辆"])
def test_those_bought_are_not_all_that_there_are(answerer: Answerer, said: str) -> None:
    assert ask(answerer, said) == []


@pytest.mark.parametrize("said", ["延时看护一学期要掏多少", "延时看护一个学期交多少钱"])
def test_what_is_owed_by_the_term_is_no_total(answerer: Answerer, said: str) -> None:
    assert ("132.40", "万元") not in ask(answerer, said)
