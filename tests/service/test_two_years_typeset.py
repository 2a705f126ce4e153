"""A part left out, a name in part or said twice, the year asked back, sums that lack one: two years typeset (两年决算)."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "栗原县人大常委会办公室"
LEFT, RIGHT = f"单位：{BODY}", "单位：万元"


def spent(staff: str, laws: str, congress: str, total: tuple[str, str, str]) -> Sheet:
    """The statement of a year; what is not given is the same each year."""
    return Sheet(
            "支出决算表",
            [[H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出")]],
            [
                ["", "合计", *total],
                ["201", "一般公共服务支出", congress, staff, laws],
                ["20101", "人大事务", congress, staff, laws],
                ["2010101", "行政运行", staff, staff, ""],
                ["2010105", "人大立法", laws, "", laws],
                ["208", "社会保障和就业支出", "140.00", "80.00", "60.00"],
                ["20807", "就业补助", "60.00", "", "60.00"],
                ["2080705", "公益性岗位补贴", "60.00", "", "60.00"],
                ["20805", "行政事业单位养老支出", "80.00", "80.00", ""],
                ["2080502", "事业单位离退休", "80.00", "80.00", ""],
                ["221", "住房保障支出", "90.00", "90.00", ""],
                ["22102", "住房改革支出", "90.00", "90.00", ""],
                ["2210201", "住房公积金", "65.00", "65.00", ""],
                ["2210203", "购房补贴", "25.00", "25.00", ""],
            ],
            (2, 6, 3, 3, 3), left=LEFT, right=RIGHT,
    )  # fmt: skip


YEARS = {
    2022: spent("310.00", "120.00", "430.00", ("660.00", "480.00", "180.00")),
    2023: spent("330.00", "150.00", "480.00", ("710.00", "500.00", "210.00")),
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("twoyears")
    files = []
    for year, sheet in YEARS.items():
        files.append(folder / f"{BODY}{year}年度部门决算.pdf")
        press = Press(files[-1])
        press.cover([BODY, f"{year}年度部门决算"])
        if year == 2022:  # the years are laid out on other pages
            press.prose(("一、部门职责", "本办公室承办会议。"))
        press.sheet(sheet)
        press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read"] * 2
    return Answerer(settings)


def ask(answerer: Answerer, question: str, conversation: str | None = None) -> Answer:
    return answerer.ask(AskRequest(question=question, conversation_id=conversation))


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("扣除住房公积金后住房保障支出还有多少", "25.00"),
        ("住房保障支出除了购房补贴以外还有多少", "65.00"),
        ("用在立法上的钱多少", "150.00"),
        ("公益性岗位补贴多少", "60.00"),
        ("退休人员那块（事业单位离退休）花了多少", "80.00"),
        ("房子那些（住房公积金和购房补贴）一共多少", "90.00"),
        ("住房公积金和购房补贴加起来多少", "90.00"),
    ],
)
def test_the_figure_that_is_meant(answerer: Answerer, said: str, value: str) -> None:
    figure = ask(answerer, f"栗原县人大办2023年{said}").figures[0]
    assert (figure.value, figure.unit) == (value, "万元")


@pytest.mark.parametrize(
    "said", ["用在立法上的钱多少", "一共花了多少", "行政运行多少", "人大立法占总支出的百分之几"]
)
def test_a_year_that_matters_is_asked_back(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, f"栗原县人大办{said}")
    assert answer.status is Status.CLARIFY and not answer.figures
    assert [option.label for option in answer.options] == ["2023年度", "2022年度"]
    assert all(ask(answerer, option.question).status is Status.ANSWERED for option in answer.options)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("住房公积金多少", "65.00"),
        ("公益性岗位补贴多少", "60.00"),
        ("2022年人大立法多少", "120.00"),
        ("去年人大立法多少", "120.00"),
        ("22决算人大立法多少", "120.00"),
    ],
)
def test_no_year_is_asked_back_where_all_are_alike_or_one_is_said(
    answerer: Answerer, said: str, value: str
) -> None:
    answer = ask(answerer, f"栗原县人大办{said}")
    assert (answer.status, answer.figures[0].value) == (Status.ANSWERED, value)


def test_no_year_is_asked_back_where_the_conversation_has_one(answerer: Answerer) -> None:
    first = ask(answerer, "栗原县人大办2022年行政运行多少")
    then = ask(answerer, "那人大立法呢", first.conversation_id)
    assert [(f.value, f.year) for f in then.figures] == [("120.00", 2022)]


def test_the_year_before_the_one_spoken_of(answerer: Answerer) -> None:
    first = ask(answerer, "栗原县人大办2023年人大立法多少")
    then = ask(answerer, "上一年的呢", first.conversation_id)
    assert [(f.value, f.year) for f in then.figures] == [("120.00", 2022)]


@pytest.mark.parametrize(
    ("said", "value", "first"),
    [
        ("2022年和2023年人大立法相差多少", "30.00", 2023),
        ("2023年和2022年人大立法差多少", "30.00", 2023),
    ],
)
def test_of_two_years_the_later_less_the_earlier(
    answerer: Answerer, said: str, value: str, first: int
) -> None:
    figures = ask(answerer, f"栗原县人大办{said}").figures
    assert figures[0].value == value
    assert figures[0].year == first


def test_of_two_accounts_the_larger_less_the_smaller(answerer: Answerer) -> None:
    figure = ask(answerer, "栗原县人大办2023年购房补贴和住房公积金相差多少").figures[0]
    assert figure.value == "40.00"


@pytest.mark.parametrize("said", ["人大立法和国防动员加起来多少", "2021年和2023年人大立法加起来多少"])
def test_a_sum_that_lacks_a_part_is_none(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, f"栗原县人大办{'' if '年' in said else '2023年'}{said}")
    assert all("+" not in (figure.formula or "") and "合计" not in figure.label for figure in answer.figures)


@pytest.mark.parametrize("said", ["人大立法比上年张了几个点", "人大立法比2022年涨了百分之几"])
def test_points_are_a_rate(answerer: Answerer, said: str) -> None:
    figure = ask(answerer, f"栗原县人大办2023年{said}").figures[0]
    assert (figure.value, figure.unit) == ("25.00", "%")
