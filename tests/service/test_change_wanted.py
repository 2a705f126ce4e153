"""A change that is asked for with the amounts of both years, and one asked for of an amount that was told."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure, Status
from service.second.change_wanted import change_wanted
from tests.service.written import answerer_of_texts

BODY = "芦川县水利局"


def page(year: int, running: str, office: str, moved: str) -> str:
    return f"""{BODY}{year}年度部门决算
一、部门职责
{BODY}负责全县水利工作。
二、收入支出决算总体情况说明
{BODY}{year}年度收入总计900.00万元，支出总计900.00万元。
三、机关运行经费支出情况
{year}年度机关运行经费支出{running}万元，{moved}。
四、会议费支出情况
{year}年度会议费支出决算为{office}万元。
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    before = page(2022, "158.80", "12.40", "比上年增加3.10万元")
    now = page(2023, "142.60", "9.30", "比上年减少16.20万元")
    return answerer_of_texts(tmp_path_factory.mktemp("bureau"), before, now)


@pytest.mark.parametrize(
    "question",
    [
        "芦川县水利局机关运行经费2022年到2023年是升了还是降了，分别多少",
        "芦川县水利局2023年机关运行经费比2022年变了多少，两年各多少",
    ],
)
def test_both_amounts_stand_beside_the_change(bureau: Answerer, question: str) -> None:
    told = {figure.value for figure in bureau.ask(AskRequest(question=question)).figures}
    assert {"158.80", "142.60"} <= told


def test_the_change_alone_is_told_alone(bureau: Answerer) -> None:
    answer = bureau.ask(AskRequest(question="芦川县水利局2023年机关运行经费比2022年减少多少"))
    assert [figure.value for figure in answer.figures] == ["-16.20"]


def told(label: str, value: str, year: int = 2023) -> Answer:
    figure = Figure(label=label, value=value, unit="万元", entity=BODY, year=year, stage="决算")
    return Answer(id="1", conversation_id="1", status=Status.ANSWERED, answer=label, figures=[figure])


AMOUNT, CHANGE = told("会议费", "9.30"), told("会议费比2022年增减额", "-3.10")


@pytest.mark.parametrize("asks", ["比2022年砍了多少", "较上年少了多少", "跟22年比降了多少"])
def test_the_change_is_asked_for_by_the_name_of_the_amount(asks: str) -> None:
    made = change_wanted(AMOUNT, f"水利局开会的钱，2023年{asks}", lambda text, conversation: CHANGE)
    assert made.figures[0].value == "-3.10"


def test_an_amount_is_no_answer_where_nothing_tells_how_it_moved() -> None:
    lost = Answer(id="1", conversation_id="1", status=Status.NO_ANSWER, answer="没有")
    made = change_wanted(AMOUNT, "水利局开会的钱，2023年比2022年砍了多少", lambda text, conversation: lost)
    assert (made.status, made.figures) == (Status.NO_ANSWER, [])


@pytest.mark.parametrize(
    "text", ["水利局2023年会议费多少", "水利局2023年会议费比培训费多多少", "水利局2023年会议费增减多少"]
)
def test_what_asks_for_no_change_of_years_stands(text: str) -> None:
    assert change_wanted(AMOUNT, text, lambda text, conversation: CHANGE) is AMOUNT


def test_amounts_that_do_not_make_the_change_are_not_told() -> None:
    other = told("机关运行经费", "150.00", 2022)
    change = told("机关运行经费比上年增减额", "-16.20")
    made = change_wanted(change, "升了还是降了，分别多少", lambda text, conversation: other)
    assert made is change
