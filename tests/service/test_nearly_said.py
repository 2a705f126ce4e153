"""A name nearly said: a slip is told with how it was read, another word in it makes another's name of it (似是而非)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "芦川县林业局"
ROWS = [
    ["208", "社会保障和就业支出", "86.40", "86.40", ""],
    ["20807", "就业补助", "11.20", "11.20", ""],
    ["213", "农林水支出", "912.00", "512.00", "400.00"],
    ["2130201", "行政运行", "512.00", "512.00", ""],
    ["2130205", "森林资源培育", "260.00", "", "260.00"],
    ["2130234", "林业草原防灾减灾", "140.00", "", "140.00"],
    ["", "合计", "998.40", "598.40", "400.00"],
]
PROSE = [
    "一、工作情况",
    "全年完成古树名木挂牌保护43株，举办护林员巡护培训班6期，发放防火宣传手册2800册，购置风力灭火器材120台。",
]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("nearly")
    path = folder / f"{BODY}2024年度部门决算.pdf"
    press = Press(path)
    press.cover([BODY, "2024年度部门决算"])
    press.prose(PROSE)
    head = [[H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出")]]
    press.sheet(Sheet("支出决算表", head, ROWS, (2, 5, 3, 3, 3), left=f"部门：{BODY}", right="单位：万元"))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


def values(office: Answerer, question: str) -> list[str]:
    return [figure.value for figure in office.ask(AskRequest(question=f"{BODY}2024年{question}")).figures]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("社会保障和就业支出是多少", "86.40"),
        ("森林资源培育花了多少", "260.00"),
        ("林业草原防灾减灾多少", "140.00"),
        ("古树名木挂牌保护多少株", "43"),
        ("挂牌保护古树名木多少株", "43"),
        ("护林员巡护培训班办了多少期", "6"),
        ("防火宣传手册多少册", "2800"),
    ],
)
def test_what_is_said_as_it_is_printed_or_in_another_order_is_told(
    office: Answerer, question: str, value: str
) -> None:
    assert values(office, question) == [value]


@pytest.mark.parametrize(
    "question",
    [
        "社会保障和就业服务支出是多少",
        "森林湿地资源培育是多少",
        "林业草原防雷减灾是多少",
        "青少年就业补助是多少",
        "就业调查补助是多少",
        "古树军事名木挂牌保护是多少",
        "护林员巡护表彰班是多少",
        "防火宣传手鼓是多少",
        "风力发电器材是多少",
        "城市社会保障和就业支出是多少",
    ],
)
def test_another_word_in_a_name_or_for_a_part_of_it_makes_another_name(
    office: Answerer, question: str
) -> None:
    assert values(office, question) == []


@pytest.mark.parametrize(
    "question",
    [
        "市场监督管理事务是多少",
        "机关商品和服务支出是多少",
        "公安行政运行经费是多少",
        "湿地保护行政运行是多少",
    ],
)
def test_an_account_that_is_not_printed_is_not_told_as_one_that_ends_alike(
    office: Answerer, question: str
) -> None:
    assert values(office, question) == []


@pytest.mark.parametrize(
    ("question", "value", "note"),
    [
        ("森林资原培育是多少", "260.00", "按「森林资源培育」理解"),
        ("行正运行是多少", "512.00", "「行正运行」按「行政运行」理解"),
        ("古树名木挂牌护保是多少株", "43", "按「古树名木挂牌保护」理解"),
        ("风力灭火器才是多少台", "120", "按「"),
    ],
)
def test_a_slip_is_told_with_how_it_was_read(office: Answerer, question: str, value: str, note: str) -> None:
    answer = office.ask(AskRequest(question=f"{BODY}2024年{question}"))
    assert answer.status is Status.ANSWERED
    assert [figure.value for figure in answer.figures] == [value]
    assert any(note in told for told in answer.notes), answer.notes
