"""Words about a question that say nothing of their own: part of the account's name again, other shapes (重说与报数)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.read.plainly import plainly
from service.read.question import simplified
from tests.service.talking import talk

OF = "青岚区城市管理局2023年"


def told(desk: Answerer, question: str) -> str | None:
    figures = desk.ask(AskRequest(question=question)).figures
    return figures[0].value if len(figures) == 1 else None


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("付物业公司的物业管理费多少", "96.30"), ("交给物业公司的物业管理费多少", "96.30"),
        ("公积金 住房的 多少", "538.71"), ("住房的公积金多少", "538.71"),
    ],
)  # fmt: skip
def test_a_part_of_the_name_beside_it_adds_nothing(desk: Answerer, asked: str, value: str) -> None:
    assert told(desk, f"{OF}{asked}") == value


@pytest.mark.parametrize("asked", ["付食堂公司的物业管理费多少", "学校的物业管理费多少", "编外的公积金多少"])
def test_what_is_not_of_the_name_narrows_it(desk: Answerer, asked: str) -> None:
    assert desk.ask(AskRequest(question=f"{OF}{asked}")).status is Status.NO_ANSWER


@pytest.mark.parametrize("year", ["转年（2023年）", "第二年（2023年）", "第二年", "转年", "次年"])
def test_grown_in_the_year_after_is_a_change_and_no_share(desk: Answerer, year: str) -> None:
    answer = talk(desk, "青岚区城市管理局2022年差旅费多少", f"{year}长了多少")
    assert [figure.value for figure in answer.figures][:1] == ["3.67"]  # 12.83 less 9.16


@pytest.mark.parametrize("tail", ["，报给我听听", "，数念给我听", "，都讲给我听听吧", "，把数列给我看看"])
def test_to_whom_it_is_to_be_told_says_nothing(desk: Answerer, tail: str) -> None:
    assert told(desk, f"{OF}差旅费多少{tail}") == "12.83"


@pytest.mark.parametrize("base", ["同口径比2022年", "按可比口径比2022年", "同样口径，比2022年"])
def test_the_same_bounds_of_both_years_say_nothing(desk: Answerer, base: str) -> None:
    assert told(desk, f"{OF}差旅费{base}增加多少") == "3.67"


def test_carried_forward_from_a_year_in_brackets_keeps_its_word() -> None:
    assert plainly("上年（2022年）结转多少") == "上年（2022年）结转多少"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("政府釆购", "政府采购"), ("経費総額", "经费总额"), ("全囯", "全国"), ("街道办事処", "街道办事处")],
)
def test_other_shapes_of_a_character_are_read_as_the_printed_one(typed: str, meant: str) -> None:
    assert simplified(typed) == meant


@pytest.mark.parametrize("asked", ["明天下不下雨，多少度", "青岚区今天气温多少度", "现在几点了"])
def test_the_weather_is_in_no_disclosure(desk: Answerer, asked: str) -> None:
    assert desk.ask(AskRequest(question=asked)).status is Status.OUT_OF_SCOPE
