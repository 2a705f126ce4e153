"""Of figures of several sorts the one that the asking clause names is told first (问哪句先说哪个)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure, Status
from service.figures.clause_first import clause_first
from tests.service.written import answerer_of_texts

BODY = "临岚市港航管理处"
TEXT = f"""{BODY}2024年度部门决算
一、部门职责
{BODY}负责全市港口、航道管理工作。
二、收入支出决算总体情况说明
{BODY}2024年度收入总计700.00万元，支出总计700.00万元。
三、人员情况
2024年末在岗人员38人，2024年度工资福利支出532.00万元。
四、绩效情况
2024年度发放渡工生活补贴90.00万元，补贴对象满意率目标值为97%。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("clause"), TEXT)


def told(answerer: Answerer, said: str) -> list[tuple[str, str]]:
    answer = answerer.ask(AskRequest(question=f"{BODY}2024年{said}"))
    return [(figure.value, figure.unit) for figure in answer.figures]


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("发放渡工生活补贴，补贴对象满意率目标值是多少", [("97", "%"), ("90.00", "万元")]),
        ("工资福利支出，在岗人员有多少", [("38", "人"), ("532.00", "万元")]),
        ("发放渡工生活补贴多少，补贴对象满意率目标值是多少", [("90.00", "万元"), ("97", "%")]),
        ("工资福利支出和在岗人员各是多少", [("532.00", "万元"), ("38", "人")]),
    ],
)
def test_what_the_asking_clause_names_goes_first(
    answerer: Answerer, said: str, figures: list[tuple[str, str]]
) -> None:
    assert told(answerer, said) == figures


def figure(label: str, value: str, unit: str, formula: str | None = None) -> Figure:
    return Figure(label=label, value=value, unit=unit, entity=BODY, year=2024, stage="决算", formula=formula)


MONEY, RATE = figure("护航奖补（含上年）", "90.00", "万元"), figure("航标完好率", "99", "%")


def answer(*figures: Figure) -> Answer:
    return Answer(id="1", conversation_id="1", status=Status.ANSWERED, answer="两个数", figures=list(figures))


BOTH = answer(MONEY, RATE)


@pytest.mark.parametrize(
    "said", ["发了护航奖补，航标完好率要到百分之几", "有护航奖补；那航标的完好率定的多少？"]
)
def test_the_second_comes_first_where_only_its_clause_asks(said: str) -> None:
    assert [one.label for one in clause_first(BOTH, said).figures] == [RATE.label, MONEY.label]


def test_a_name_is_held_without_its_brackets() -> None:
    turned = clause_first(answer(RATE, MONEY), "航标完好率达标了，护航奖补有多少")
    assert [one.label for one in turned.figures] == [MONEY.label, RATE.label]


@pytest.mark.parametrize(
    "said",
    [
        "护航奖补多少，航标完好率多少",  # both are asked for
        "护航奖补和航标完好率是多少",  # one clause
        "航标完好率达标了，护航奖补多少",  # the first is asked for
        "护航奖补，航标完好率和护航奖补是多少",  # both stand in the asking clause
        "护航奖补发了，航标多少座",  # so little of the name names another thing
        "护航奖补，航标完好率",  # nothing asks how much
        "2024年几月发的护航奖补，航标完好率说了吗",
    ],
)
def test_the_order_stays_where_it_is_not_clear(said: str) -> None:
    assert clause_first(BOTH, said) is BOTH


@pytest.mark.parametrize(
    "figures",
    [
        (MONEY, figure("航标完好率", "99", "万元")),
        (MONEY, figure("航标完好率", "99", "%", "198 ÷ 200 = 99")),
        (MONEY, RATE, figure("航标", "200", "座")),
        (MONEY,),
    ],
)
def test_only_two_printed_figures_of_two_sorts_change_places(figures: tuple[Figure, ...]) -> None:
    found = answer(*figures)
    assert clause_first(found, "发了护航奖补，航标完好率要到百分之几") is found


def test_no_answer_stays_none() -> None:
    none = BOTH.model_copy(update={"status": Status.NO_ANSWER})
    assert clause_first(none, "发了护航奖补，航标完好率要到百分之几") is none
