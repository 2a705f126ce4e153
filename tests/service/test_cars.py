"""Cars by sorts with long names, in short words: one sort, all of it, its share, and how many fewer there are."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status

BODY = "石泉县林业局"
OTHER = "石泉县水务局"


def text(body: str, year: int, owned: str) -> str:
    return f"""{body}{year}年度部门决算
一、支出决算情况说明
{year}年度支出合计900.00万元。
二、国有资产占用情况
{owned}
"""


OWNED = {
    f"{BODY}2022年度部门决算.txt": text(
        BODY, 2022, "截至2022年12月31日，共有车辆12辆，其中：特种专业技术用车6辆、其他用车6辆。"
    ),
    f"{BODY}2023年度部门决算.txt": text(
        BODY,
        2023,
        "截至2023年12月31日，共有车辆9辆，其中：机要通信用车1辆、特种专业技术用车5辆、防火专用车3辆。",
    ),
    f"{OTHER}2023年度部门决算.txt": text(
        OTHER, 2023, "截至2023年12月31日，共有公务用车8台，比上年减少3台，其中：执法执勤用车8台。"
    ),
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("cars")
    for name, printed in OWNED.items():
        (folder / name).write_text(printed, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    reports = ingest_paths([folder / name for name in OWNED], settings)
    assert [report.status for report in reports] == ["read"] * 3
    return Answerer(settings)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=said))


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("2023年特种车几辆", "5"),
        ("2023年有几辆机要车", "1"),
        ("2023年防火车有多少辆", "3"),
        ("2023年一共几辆车", "9"),
        ("2022年特种车有几辆", "6"),
    ],
)
def test_a_sort_in_short(answerer: Answerer, said: str, value: str) -> None:
    assert [f.value for f in ask(answerer, BODY + said).figures] == [value]


def test_a_sort_that_is_not_listed_is_not_all_cars(answerer: Answerer) -> None:
    told = ask(answerer, f"{BODY}2023年应急保障用车几辆")
    assert told.status is Status.NO_ANSWER and not told.figures


def test_whether_all_are_of_a_sort(answerer: Answerer) -> None:
    every = ask(answerer, f"{OTHER}2023年有几台车，是不是都拿来执法的")
    assert [f.value for f in every.figures] == ["8", "8"] and "全部" in every.answer
    some = ask(answerer, f"{BODY}2023年有几辆车，都是特种车吗")
    assert [f.value for f in some.figures] == ["9", "5"] and "另有 4 辆" in some.answer


def test_the_share_of_a_sort(answerer: Answerer) -> None:
    told = ask(answerer, f"{BODY}2023年特种专业技术用车占全部车辆的百分之几").figures[0]
    assert (told.value, told.unit) == ("55.56", "%")


@pytest.mark.parametrize(
    ("said", "value"),
    [
        (f"{BODY}2023年的车比2022年少几辆", "-3"),
        (f"{OTHER}2023年的车比上年少了几台", "-3"),
    ],
)
def test_how_many_fewer(answerer: Answerer, said: str, value: str) -> None:
    assert Decimal(ask(answerer, said).figures[0].value) == Decimal(value)


def test_a_year_that_is_not_there_is_not_compared(answerer: Answerer) -> None:
    assert not ask(answerer, f"{OTHER}2023年的车比2021年少几台").figures


@pytest.mark.parametrize(
    "said",
    [
        "那9辆车都是干什么用的，各几辆？",
        "有哪几种车，各几辆",
        "的车都是些什么车",
        "9辆车分别是什么车",
        "车辆有哪几类，各几辆",
    ],
)
def test_the_sorts_of_a_sentence_that_come_to_all(answerer: Answerer, said: str) -> None:
    told = ask(answerer, f"{BODY}2023年{said}")
    assert {(f.label, f.value) for f in told.figures} == {
        ("机要通信用车", "1"), ("特种专业技术用车", "5"), ("防火专用车", "3"),
    }  # fmt: skip
    assert any("9 辆" in note for note in told.notes)
