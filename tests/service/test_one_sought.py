"""Which of two is more, and the figure of that one: it is told first (问多的那个)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of_pages

BODY = "栗原县中心医院"
TOLD = {
    "2023年度单位决算": [
        "一般公共预算财政拨款“三公”经费支出决算12.60万元，其中公务接待费支出决算3.10万元。",
        "门诊收入2,846.30万元，住院收入4,105.20万元。",
    ],
    "2024年单位预算": ["2024年公务接待费预算3.60万元。"],
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_pages(tmp_path_factory.mktemp("told"), BODY, TOLD)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("公务接待费，2023年决算数与2024年预算数哪个高，高的是多少万元", "3.60"),
        ("公务接待费2023年决算和2024年预算哪个多，少的那个是多少", "3.10"),
        ("2023年是门诊收入多还是住院收入多？多的那个是多少", "4105.20"),
        ("2023年门诊收入和住院收入哪个多，少的那个是多少", "2846.30"),
        ("2023年门诊收入和住院收入谁高，高的有多少", "4105.20"),
        ("2023年门诊收入和住院收入哪一个更低？低的那项是多少万元", "2846.30"),
    ],
)
def test_the_one_that_is_sought_comes_first(answerer: Answerer, said: str, value: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}{said}"))
    assert answer.figures[0].value == value and len(answer.figures) == 2
    assert answer.answer.find(value) < answer.answer.find(answer.figures[1].value)


def test_how_far_they_are_apart_is_another_question(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年门诊收入和住院收入哪个高，高出多少"))
    assert answer.figures[0].value == "1258.90"
