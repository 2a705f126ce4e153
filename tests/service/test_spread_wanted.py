"""An average that is asked for is told, or nothing: both numbers beside each other are no answer (要平均数)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure, Status
from service.second.spread_wanted import spread_wanted
from tests.service.written import answerer_of_texts

BODY = "临岚市港航管理处"
#: What was paid and to how many: 420.00 ÷ 28 and 364.00 ÷ 26.
YEARS = {2023: ("26", "364.00"), 2024: ("28", "420.00")}


def page(year: int) -> str:
    heads, wages = YEARS[year]
    return f"""{BODY}{year}年度部门决算
一、部门职责
{BODY}负责全市港口、航道管理工作。
二、收入支出决算总体情况说明
{BODY}{year}年度收入总计700.00万元，支出总计700.00万元。
三、会议费和培训费支出情况
{year}年度会议费支出决算为9.60万元。{year}年度培训费支出决算为5.50万元。
四、人员情况
{year}年末在职人员{heads}人，{year}年度工资福利支出{wages}万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("spread"), *map(page, YEARS))


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}{said}"))


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("2024年在职的人，工资福利平均一个人多少", ["15.00", "28", "420.00"]),
        ("2023年在职人员，工资福利支出合到每个头上多少", ["14.00", "26", "364.00"]),
    ],
)
def test_the_money_is_divided_by_the_heads(answerer: Answerer, said: str, values: list[str]) -> None:
    answer = ask(answerer, said)
    assert [figure.value for figure in answer.figures] == values
    assert (answer.figures[0].unit, len(answer.figures[0].inputs)) == ("万元", 2)


def test_of_two_sums_none_is_divided(answerer: Answerer) -> None:
    answer = ask(answerer, "2023年在职人员，会议费和工资福利支出平均一个人多少")
    assert (answer.status, answer.figures) == (Status.NO_ANSWER, [])


@pytest.mark.parametrize("said", ["2024年工资福利支出和在职人员各多少", "2024年工资福利支出、在职人员是多少"])
def test_both_are_told_where_no_average_is_asked_for(answerer: Answerer, said: str) -> None:
    assert [figure.value for figure in ask(answerer, said).figures] == ["420.00", "28"]


@pytest.mark.parametrize(
    "said", ["2024年会议费和培训费，每个渡工平均多少", "2024年会议费和培训费平均一天多少"]
)
def test_the_mean_of_two_sums_is_none_by_the_head(answerer: Answerer, said: str) -> None:
    assert "7.55" not in [figure.value for figure in ask(answerer, said).figures]  # (9.60 + 5.50) ÷ 2


def figure(label: str, value: str, unit: str, year: int = 2024, formula: str | None = None) -> Figure:
    return Figure(label=label, value=value, unit=unit, entity=BODY, year=year, stage="决算", formula=formula)


def answer(*figures: Figure) -> Answer:
    return Answer(
        id="1",
        conversation_id="1",
        status=Status.ANSWERED,
        answer="两个数。",
        figures=list(figures),
        notes=["近"],
    )


PAID, HEADS = figure("渡工补贴", "48.00", "万元"), figure("渡工", "32", "人")


@pytest.mark.parametrize(
    "asks", ["人均多少", "摊到每人头上是多少", "落到一个人多少", "按人头是几块", "平均多少", "均摊多少"]
)
def test_an_average_is_made_of_the_two(asks: str) -> None:
    for found in (answer(PAID, HEADS), answer(HEADS, PAID)):
        made = spread_wanted(found, f"渡工补贴{asks}")
        assert (made.figures[0].value, made.figures[0].unit) == ("1.50", "万元")  # 48.00 ÷ 32
        assert made.figures[1:] == found.figures
        assert made.answer.endswith("两个数。") and "48.00 万元 ÷ 32 人" in made.answer


@pytest.mark.parametrize(
    "asks", ["平均分多少", "平均得分是多少", "平均工资多少", "平均水平多少", "和渡工各多少"]
)
def test_a_word_that_only_begins_so_asks_for_none(asks: str) -> None:
    found = answer(PAID, HEADS)
    assert spread_wanted(found, f"渡工补贴{asks}") is found


@pytest.mark.parametrize(
    "figures",
    [
        (PAID, figure("渡工", "32", "人", 2023)),  # of another year
        (PAID, HEADS, figure("船舶", "12", "艘")),
        (PAID, figure("培训费", "5.50", "万元"), HEADS),
        (PAID, figure("满意度", "98", "%")),
        (PAID, figure("培训费", "5.50", "万元")),
        (PAID, figure("渡工", "0", "人")),
    ],
)
def test_nothing_is_told_where_it_is_not_clear_what_divides(figures: tuple[Figure, ...]) -> None:
    made = spread_wanted(answer(*figures), "渡工补贴人均多少")
    assert (made.status, made.figures) == (Status.NO_ANSWER, [])


@pytest.mark.parametrize(
    "figures",
    [
        (figure("人均渡工补贴", "1.50", "万元"), HEADS),
        (figure("渡工补贴", "1.50", "万元/人"), HEADS),
        (figure("渡工补贴平均", "1.50", "万元", formula="48.00 ÷ 32 = 1.50"), PAID),
        (PAID,),
        (HEADS, figure("船舶", "12", "艘")),
    ],
)
def test_an_average_that_is_told_already_stands(figures: tuple[Figure, ...]) -> None:
    found = answer(*figures)
    assert spread_wanted(found, "渡工补贴人均多少") is found
