"""Two sides, one of them a sum, a mean, a part, or by the month: each is found, then they are compared (两边相比)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.talking import talk

CITY = "青岚区城市管理局2023年"


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=question))


#: 青岚: 差旅费 12.83 after 9.16, 会议费 1.95 after 2.80, 培训费 6.40 after 7.95 (2023 p.13, 2022 p.10); goods 186.45,
#: works 1320.00, services 4865.30 (2023 p.21); 城管执法 1935.35 of 1980.00 (2023 p.19).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        (CITY + "差旅费、会议费、培训费合计比2022年多多少", "1.27"),
        (CITY + "差旅费加会议费比上年增加多少", "2.82"),
        (CITY + "会议费和培训费之和比2022年减少多少", "-2.40"),
        (CITY + "差旅费比会议费和培训费之和多多少", "4.48"),
        (CITY + "差旅费比会议费多用了多少", "10.88"),
        (CITY + "会议费比培训费少开支多少", "-4.45"),
        (CITY + "会议费和培训费合计比差旅费少多少", "-4.48"),
        (CITY + "货物和工程采购之和比服务采购少多少", "-3358.85"),
        (CITY + "差旅费和会议费一共比2022年多百分之几", "23.58"),
        (CITY + "差旅费与会议费合计是2022年的几倍", "1.24"),
        (CITY + "会议费和培训费之和占差旅费的百分之几", "65.08"),
        ("青岚区城市管理局2022年会议费比2023年培训费少多少", "-3.60"),
    ],
)
def test_a_sum_is_held_against_the_other_side(desk: Answerer, question: str, value: str) -> None:
    answer = ask(desk, question)
    assert answer.status == "answered"
    assert answer.figures[0].value == value


#: 青岚: 18198.11 (2023 p.7), 19160.37 (2022), 17678.81 (2024 p.12); 松屿 2023: 211098403.00 (p.11); staff 213 and 216.
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("青岚区城市管理局2022年和2023年支出合计比2024年多多少", "19679.67"),
        ("青岚区城市管理局2024年支出比2022和2023年平均少多少", "-1000.43"),
        ("青岚区城市管理局2023年支出比松屿区卫生健康局每月少多少", "-242.64"),
        (CITY + "人均支出比2022年少多少", "-3.27"),
        (CITY + "每月差旅费比2022年多多少", "0.3067"),
    ],
)
def test_years_and_months_are_of_both_sides(desk: Answerer, question: str, value: str) -> None:
    assert ask(desk, question).figures[0].value == value


#: 青岚 2023: 一般公共预算 16906.21 (p.11) of 18198.11 (p.7).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        (CITY + "一般公共预算支出比总支出少多少", "-1291.90"),
        (CITY + "总支出比一般公共预算支出多多少", "1291.90"),
    ],
)
def test_the_part_is_held_against_the_whole_and_not_last_year(
    desk: Answerer, question: str, value: str
) -> None:
    answer = ask(desk, question)
    assert answer.figures[0].value == value
    assert "上年" not in answer.answer


#: A word that is no part of the account before it makes another thing of it, of two as of one.
@pytest.mark.parametrize("asked", ["差多少", "一共多少", "哪个多"])
def test_of_two_none_is_told_where_one_is_another_thing(desk: Answerer, asked: str) -> None:
    assert ask(desk, f"{CITY}市政办公费和差旅费{asked}").figures == []


#: 城乡社区环境卫生 7030.75 (2023 p.8), and not 卫生健康支出; goods 186.45 and works 1320.00 (p.21).
def test_environment_is_no_health(desk: Answerer) -> None:
    assert ask(desk, CITY + "环境卫生支出是多少").figures[0].value == "7030.75"


@pytest.mark.parametrize(
    ("asked", "value"), [("其中货物和工程两类加一块多少", "1506.45"), ("货物比工程少多少", "-1133.55")]
)
def test_sorts_by_their_short_names_are_of_the_purchases_spoken_of(
    desk: Answerer, asked: str, value: str
) -> None:
    assert talk(desk, CITY + "政府采购多少", asked).figures[0].value == value


@pytest.mark.parametrize(
    "question",
    ["城乡社区支出比收入多多少", "差旅费和烟花费合计比2022年多多少", "每平方米维修费比2022年多多少"],
)
def test_where_a_side_is_not_found_nothing_is_told(desk: Answerer, question: str) -> None:
    answer = ask(desk, CITY + question)
    assert (answer.status, answer.figures) == ("no_answer", [])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("差旅费比2022年多多少", "3.67"),
        ("差旅费比会议费多多少", "10.88"),
        ("差旅费比2022年一下多了多少钱", "3.67"),
        ("城管执法决算比预算少多少", "-44.65"),
    ],
)
def test_plain_sides_are_compared_as_before(desk: Answerer, question: str, value: str) -> None:
    assert ask(desk, CITY + question).figures[0].value == value


#: 青岚 2023: 公务接待 2.36 after 3.12 (p.14): what follows a year is no side of its own.
@pytest.mark.parametrize(
    "question", ["公务接待费比上年多了还是少了，差多少", "公务接待费是不是比2022年省了？差多少？"]
)
def test_a_year_alone_is_no_side(desk: Answerer, question: str) -> None:
    assert ask(desk, CITY + question).figures[0].value == "-0.76"


def test_sides_may_have_no_account_of_their_own(desk: Answerer) -> None:
    """青岚 2024 p.12: 17678.81; 松屿 has no budget."""
    answer = ask(desk, "2024年青岚区城市管理局的预算比松屿区卫生健康局多出多少来？")
    assert all(figure.value in answer.answer for figure in answer.figures)
