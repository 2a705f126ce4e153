"""What was received is no spending, so many parks are no size, the mean of some is none of all (答非所问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.written import answerer_of

BODY = "槐岭县水库管理所"
#: What stands below is read off this page.
TEXT = (
    f"{BODY}2023年度部门决算\n一、主要职责\n负责水库防汛。现有在职人员40人、安全员25人。\n"
    "二、收入支出决算情况\n2023年度收入总计900.00万元，支出总计900.00万元。本年支出合计880.00万元，"
    "其中：基本支出560.00万元，项目支出320.00万元。事业收入154.20万元。\n"
    "三、财政拨款支出决算情况\n2023年度物业管理费支出决算为0.94万元。\n2023年度培训费支出决算为8.40万元。\n"
    "四、工作情况\n全年建成滨水公园3处，面积1.2公顷。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("received"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize("question", ["收了多少物业管理费", "物业管理费收了多少", "一共收到多少培训费"])
def test_what_is_paid_is_not_what_was_received(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))
    assert (answer.status, answer.figures) == (Status.NO_ANSWER, [])


@pytest.mark.parametrize(
    ("question", "value"),
    [("物业管理费多少", "0.94"), ("事业收入收了多少", "154.20"), ("培训费花了多少", "8.40")],
)
def test_what_is_paid_and_what_is_income_are_told(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))
    assert [figure.value for figure in answer.figures] == [value]


def test_so_many_parks_are_no_size(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年建成的滨水公园是多大的公园"))
    assert all(figure.unit == "公顷" for figure in answer.figures)


def test_a_size_beside_a_number_is_told(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年建成滨水公园几处，面积多少公顷"))
    assert {(figure.value, figure.unit) for figure in answer.figures} == {("3", "处"), ("1.2", "公顷")}


def test_all_that_is_spent_is_not_spread_over_some(answerer: Answerer) -> None:
    """8,800,000元 over the 40 of the staff are 220,000: no mean of the 25."""
    spread = answerer.ask(AskRequest(question=f"{BODY}2023年平均每个职工花了多少钱"))
    assert [(figure.value, figure.unit) for figure in spread.figures] == [("220000", "元")]
    asked = answerer.ask(AskRequest(question=f"{BODY}2023年安全员平均一个人一年花多少钱"))
    assert (asked.status, asked.figures) == (Status.NO_ANSWER, [])


def test_the_mean_after_a_number_of_them_is_theirs(answerer: Answerer) -> None:
    first = answerer.ask(AskRequest(question=f"{BODY}2023年有多少安全员"))
    assert [figure.value for figure in first.figures] == ["25"]
    then = AskRequest(question="平均一个人一年花多少钱", conversation_id=first.conversation_id)
    assert answerer.ask(then).figures == []


def test_the_house_that_a_body_keeps_is_its_name(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question="槐岭水库2023年支出多少"))
    assert [figure.value for figure in answer.figures] == ["880.00"]
