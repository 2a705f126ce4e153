"""Where one year is set against another, the later less the earlier stands first, a fall below nothing (以后比前)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure, Status
from service.figures.later_first import later_first
from service.figures.simple_figures import inputs
from tests.service.written import answerer_of_texts

BODY = "栖霞岭县航道管理站"
#: 机关运行经费 and 会议费 of each year; the one falls and the other grows.
YEARS = {2023: ("158.80", "12.40"), 2024: ("142.60", "15.70")}


def page(year: int) -> str:
    running, meetings = YEARS[year]
    return f"""{BODY}{year}年度部门决算
一、部门职责
{BODY}负责全县航道养护工作。
二、收入支出决算总体情况说明
{BODY}{year}年度收入总计800.00万元，支出总计800.00万元。
三、机关运行经费支出情况
{year}年度机关运行经费支出{running}万元。
四、会议费支出情况
{year}年度会议费支出决算为{meetings}万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("later"), *map(page, YEARS))


def first(answerer: Answerer, said: str) -> tuple[str, int]:
    figure = answerer.ask(AskRequest(question=f"{BODY}{said}")).figures[0]
    return figure.value, figure.year


@pytest.mark.parametrize(
    "said",
    [
        "机关运行经费23年和24年比差了多少",
        "机关运行经费2023年和2024年相差多少，是涨了还是跌了",
        "2024年、2023年的机关运行经费相比差多少",
    ],
)
def test_a_fall_is_below_nothing(answerer: Answerer, said: str) -> None:
    assert first(answerer, said) == ("-16.20", 2024)  # 142.60 − 158.80


def test_the_answer_tells_it_in_the_same_words(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}机关运行经费23年和24年比差了多少"))
    assert "2024年比2023年减少 16.20 万元" in answer.answer
    assert "前者比后者" not in answer.answer
    assert [figure.value for figure in answer.figures[1:]] == ["158.80", "142.60"]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("会议费23年和24年比差了多少", ("3.30", 2024)),  # 15.70 − 12.40
        ("2023年机关运行经费比2024年高多少", ("16.20", 2023)),  # the earlier is set against the later
        ("机关运行经费2023年和2024年差多少", ("16.20", 2023)),  # how far two are apart has no sign
        ("2023年和2024年的机关运行经费哪一年多，多多少", ("16.20", 2023)),
        ("2024年会议费和机关运行经费比差多少", ("126.90", 2024)),  # 142.60 − 15.70, of one year
        ("机关运行经费2023年和2024年比差百分之多少", ("-10.20", 2024)),
    ],
)
def test_what_is_asked_otherwise_is_told_as_it_is_asked(
    answerer: Answerer, said: str, value: tuple[str, int]
) -> None:
    assert first(answerer, said) == value


def figure(value: str, year: int, label: str = "差旅费", unit: str = "万元", entity: str = BODY) -> Figure:
    return Figure(label=label, value=value, unit=unit, entity=entity, year=year, stage="决算")


def apart(one: Figure, other: Figure, gap: str) -> Answer:
    """An answer that tells how far two amounts are apart, the larger one first."""
    formula = f"{one.value} − {other.value} = {gap}"
    made = one.model_copy(
        update={"label": "之差", "value": gap, "formula": formula, "inputs": inputs([one, other])}
    )
    line = f"{one.year}年 {one.value}，{other.year}年 {other.value}，前者比后者多 {gap} 万元。"
    return Answer(
        id="1", conversation_id="1", status=Status.ANSWERED, answer=line, figures=[made, one, other]
    )


FELL = apart(figure("9.00", 2021), figure("6.50", 2022), "2.50")


@pytest.mark.parametrize("asks", ["21年跟22年比少了多少", "两年比起来差多少", "差多少，是增加还是减少"])
def test_the_difference_is_turned_round(asks: str) -> None:
    made = later_first(FELL, f"差旅费{asks}")
    assert (made.figures[0].value, made.figures[0].year, made.figures[0].formula) == (
        "-2.50",
        2022,
        "6.50 − 9.00 = -2.50",
    )
    assert [one.value for one in made.figures] == ["-2.50", "9.00", "6.50"]
    assert "2022年比2021年减少 2.50 万元" in made.answer


@pytest.mark.parametrize(
    "text",
    [
        "差旅费21年比22年多多少",  # set against each other as it was told
        "差旅费21年和22年差多少",
        "21年和22年比，哪年的差旅费多，多多少",
        "差旅费21年跟22年比降了百分之多少",
        "差旅费21年跟22年比降幅多少",
        "差旅费21年和22年各多少",
    ],
)
def test_what_asks_for_no_course_stands(text: str) -> None:
    assert later_first(FELL, text) is FELL


@pytest.mark.parametrize(
    "other",
    [
        figure("6.50", 2022, "会议费"),
        figure("6.50", 2022, entity="栖霞岭县林业站"),
        figure("6.50", 2022, unit="人"),
        figure("6.50", 2021),
    ],
)
def test_two_things_or_bodies_are_no_course(other: Figure) -> None:
    answer = apart(figure("9.00", 2021), other, "2.50")
    assert later_first(answer, "两年比起来差多少") is answer


def test_the_unit_is_that_of_the_earlier_year() -> None:
    answer = apart(figure("9.00", 2021), figure("65000.00", 2022, unit="元"), "2.50")
    made = later_first(answer, "两年比起来差多少").figures[0]
    assert (made.value, made.unit) == ("-2.50", "万元")
