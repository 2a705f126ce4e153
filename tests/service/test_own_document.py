"""A year that a change is counted from: its own document's figure before another's column of it (基数的出处)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "栗原县档案馆"
LEFT, RIGHT = f"单位：{BODY}", "单位：万元"
TITLE = "一般公共预算财政拨款支出决算表"

#: The later document prints 90.00 in its column of 2022; the document of 2022 itself says 80.00.
LATER = Sheet(
    TITLE,
    [[H("科目编码"), H("科目名称"), H("2022年决算数"), H("2023年决算数")]],
    [
        ["", "合计", "190.00", "220.00"],
        ["201", "一般公共服务支出", "90.00", "120.00"],
        ["20126", "档案事务", "90.00", "120.00"],
        ["2012604", "档案馆", "90.00", "120.00"],
        ["221", "住房保障支出", "100.00", "100.00"],
        ["22102", "住房改革支出", "100.00", "100.00"],
        ["2210201", "住房公积金", "100.00", "100.00"],
    ],
    (2, 6, 3, 3), left=LEFT, right=RIGHT,
)  # fmt: skip
EARLIER = Sheet(
    TITLE,
    [[H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出")]],
    [
        ["", "合计", "180.00", "100.00", "80.00"],
        ["201", "一般公共服务支出", "80.00", "", "80.00"],
        ["20126", "档案事务", "80.00", "", "80.00"],
        ["2012604", "档案馆", "80.00", "", "80.00"],
        ["221", "住房保障支出", "100.00", "100.00", ""],
        ["22102", "住房改革支出", "100.00", "100.00", ""],
        ["2210201", "住房公积金", "100.00", "100.00", ""],
    ],
    (2, 6, 3, 3, 3), left=LEFT, right=RIGHT,
)  # fmt: skip


def store(folder: Path, sheets: dict[int, Sheet], *more: Path) -> Answerer:
    files = list(more)
    for year, sheet in sheets.items():
        files.append(folder / f"{BODY}{year}年度部门决算.pdf")
        press = Press(files[-1])
        press.cover([BODY, f"{year}年度部门决算"])
        press.sheet(sheet)
        press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert all(report.status == "read" for report in ingest_paths(files, settings))
    return Answerer(settings)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return store(tmp_path_factory.mktemp("both"), {2022: EARLIER, 2023: LATER})


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return store(tmp_path_factory.mktemp("later"), {2023: LATER})


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}{question}"))


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("2023年档案事务比2022年多多少", "40.00", "万元"),
        ("2023年档案事务比上年张了好多", "40.00", "万元"),
        ("2023年档案事务比2022年涨了几个点", "50.00", "%"),
        ("2023年住房公积金比上年增加多少", "0.00", "万元"),
    ],
)
def test_its_own_document_says_best_what_the_base_was(
    both: Answerer, said: str, value: str, unit: str
) -> None:
    figure = ask(both, said).figures[0]
    assert (figure.value, figure.unit) == (value, unit)


def test_the_column_of_the_later_one_is_taken_where_it_is_alone(later: Answerer) -> None:
    figure = ask(later, "2023年档案事务比2022年多多少").figures[0]
    assert (figure.value, figure.unit) == ("30.00", "万元")


def test_the_earlier_year_itself_is_that_of_its_own_document(both: Answerer) -> None:
    figure = ask(both, "2022年档案事务多少").figures[0]
    assert figure.value == "80.00"


def test_both_the_amount_and_the_rate_are_told(both: Answerer) -> None:
    figures = ask(both, "2023年档案事务比上年的变动额和变动率").figures
    assert {("40.00", "万元"), ("50.00", "%")} <= {(figure.value, figure.unit) for figure in figures}


def test_a_year_that_differs_is_asked_back_and_one_that_does_not_is_not(both: Answerer) -> None:
    assert ask(both, "档案事务花了多少").status is Status.CLARIFY
    alike = ask(both, "住房公积金花了多少")
    assert (alike.status, alike.figures[0].value) == (Status.ANSWERED, "100.00")


def test_its_own_words_say_better_than_a_table_of_the_later_one(tmp_path: Path) -> None:
    told = (
        "三、一般公共预算财政拨款支出决算情况说明",
        "1．一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为75.00万元，支出决算为80.00万元。",
    )
    path = tmp_path / f"{BODY}2022年度部门决算.pdf"
    press = Press(path)
    press.cover([BODY, "2022年度部门决算"])
    press.prose(told)
    press.close()
    answerer = store(tmp_path, {2023: LATER}, path)
    assert ask(answerer, "2023年档案馆支出比2022年多多少").figures[0].value == "40.00"
