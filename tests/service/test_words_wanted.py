"""Words that are asked for are told, and never a figure in their place."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure, Status
from service.second.words_wanted import words_wanted
from tests.service.written import answerer_of

BODY = "芦川县残疾人联合会"
PAGE = f"""{BODY}2023年度部门决算
一、部门职责
{BODY}负责全县残疾人康复、就业工作。
二、收入支出决算总体情况说明
{BODY}2023年度收入总计900.00万元，支出总计900.00万元。
项目支出320.00万元，比上年增加60.00万元，主要原因是康复中心屋面翻修和新开办托养班。
三、政府采购支出情况说明
2023年度政府采购支出总额134.60万元，其中：政府采购货物支出71.30万元、政府采购服务支出63.30万元。政府采购货物主要是轮椅、助听器。
四、其他支出情况
2023年度培训费支出决算为12.60万元，比上年减少3.00万元。
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("office"), f"{BODY}2023年度部门决算.txt", PAGE)


def ask(office: Answerer, question: str) -> Answer:
    return office.ask(AskRequest(question=f"芦川县残联2023年{question}"))


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("项目支出反倒涨了，是哪几样事情加了钱", "翻修"),
        ("项目支出多在什么事情上", "托养班"),
        ("政府采购买货，主要是买了些啥家什", "轮椅"),
    ],
)
def test_the_documents_own_words_are_told(office: Answerer, question: str, word: str) -> None:
    assert word in ask(office, question).answer


def test_a_figure_is_no_answer_where_there_are_no_words(office: Answerer) -> None:
    answer = ask(office, "培训费怎么少了")
    assert (answer.status, answer.figures) == (Status.NO_ANSWER, [])


@pytest.mark.parametrize("text", ["培训费为什么这么高", "培训费到底花在什么活动上", "培训费干了些啥"])
def test_words_of_something_else_are_not_told_for_it(text: str) -> None:
    other = Answer(id="1", conversation_id="1", status=Status.ANSWERED, answer="会议费主要用于开会")
    made = words_wanted(told("培训费", "12.60"), text, lambda text, conversation: other)
    assert (made.status, made.figures) == (Status.NO_ANSWER, [])


def told(label: str, value: str, year: int = 2023) -> Answer:
    figure = Figure(label=label, value=value, unit="万元", entity=BODY, year=year, stage="决算")
    return Answer(id="1", conversation_id="1", status=Status.ANSWERED, answer=label, figures=[figure])


@pytest.mark.parametrize(
    "text",
    [
        "培训费花了多少",
        "培训费怎么安排的",
        "哪一项花得最多",
        "培训费是增是减",
        "什么科目花了这笔钱",
        "培训费是怎么算的",
    ],
)
def test_what_a_figure_answers_stands(text: str) -> None:
    answer = told("培训费", "12.60")
    assert words_wanted(answer, text, lambda text, conversation: answer) is answer
