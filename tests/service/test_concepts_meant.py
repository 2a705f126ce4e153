"""What people call the accounts that every body has, in ever new ways (通行科目的百姓说法)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.worded.concepts import concept_meant
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "云枫市档案保护中心"
#: Income and expenditure of 2023 and 2024; what was left of 2023 is what 2024 began with.
MONEY = {
    2023: ("520.00", "18.00", "42.00", "546.00", "34.00", "410.00", "136.00", "2.10"),
    2024: ("545.00", "21.00", "34.00", "571.00", "29.00", "425.00", "146.00", "1.60"),
}

TERMS = (
    "名词解释",
    "事业收入：本中心开展复制、修复服务所得。",
    "年初结转和结余：以前年度留下、本年可用的。",
    "年末结转和结余：本年没有使用、以后年度可用的。",
    "公务接待费：来人餐叙所需。",
    "项目支出：完成专项任务所需。",
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return typeset(tmp_path_factory.mktemp("concepts"), TERMS)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """Of the same disclosures without the terms explained: only tables name the accounts."""
    return typeset(tmp_path_factory.mktemp("tables"), ())


def typeset(folder: Path, terms: Sequence[str]) -> Answerer:
    files = []
    for year, (given, earned, begun, spent, left, daily, special, guests) in MONEY.items():
        files.append(folder / f"{BODY}{year}年度部门决算.pdf")
        press = Press(files[-1])
        press.cover([BODY, f"{year}年度部门决算"])
        head = [[H("收入"), H("决算数"), H("支出"), H("决算数")]]
        income = f"{float(given) + float(earned):.2f}"
        total = f"{float(spent) + float(left):.2f}"
        rows = [
            ["一般公共预算财政拨款收入", given, "基本支出", daily],
            ["事业收入", earned, "项目支出", special],
            ["本年收入合计", income, "本年支出合计", spent],
            ["年初结转和结余", begun, "年末结转和结余", left],
            ["总计", total, "总计", total],
        ]
        press.sheet(Sheet("收入支出决算总表", head, rows, (5, 3, 5, 3), right="单位：万元"))
        head = [[H("项目"), H("预算数"), H("决算数")]]
        rows = [["公务接待费", "3.00", guests], ["合计", "3.00", guests]]
        press.sheet(Sheet("“三公”经费支出决算表", head, rows, (6, 3, 3), right="单位：万元"))
        press.prose(terms)
        press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read"] * 2
    return Answerer(settings)


def ask(answerer: Answerer, said: str, year: int = 2024) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}{year}年{said}"))


def told(answer: Answer) -> list[str]:
    return [figure.value for figure in answer.figures] if answer.status is Status.ANSWERED else []


@pytest.mark.parametrize(
    ("said", "year", "values"),
    [
        ("到头没用完的钱，比2023年多几万", 2024, ["-5.00"]),  # 29.00 − 34.00
        ("靠自家业务挣来的是多少", 2024, ["21.00"]),
        ("招呼来客花了几万", 2024, ["1.60"]),
        ("招待来访的人花的钱是多少", 2024, ["1.60"]),
        ("招待来访的人和干专项工作的钱分别多少", 2024, ["1.60", "146.00"]),
        ("靠自家业务挣来的占干专项工作花的百分之几", 2024, ["14.38"]),  # 21.00 ÷ 146.00
        ("招待来访的人花的钱是多少", 2023, ["2.10"]),
        ("岁末没花完的有多少", 2024, ["29.00"]),
        ("关账时没花掉的有多少", 2023, ["34.00"]),
        ("头年剩下的有多少", 2024, ["34.00"]),
    ],
)
def test_the_account_that_every_body_has_is_told(
    answerer: Answerer, said: str, year: int, values: list[str]
) -> None:
    assert told(ask(answerer, said, year)) == values


def test_an_account_that_only_tables_print_is_meant_too(tables: Answerer) -> None:
    assert told(ask(tables, "招待来访的人花的钱是多少")) == ["1.60"]


WRONG = pytest.mark.xfail(strict=True, reason="a figure is told of something else than was asked")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("款待外国来宾的钱有多少", "1.60"),
        ("招待来访的记者花了多少", "1.60"),
        ("维持修复室日常运转的钱是多少", "425.00"),  # of a room, not of the body
        ("做买卖赚来的有多少", "21.00"),  # no 经营收入 is printed
        ("款待来宾多少批次", "1.60"),
        ("项目上没花完的有多少", "29.00"),
        pytest.param("招待来客的酒水有多少", "1.60", marks=WRONG),
        ("年初没花完转来的有多少", "29.00"),  # 34.00 is what the year began with
        ("到年底没用完的比干专项工作的少多少", "-5.00"),  # 29.00 against 146.00
    ],
)
def test_a_part_or_another_thing_is_not_told(answerer: Answerer, said: str, wrong: str) -> None:
    assert wrong not in told(ask(answerer, said))


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("头年剩下的", "年初结转和结余"),
        ("上年末没用掉转到今年用的", "年初结转和结余"),
        ("岁末没花出去的", "年末结转和结余"),
        ("年底剩给来年接着用的", "年末结转和结余"),
        ("保障馆里平常运转的", "机关运行经费"),
        ("花在人身上的", "人员经费"),
        ("发工资和日常运转的", "基本支出"),
        ("干具体的事", "项目支出"),
        ("凭本行业务赚的", "事业收入"),
        ("对外搞经营赚回来的", "经营收入"),
        ("请人吃饭", "公务接待费"),
    ],
)
def test_a_phrase_means_a_concept(phrase: str, name: str) -> None:
    assert concept_meant(phrase, lambda word: True) == name


@pytest.mark.parametrize(
    "phrase",
    [
        "去年花掉的",
        "年底发的奖金",
        "维持秩序的",
        "养鱼的",
        "没用完的办公费",
        "没花完的项目款",
        "请客户来",
        "专项工作",
        "做的业务",
    ],
)
def test_what_only_begins_like_one_means_none(phrase: str) -> None:
    assert concept_meant(phrase, lambda word: True) == ""


def test_an_account_is_meant_only_where_it_is_printed() -> None:
    said = "维持机关日常运转的"
    assert concept_meant(said, lambda word: word == "公用经费") == "公用经费"
    assert concept_meant(said, lambda word: word == "机关运行经费") == "机关运行经费"
    assert concept_meant(said, lambda word: False) == ""
