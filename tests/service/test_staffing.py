"""Posts and the people who fill them, of a text in another province's words: what is filled and what is free."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.written import answerer_of, answerer_of_pages

BODY = "石泉县林业局"
TEXT = f"""{BODY}2023年度部门决算
一、部门概况
（一）人员情况
截至2023年底，部门核定编制120名，其中行政编制20名、事业编制100名；实有在职96人，离退休人员40人。
二、支出决算情况说明
2023年度支出合计900.00万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("staff")
    return answerer_of(folder, f"{BODY}2023年度部门决算.txt", TEXT)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{said}"))


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("编制坐满了吗，在职的人占编制数的百分之多少", "80", "%"),
        ("编制满了没有", "80", "%"),
        ("在职人员占编制的比例", "80", "%"),
        ("编制使用率是多少", "80", "%"),
        ("空编多少", "24", "人"),
        ("编制还空着几个", "24", "人"),
        ("编制总数", "120", "名"),
        ("行政编制多少人", "20", "人"),
    ],
)
def test_how_far_the_posts_are_filled(answerer: Answerer, said: str, value: str, unit: str) -> None:
    figure = ask(answerer, said).figures[0]
    assert Decimal(figure.value) == Decimal(value) and figure.unit[-1] in (unit, "名", "人", "%")
    assert (figure.unit == "%") is (unit == "%")


def test_both_are_told(answerer: Answerer) -> None:
    assert [f.value for f in ask(answerer, "编制和实有人员分别多少").figures] == ["120", "96"]


def test_one_sort_of_posts_is_a_part_of_them(answerer: Answerer) -> None:
    told = ask(answerer, "行政编制占编制总数的百分之几").figures
    assert [f.value for f in told if f.unit == "%"] in ([], ["16.67"])
    assert not told or told[0].unit == "%"


SORTS = "石泉县司法局"
SORTED = f"""{SORTS}2023年度部门决算
一、部门概况
（一）人员情况
核定编制60名，其中政法专项编制40名、事业编制20名。现有在职人员55人，其中政法38人、事业17人；退休人员12人；遗属3人。
二、支出决算情况说明
2023年度支出合计900.00万元。
三、国有资产占用情况
办公用房1200.00平方米，调解用房300.00平方米。
"""


@pytest.fixture(scope="module")
def sorted_staff(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("sorts"), f"{SORTS}2023年度部门决算.txt", SORTED)


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("编制多少人，实有多少", ["60", "55"]),
        ("编制一共多少，在职多少人", ["60", "55"]),
        ("政法编还空几个", ["2"]),
        ("事业编制空了几个", ["3"]),
        ("满编了吗，还缺几个人", ["5"]),
        ("在职和退休加起来多少人", ["67"]),
        ("遗属几个", ["3"]),
        ("退休人员和遗属各几个人", ["12", "3"]),
        ("办公用房和调解用房各多少平", ["1200.00", "300.00"]),
    ],
)
def test_posts_and_people_of_one_sort(sorted_staff: Answerer, said: str, values: list[str]) -> None:
    told = sorted_staff.ask(AskRequest(question=f"{SORTS}2023年{said}")).figures
    assert [f.value for f in told][: len(values)] == values


def test_all_people_are_not_held_against_posts_of_one_sort(sorted_staff: Answerer) -> None:
    told = sorted_staff.ask(AskRequest(question=f"{SORTS}2023年政法编满了没"))
    assert {"40", "38"} <= {f.value for f in told.figures} and "55" not in told.answer


HIRED = "石泉县中医院"
HIRED_TEXT = f"""{HIRED}2023年度部门决算
一、部门概况
（一）人员情况
核定编制90名，实有在职职工85人，其中在编人员80人、编外聘用人员5人；退休人员12人，离休1人。
二、支出决算情况说明
2023年度支出合计900.00万元。
三、国有资产占用情况
共有车辆4辆，其中：特种专业技术用车4辆。
"""


def test_those_employed_are_not_those_on_posts(tmp_path: Path) -> None:
    own = answerer_of(tmp_path, f"{HIRED}2023年度部门决算.txt", HIRED_TEXT)

    def values(said: str) -> list[str]:
        told = own.ask(AskRequest(question=f"{HIRED}2023年{said}")).figures
        return [f.value for f in told]

    assert values("在职人员多少") in (["85"], []) and values("在编人员多少") == ["80"]
    assert values("在职多少，退休多少，离休多少") == ["85", "12", "1"]
    assert values("空编多少")[0] == "10"  # those hired beside the posts fill none
    assert values("车辆编制多少") == []


COURT = "沙桥区人民法院"
PAGES = {
    "2022年度部门决算": ["人员构成情况。本部门行政编制64人，实有人员57人；事业编制8人，实有人员7人。"],
    "2023年部门预算": ["人员构成情况。行政编制66人，实有61人；事业编制8人，实有5人。"],
}


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_pages(tmp_path_factory.mktemp("posts"), COURT, PAGES)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("23年预算写的行政编制实有人数比22年决算写的实有多几个人", "4"),
        ("行政编制实有人数2023年比2022年多几人", "4"),
        ("2023年行政编制实有多少人", "61"),
        ("2022年行政编制实有多少人", "57"),
        ("行政编制2023年比2022年多几个", "2"),
        ("2023年行政编制空几个", "5"),
    ],
)
def test_those_on_the_posts_of_one_sort(two_years: Answerer, said: str, value: str) -> None:
    told = two_years.ask(AskRequest(question=f"{COURT}{said}"))
    assert Decimal(told.figures[0].value) == Decimal(value)
