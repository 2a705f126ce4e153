"""Turns that lead on: another year told from the last, one more added, both at once, what came second (接着追问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from tests.service.talking import talk

CITY, HEALTH = "青岚区城市管理局2023年", "松屿区卫生健康局2023年"


def _values(desk: Answerer, *turns: str) -> list[str]:
    return [figure.value for figure in talk(desk, *turns).figures]


#: 青岚: 40 cars at the end of 2022 (2022 p.17), 41 of 2023 (p.21); guests 23 and 18 times (2022 p.17, 2023 p.21);
#: 会议费 2.80 and 1.95 (2022 p.10, 2023 p.13); 216 and 213 on the staff (p.3 of both).
@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("青岚区城管局2022年末有多少辆公务用车", "第二年比它多了几辆"), "1"),
        (("青岚区城管局2022年接待多少批次", "接下来一年"), "18"),
        (("青岚区城管局2023年会议费多少", "往前推一年"), "2.80"),
        (("青岚区城管局2022年会议费多少", "转过年来呢"), "1.95"),
        (("青岚区城管局2022年会议费多少", "再往后一年呢", "加一块儿多少"), "4.75"),
        (("青岚区城管局2023年在职人员多少人", "上一年呢", "少了几个"), "-3"),
        (("青岚区城管局2023年会议费多少", "上一年决算呢"), "2.80"),
        (("青岚区城管局2022年会议费多少", "次年（2023年）又减少了多少"), "-0.85"),
    ],
)
def test_a_year_is_told_from_the_one_before(desk: Answerer, turns: tuple[str, ...], told: str) -> None:
    assert _values(desk, *turns)[0] == told


#: 青岚 2023 p.13: 差旅费 12.83, 会议费 1.95, 培训费 6.40; p.3: 行政编制 46, 事业编制 66; p.14: 接待 2.36, 运行 66.15.
@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((CITY + "会议费多少", "连同培训费一起多少"), "8.35"),
        ((CITY + "差旅费多少", "把会议费培训费也算进去呢"), "21.18"),
        ((CITY + "差旅费多少", "会议费呢", "再加上培训费，三样一共"), "21.18"),
        ((CITY + "差旅费多少", "会议费呢", "再加上培训费，两样一共"), "8.35"),
        ((CITY + "公务用车运行维护费多少", "再把接待费算上，总共掏了多少"), "68.51"),
        ((CITY + "行政编制多少", "事业编制呢", "一共多少编制"), "112"),
    ],
)
def test_one_more_is_added(desk: Answerer, turns: tuple[str, ...], told: str) -> None:
    assert _values(desk, *turns)[0] == told


#: 青岚: 差旅费 12.83 after 9.16, 培训费 6.40 after 7.95 (2023 p.13, 2022 p.10); 松屿 2023: 培训费 118200.00 (p.19).
@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((CITY + "差旅费比上年增加了多少", "培训费是不是也压了，压掉多少"), "-1.55"),
        (("青岚区城管局2022年差旅费多少", "第二年长了多少"), "3.67"),
        ((CITY + "差旅费多少", "跟松屿区卫生健康局同年的“培训费”项相比，差额是多少"), "1.01"),
        ((CITY + "差旅费多少", "松屿区卫生健康局的培训费比它多多少"), "-10100.00"),
    ],
)
def test_a_change_and_a_gap_are_no_amount(desk: Answerer, turns: tuple[str, ...], told: str) -> None:
    assert _values(desk, *turns)[0] == told


def test_names_that_nothing_parts_are_all_added(desk: Answerer) -> None:
    # p.13: 差旅费 12.83, 会议费 1.95, 培训费 6.40.
    assert _values(desk, CITY + "差旅费、会议费培训费合计多少")[0] == "21.18"


def test_what_it_is_added_to_is_asked_back(desk: Answerer) -> None:
    answer = talk(desk, CITY + "差旅费多少", "会议费呢", "再加上培训费一共多少")
    assert (answer.status, answer.figures) == ("clarify", [])
    assert len(answer.options) == 2


#: 松屿 has 15 cars (p.9), 青岚 41 (p.21); 三公 of 青岚 2023 p.14: 101.43, 2.36, 0.00.
@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((HEALTH + "末有多少辆车", "青岚城管局同年呢 差几辆"), "26"),
        ((CITY + "差旅费多少", "会议费呢，差多少"), "10.88"),
        ((CITY + "三公经费从高到低排一下", "第二大呢", "差多少"), "99.07"),
        ((CITY + "三公三项分别多少", "从小到大排"), "0.00"),
        ((HEALTH + "年末结转结余多少", "年初的呢"), "3355000.00"),
        ((HEALTH + "“基本公共卫生服务”项目全年预算数是多少", "那实际花了呢"), "2487.56"),
        ((HEALTH + "“基本公共卫生服务”项目全年预算数是多少", "那实际花了呢", "它的绩效得分呢"), "97.95"),
    ],
)
def test_both_and_what_came_of_it(desk: Answerer, turns: tuple[str, ...], told: str) -> None:
    assert _values(desk, *turns)[0].lstrip("-") == told


def test_what_was_spoken_of_is_defined(desk: Answerer) -> None:
    answer = talk(desk, HEALTH + "上级补助收入是多少", "这项收入的口径是怎么定义的")
    assert "财政拨款以外的资金" in answer.answer


def test_units_within_are_all_named(desk: Answerer) -> None:
    answer = talk(desk, HEALTH + "决算包括几家单位", "里头的社区卫生服务中心都是哪几个街道的")
    assert all(street in answer.answer for street in ("港前", "望潮", "石埠", "白鹭"))


#: 青岚: 公务接待费 2.36 for 142 guests (2023 p.14, p.21), 3.12 for 187 (2022 p.17);
#: 18198.11 for 213 people (2023 p.7, p.3), 19160.37 for 216 (2022 p.6, p.3).
@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((CITY + "接待费多少", "接待多少人次", "人均多少", "比上年人均多多少"), "-0.64"),
        ((CITY + "人均支出多少", "2022年呢", "差多少"), "-3.27"),
    ],
)
def test_an_average_is_held_against_an_average(desk: Answerer, turns: tuple[str, ...], told: str) -> None:
    assert told in _values(desk, *turns)


#: 松屿 2023 p.13: 事业收入 62318400.55 of 212330504.20, 财政拨款收入 149175903.65.
def test_shares_that_were_asked_in_turn_are_added(desk: Answerer) -> None:
    answer = talk(desk, HEALTH + "财政拨款收入多少", "占总收入比重", "事业收入占比呢", "两项加起来占多少")
    assert "99.61" in answer.answer


def test_money_of_a_thing_that_was_not_understood_is_not_all_the_money(desk: Answerer) -> None:
    answer = talk(desk, CITY + "公厕多少座", "新盖了几座", "花了多少钱")
    assert "18198.11" not in answer.answer


def test_why_two_years_differ_is_told_of_the_later(desk: Answerer) -> None:
    answer = talk(desk, "青岚城管局2024年预算三公多少", "上年预算呢", "减少的原因")
    assert "2024年" in answer.citations[0].title
