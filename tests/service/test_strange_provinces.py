"""Words of provinces never seen: events, bounds, two counts in one breath, years set first (异地问法)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.clauses import clauses
from service.read.plainly import plainly
from tests.service.written import answerer_of

_TEXT = """2023年度河源市第一高级中学部门决算

一、机构设置
学校下辖11个村民委员会、1个社区的学区，部门核定编制总数386名，其中行政编制142名、事业编制244名。

二、绩效
对“食堂改造”“校园安防”“图书购置”等3个项目开展了部门重点评价，对14个项目开展了绩效自评。
从自评情况看，14个项目平均得分95.37分，其中90分以上12个，80（含）—90分2个。
公务用车运行维护费支出23.10万元，其中公务用车加油8.40万元、公务用车维修7.20万元。
维修（护）费支出56.84万元。
"""
WHO = "河源一中2023年"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("school"), "2023年度河源市第一高级中学部门决算.txt", _TEXT)


def _ask(school: Answerer, question: str) -> tuple[str, list[str]]:
    answer = school.ask(AskRequest(question=WHO + question))
    return answer.answer, [figure.value for figure in answer.figures]


@pytest.mark.parametrize("asked", ["开展部门重点评价的是哪几个项目", "做了重点评价的项目有哪些"])
def test_projects_of_an_event_are_those_that_its_sentence_names(school: Answerer, asked: str) -> None:
    told, _ = _ask(school, asked)
    assert all(name in told for name in ("食堂改造", "校园安防", "图书购置"))


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ("有几个村委会几个社区", ["11", "1"]),
        ("编制多少人", ["386"]),
        ("事业编制多少", ["244"]),
        ("公务用车运行维护费里维修多少", ["7.20"]),
    ],
)
def test_what_is_asked_is_told_and_nothing_beside_it(school: Answerer, asked: str, values: list[str]) -> None:
    assert _ask(school, asked)[1] == values


@pytest.mark.parametrize("asked", ["差旅费里印刷多少", "项目自评低于80分的几个"])
def test_or_nothing_is_told(school: Answerer, asked: str) -> None:
    assert _ask(school, asked)[1] == []


def test_two_counts_are_two_questions() -> None:
    assert clauses("脱贫了多少户多少人") == ["脱贫了多少户", "多少人"]


def test_both_years_said_first_are_a_change() -> None:
    assert (
        plainly("2023年度与2022年度相比，公务接待费决算增减了多少")
        == "2023年公务接待费决算比2022年增减了多少"
    )


#: 青岚 2023: 经济分类 of 工资福利支出, the largest of them is told and no account that stayed the same.
def test_which_one_how_much_is_no_equality(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城市管理局2023年工资福利支出里最多的是哪一样 多少钱"))
    assert answer.figures and "持平" not in answer.answer
