"""Words that carry a fund, parts of one account, openings and stocks: the figure meant, not its neighbour."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.ingest.press import Entry, Heading, Press, Sheet

H = Heading
BODY = "望溪县柏木镇人民政府"
LEFT, RIGHT = f"单位：{BODY}", "单位：万元"
SPENT = ("本年支出合计", "基本支出", "项目支出")


def statement(title: str, rows: list[list[Entry]], columns: tuple[str, ...] = SPENT) -> Sheet:
    head = [[H("科目编码"), H("科目名称"), *(H(c) for c in columns)]]
    return Sheet(title, head, rows, (2, 6, *(3,) * len(columns)), left=LEFT, right=RIGHT)


SHEETS = (
    Sheet(
        "收入支出决算总表",
        [[H("收入", 2), H("支出", 2)], [H("项目"), H("金额"), H("项目"), H("金额")]],
        [
            ["一、一般公共预算财政拨款收入", "2,119.26", "一、农林水支出", "811.30"],
            ["二、其他收入", "35.80", "二、城乡社区支出", "286.40"],
            ["本年收入合计", "2,275.06", "本年支出合计", "2,289.56"],
            ["年初结转和结余", "48.50", "年末结转和结余", "34.00"],
            ["总计", "2,323.56", "总计", "2,323.56"],
        ],
        (5, 3, 5, 3), left=LEFT, right=RIGHT,
    ),
    statement("支出决算表", [
        ["", "合计", "2,289.56", "1,160.31", "1,129.25"],
        ["212", "城乡社区支出", "286.40", "", "286.40"],
        ["21205", "城乡社区环境卫生", "166.40", "", "166.40"],
        ["2120501", "城乡社区环境卫生", "166.40", "", "166.40"],
        ["229", "其他支出", "80.00", "", "80.00"],
        ["22960", "彩票公益金安排的支出", "80.00", "", "80.00"],
        ["2296002", "用于社会福利的彩票公益金支出", "80.00", "", "80.00"],
    ]),
    Sheet(
        "一般公共预算财政拨款支出决算表",
        [[H("科目编码", rows=2), H("科目名称", rows=2), H("2020年决算数", rows=2), H("2021年决算数", 3), H("2021年比2020年增减", rows=2)],
         [H("小计"), H("基本支出"), H("项目支出")]],
        [
            ["", "合计", "2,200.00", "2,139.26", "1,118.31", "1,020.95", "-60.74"],
            ["212", "城乡社区支出", "180.00", "166.40", "", "166.40", "-13.60"],
            ["21205", "城乡社区环境卫生", "180.00", "166.40", "", "166.40", "-13.60"],
            ["2120501", "城乡社区环境卫生", "180.00", "166.40", "", "166.40", "-13.60"],
        ],
        (2, 6, 3, 3, 3, 3, 3), left=LEFT, right=RIGHT,
    ),
    statement("政府性基金预算财政拨款支出决算表", [
        ["", "合计", "200.00", "", "200.00"],
        ["212", "城乡社区支出", "120.00", "", "120.00"],
        ["229", "其他支出", "80.00", "", "80.00"],
    ]),
    Sheet(
        "财政拨款“三公”经费支出决算表",
        [[H("项目"), H("预算数"), H("决算数")]],
        [
            ["合计", "42.00", "36.76"],
            ["1．因公出国（境）费", "0.00", "0.00"],
            ["2．公务用车购置及运行维护费", "35.00", "31.90"],
            ["其中：（1）公务用车购置费", "20.00", "20.00"],
            ["（2）公务用车运行维护费", "15.00", "11.90"],
            ["3．公务接待费", "7.00", "4.86"],
        ],
        (6, 3, 3), left=LEFT, right=RIGHT,
    ),
)  # fmt: skip
COUNTED = Sheet(
    "部门决算相关信息统计表",
    [[H("项目"), H("行次"), H("决算统计数")]],
    [
        ["国有资产占用情况", "1", "—"],
        ["（一）车辆数合计（辆）", "2", "14"],
        ["1．执法执勤用车", "3", "10"],
        ["2．其他用车", "4", "4"],
    ],
    (6, 1, 3), left=LEFT, right=RIGHT,
)  # fmt: skip
SAID = (
    "四、财政拨款“三公”经费支出决算情况",
    "公务用车购置0辆，保有量3辆；公务接待费支出4.86万元，共接待来访团组9个、来宾418人次。",
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("funds")
    path = folder / f"{BODY}2021年度部门决算.pdf"
    press = Press(path)
    press.cover([BODY, "2021年度部门决算"])
    press.prose(SAID)
    for sheet in SHEETS:
        press.sheet(sheet)
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    ingest_paths([path], settings)
    return Answerer(settings)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("一般公共预算基本支出多少", "1118.31", "万元"),
        ("基本支出多少", "1160.31", "万元"),
        ("公车购置费是多少", "20.00", "万元"),
        ("公车的运行维护费", "11.90", "万元"),
        ("初结转结余是多少", "48.50", "万元"),
        ("末结转结余是多少", "34.00", "万元"),
        ("有多少辆公车", "3", "辆"),
        ("接待多少人次", "418", "人次"),
        ("彩票公益金支出多少", "80.00", "万元"),
        ("城乡社区支出比上年减少多少", "-13.60", "万元"),
        ("基本支出占一般公共预算支出的比重", "52.28", "%"),
        ("其他收入占本年收入的比重", "1.57", "%"),
    ],
)
def test_the_figure_that_is_meant(answerer: Answerer, question: str, value: str, unit: str) -> None:
    figure = answerer.ask(AskRequest(question=f"柏木镇2021年{question}")).figures[0]
    assert (Decimal(figure.value), figure.unit) == (Decimal(value), unit)


def test_the_total_of_one_fund_is_not_told_as_that_of_all(tmp_path: Path) -> None:
    path = tmp_path / f"{BODY}2021年度部门决算.pdf"
    press = Press(path)
    press.cover([BODY, "2021年度部门决算"])
    press.sheet(SHEETS[3])
    press.close()
    settings = Settings(data=tmp_path / "data", database_url="", chroma_url="")
    ingest_paths([path], settings)
    answerer = Answerer(settings)
    assert answerer.ask(AskRequest(question="柏木镇2021年本年支出合计多少")).status is Status.NO_ANSWER
    spent = answerer.ask(AskRequest(question="柏木镇2021年政府性基金支出多少"))
    assert [f.value for f in spent.figures] == ["200.00"]


@pytest.mark.parametrize(
    ("question", "value"), [("有多少辆车", "14"), ("其他用车几辆", "4"), ("执法执勤用车有几辆", "10")]
)
def test_all_cars_and_those_of_a_sort(question: str, value: str, tmp_path: Path) -> None:
    path = tmp_path / f"{BODY}2021年度部门决算.pdf"
    press = Press(path)
    press.cover([BODY, "2021年度部门决算"])
    press.sheet(COUNTED)
    press.close()
    settings = Settings(data=tmp_path / "data", database_url="", chroma_url="")
    ingest_paths([path], settings)
    figure = Answerer(settings).ask(AskRequest(question=f"柏木镇2021年{question}")).figures[0]
    assert (figure.value, figure.unit) == (value, "辆")


def test_an_economic_class_of_a_functional_item_is_not_its_total(answerer: Answerer) -> None:
    told = answerer.ask(AskRequest(question="柏木镇2021年2120501的商品和服务支出是多少"))
    assert told.status is Status.NO_ANSWER and not told.figures


#: 城管局 2023: 三公 113.00 planned, 103.79 spent (p.14); 公务接待费 5.00 planned, 2.36 spent (p.14).
@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("三公经费预算数和决算数各是多少", ["113.00", "103.79"]),
        ("三公经费预算数、决算数分别多少", ["113.00", "103.79"]),
        ("公务接待费预算数和决算数各是多少", ["5.00", "2.36"]),
    ],
)
def test_two_stages_of_one_account_are_both_told(desk: Answerer, question: str, values: list[str]) -> None:
    """A stage that stands behind an account's name is no part of the name: a second one may stand beside it."""
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局2023年{question}"))
    assert [figure.value for figure in answer.figures][:2] == values


@pytest.mark.parametrize("question", ["政府性基金支出用在哪", "政府性基金的钱都花哪去了"])
def test_what_a_fund_is_for_is_told_of_that_fund(desk: Answerer, question: str) -> None:
    """城管局 2023 p.20: 青溪东路人行道改造 and 南门垃圾转运站, not what other money was for."""
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局2023年{question}"))
    assert "青溪东路人行道改造工程款" in answer.answer and "死亡抚恤" not in answer.answer


@pytest.mark.parametrize("question", ["国有资本经营预算支出用在哪", "国有资本经营预算支出有哪些"])
def test_a_fund_that_there_is_none_of_is_used_for_nothing(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局2023年{question}"))
    assert answer.answer.startswith("没有。"), answer.answer
