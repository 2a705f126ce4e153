"""Which of two years had more, and what that year had; sums of counts over both (哪年多、两年合计)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of_pages

BODY = "栗原县档案馆"
TOLD = {
    "2022年度部门决算": [
        "2022年“三公”经费决算12.60万元。国内公务接待21批次、180人次。",
        "2022年纳入绩效自评的项目9个，自评平均得分91.40分。修复破损档案320卷。",
    ],
    "2023年度部门决算": [
        "2023年“三公”经费决算10.20万元。国内公务接待16批次、143人次。",
        "从自评结果看，优7个、良1个，平均得分93.15分。",
    ],
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_pages(
        tmp_path_factory.mktemp("years"), BODY, {f"{year}年度部门决算": lines for year, lines in TOLD.items()}
    )


def ask(answerer: Answerer, *questions: str) -> Answer:
    answers = [answerer.ask(AskRequest(question=q, conversation_id="".join(questions))) for q in questions]
    return answers[-1]


@pytest.mark.parametrize(
    ("said", "value", "year"),
    [
        ("哪一年三公经费更少？少的那年是多少", "10.20", 2023),
        ("哪年三公经费更少？多的那年花了多少", "12.60", 2022),
        ("三公经费哪年高", "12.60", 2022),
        ("自评平均得分哪一年更高？高的那年是多少分", "93.15", 2023),
        ("国内公务接待人次哪年多？少的那年是多少人次", "143", 2023),
    ],
)
def test_the_year_that_is_sought_comes_first(answerer: Answerer, said: str, value: str, year: int) -> None:
    answer = ask(answerer, f"{BODY}2022年和2023年{said}")
    assert (answer.figures[0].value, answer.figures[0].year) == (value, year)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("哪一年国内公务接待的批次多，2022还是2023？多出多少批？", "5"),
        ("国内公务接待人次2022年多还是2023年多，多多少", "37"),
        ("哪年三公经费高，2022还是2023", "12.60"),
        ("三公经费2022年和2023年哪年多，多了几万", "2.40"),
    ],
)
def test_the_years_to_pick_from_stand_behind(answerer: Answerer, said: str, value: str) -> None:
    told = ask(answerer, f"{BODY}{said}")
    assert value in {figure.value.lstrip("-") for figure in told.figures}


def test_the_figure_of_the_higher_year_is_no_gap(answerer: Answerer) -> None:
    asked = (f"{BODY}2022年项目自评平均得分多少", "跟2023年比，哪一年平均分更高？高的那年是多少分")
    assert ask(answerer, *asked).figures[0].value == "93.15"


def test_one_year_alone_does_not_say_which_has_more(answerer: Answerer) -> None:
    answer = ask(answerer, f"{BODY}2022年和2023年修复破损档案哪年多")
    assert answer.status is Status.NO_ANSWER and not answer.figures


@pytest.mark.parametrize("years", ["22年23年两年", "2022年、2023年两年", "2022和2023年"])
def test_counts_of_both_years_are_added(answerer: Answerer, years: str) -> None:
    answer = ask(answerer, f"{BODY}{years}公务接待一共接待了多少人次")
    assert (answer.figures[0].value, answer.figures[0].unit) == ("323", "人次")
