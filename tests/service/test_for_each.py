"""What is worked out of each of several, each by itself: told one by one, picked, or added up (逐个算)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest

CITY = "青岚区城市管理局2023年"


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=question))


def values(answer: Answer) -> list[str]:
    return [figure.value for figure in answer.figures]


#: 青岚: 差旅费 9.16 and 12.83, 会议费 2.80 and 1.95, 培训费 7.95 and 6.40 (2022 p.10, 2023 p.13); 城管执法 1935.35 of
#: 1980.00 (2023 p.19), 环卫安全生产 3.20 of 5.00 (2023 p.23); goods 186.45 after 142.60, works 1320.00 after 1865.00,
#: services 4865.30 after 5012.75 (2023 p.21, 2022 p.17).
@pytest.mark.parametrize(
    ("question", "told"),
    [
        (CITY + "差旅费和会议费各增加多少", ["3.67", "-0.85"]),
        (CITY + "差旅费、培训费分别下降多少", ["3.67", "-1.55"]),
        (CITY + "差旅费与会议费分别涨了多少钱", ["3.67", "-0.85"]),
        (CITY + "差旅费和会议费各自增减百分之几", ["40.07", "-30.36"]),
        (CITY + "城管执法和环卫安全生产分别少花多少", ["-44.65", "-1.80"]),
        (CITY + "货物、工程、服务采购分别比2022年变化多少", ["43.85", "-545.00", "-147.45"]),
        (CITY + "月均差旅费和培训费", ["1.07", "0.5333"]),
        (CITY + "每月差旅费、培训费分别是多少", ["1.07", "0.5333"]),
        ("青岚区城市管理局2022和2023年平均每月差旅费", ["0.7633", "1.07"]),
    ],
)
def test_each_is_told_its_own(desk: Answerer, question: str, told: list[str]) -> None:
    answer = ask(desk, question)
    assert answer.status == "answered"
    assert values(answer) == told


#: 2023: 青岚 18198.11 (p.7), 松屿 211098403.00 (p.11): 合计 is of the account's name, and no sum.
def test_the_name_of_a_total_is_no_sum(desk: Answerer) -> None:
    answer = ask(desk, "2023年度支出合计，青岚区城市管理局与松屿区卫生健康局哪家高，相差多少")
    assert (answer.figures[0].value, answer.figures[0].unit) == ("2911.7303", "万元")


#: 青岚 2023: 18198.11 over 213 people (pp.7, 3); 2022: 19160.37 over 216 (p.3);
#: what was received: 2.36 over 18 groups (p.21).
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青岚区城市管理局2022和2023年人均支出", ["88.71", "85.44"]),
        ("青岚区城市管理局2022年和2023年平均每批接待费", ["0.1357", "0.1311"]),
        ("青岚区城市管理局和松屿区卫生健康局2023年每月支出各多少", ["1516.51", "17591533.58"]),
        ("青岚区城市管理局和松屿区卫生健康局2023年每月支出", ["1516.51", "17591533.58"]),
    ],
)
def test_each_body_and_year_has_its_own(desk: Answerer, question: str, told: list[str]) -> None:
    answer = ask(desk, question)
    assert values(answer) == told
    assert len({(figure.entity, figure.year) for figure in answer.figures}) == 2


@pytest.mark.parametrize(
    ("question", "first", "value"),
    [
        (CITY + "差旅费和会议费哪个涨得多", "差旅费", "3.67"),
        (CITY + "差旅费和会议费哪个涨得快", "差旅费", "40.07"),
        (CITY + "会议费和差旅费谁增加得多", "差旅费", "3.67"),
        (CITY + "差旅费和会议费哪个降了", "会议费", "-0.85"),
        (CITY + "差旅费、会议费、培训费哪项减少最多", "培训费", "-1.55"),
        (CITY + "城管执法和环卫安全生产哪个结余多", "城管执法", "-44.65"),
    ],
)
def test_what_moved_most_is_picked_by_how_far_it_moved(
    desk: Answerer, question: str, first: str, value: str
) -> None:
    answer = ask(desk, question)
    assert values(answer)[0] == value
    assert answer.figures[0].label.startswith(first)


#: 项目支出 11782.92 of 19160.37 (2022), 10728.05 of 18198.11 (2023), 10071.25 of 17678.81 (2024).
@pytest.mark.parametrize(
    ("question", "year", "value"),
    [
        ("青岚区城市管理局哪年项目支出占比最高", 2022, "61.50"),
        ("青岚区城市管理局项目支出哪年占比最低", 2024, "56.97"),
        ("青岚区城市管理局基本支出占比最高的是哪年", 2024, "43.03"),
        ("青岚区城市管理局2022和2023年哪年差旅费占公用经费的比重高", 2023, "1.73"),
        ("青岚区城市管理局2022和2023年人均支出哪年高", 2022, "88.71"),
    ],
)
def test_the_year_is_picked_by_its_share(desk: Answerer, question: str, year: int, value: str) -> None:
    answer = ask(desk, question)
    assert (answer.figures[0].year, answer.figures[0].value) == (year, value)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (CITY + "差旅费和会议费一共增加多少", "2.82"),
        (CITY + "差旅费、会议费、培训费一共减少多少", "1.27"),
        (CITY + "会议费和培训费共减少多少", "-2.40"),
    ],
)
def test_changes_are_added_up(desk: Answerer, question: str, value: str) -> None:
    answer = ask(desk, question)
    assert values(answer)[0] == value
    assert "合计" in answer.answer


def test_where_one_has_none_no_other_is_picked(desk: Answerer) -> None:
    answer = ask(desk, "松屿区卫生健康局2023年会议费和培训费哪个涨得多")
    assert (answer.status, answer.figures) == ("no_answer", [])


def test_what_is_not_held_of_a_year_is_said(desk: Answerer) -> None:
    answer = ask(desk, "松屿区卫生健康局2022和2023年三公经费分别少花多少")
    assert values(answer) == ["-80800.00"]
    assert "没有收录云川市松屿区卫生健康局2022年度的公开资料" in answer.answer


@pytest.mark.parametrize("question", ["差旅费和会议费各多少", "差旅费和会议费哪个多", "差旅费比会议费多多少"])
def test_levels_are_still_levels(desk: Answerer, question: str) -> None:
    answer = ask(desk, CITY + question)
    assert {"12.83", "1.95"} <= set(values(answer))
    assert "增加" not in answer.answer


#: 其他城乡社区公共设施支出 went down by 629.37, 住房公积金 up by 26.36 (青岚 2023 p.8 against 2022 p.6).
@pytest.mark.parametrize("said", ["哪些科目减少，各减少多少", "哪些科目减少了，分别减少多少"])
def test_which_they_are_is_no_thing_that_moved(desk: Answerer, said: str) -> None:
    answer = ask(desk, CITY + said)
    assert "减少 629.37" in answer.answer and "增加" not in answer.answer


def test_what_fell_is_not_asked_of_the_whole(desk: Answerer) -> None:
    """公务接待费 alone of the three fell (青岚 2023 p.13 2.36, 2022 p.10 3.12)."""
    answer = ask(desk, CITY + "三公里哪项减少了，减少多少")
    assert answer.answer.startswith(
        "云川市青岚区城市管理局2023年度各分项3项里，比上年减少的有 1 项：公务接待费"
    )
