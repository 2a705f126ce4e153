"""What is asked beyond a figure is worked out or not told: never the figure itself (答非所问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure, Status
from service.second.beyond import is_unmet
from tests.service.test_divisors import answerer  # noqa: F401 - the same text

CITY = "青岚区城市管理局2023年"


def told(desk: Answerer, question: str) -> tuple[str, str]:
    figure = desk.ask(AskRequest(question=question)).figures[0]
    return figure.value, figure.unit


#: 城管局 2023: 差旅费 12.83 (p.13), 本年收入 18080.86, 支出 18198.11, 基本支出 7470.06, 项目支出 10728.05 (p.5, 7);
#: the project 道路清扫 had 5300.00 and spent 5236.40 (p.23); 98.78 % in time, 97.65 % in 2022; 三公 130.00 planned.
@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("差旅费的10%是多少", "1.28", "万元"),
        ("差旅费的百分之十是多少", "1.28", "万元"),
        ("差旅费乘以3", "38.49", "万元"),
        ("差旅费除以4是多少", "3.21", "万元"),
        ("本年收入合计-本年支出合计", "-117.25", "万元"),
        ("项目支出占比比基本支出高几个百分点", "17.90", "百分点"),
        ("基本支出占比和项目支出占比差几个百分点", "-17.90", "百分点"),
        ("项目支出占比高于基本支出几个百分点", "17.90", "百分点"),
        ("按时办结率提高几个百分点", "1.13", "百分点"),
        ("道路清扫保洁与垃圾收运项目剩了多少", "63.60", "万元"),
        ("道路清扫保洁与垃圾收运项目结余多少", "63.60", "万元"),
        ("差旅费比印刷费多几倍", "0.53", "倍"),
        ("差旅费是2022年的百分之几", "140.07", "%"),
    ],
)
def test_it_is_worked_out(desk: Answerer, question: str, value: str, unit: str) -> None:
    assert told(desk, CITY + question) == (value, unit)


@pytest.mark.parametrize(
    "question",
    [
        "差旅费折合美元",
        "差旅费是多少港币",
        "差旅费加1万",
        "医疗保险缴费基数",
        "哪个项目没花完的钱最多",
        "每千元支出里三公多少",
        "科目都增加了吗",
        "城乡社区支出占社区医疗的比重",
    ],
)
def test_or_nothing_is_told(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert (answer.status, answer.figures) == (Status.NO_ANSWER, [])


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("退休费的20%是多少", "8.00", "万元"),
        ("工资福利支出/基本支出", "72.00", "%"),
        ("工资福利支出比退休费多几倍", "8.00", "倍"),
        ("差旅费占本年支出千分之几", "6.25", "‰"),
    ],
)
def test_in_another_province(answerer: Answerer, question: str, value: str, unit: str) -> None:  # noqa: F811
    assert told(answerer, f"桐岭县水务局2023年{question}") == (value, unit)


@pytest.mark.parametrize(
    ("label", "unmet"),
    [
        ("不动产登记", True),
        ("接待来访", True),
        ("优待证申领", True),
        ("未成年人案件", True),
        ("未办结案件", False),
        ("待办案件", False),
        ("不合格整改件", False),
    ],
)
def test_what_is_not_done_is_called_so(label: str, unmet: bool) -> None:
    figure = Figure(label=label, value="12", unit="件", entity="石渡县", year=2023, stage="决算")
    answer = Answer(id="1", conversation_id="c", status=Status.ANSWERED, answer="…", figures=[figure])
    assert is_unmet(answer, "有多少件还没办完") is unmet


#: What asks for the figure itself in words that are near to these is told as before.
@pytest.mark.parametrize("question", ["差旅费", "公务接待费超过预算没有", "项目支出占比", "按时办结率是多少"])
def test_what_is_plainly_asked_is_plainly_told(desk: Answerer, question: str) -> None:
    assert desk.ask(AskRequest(question=CITY + question)).status is Status.ANSWERED


#: The form's row: aimed at 98 %, done 98.78 %.
def test_how_far_above_its_aim_an_indicator_is(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=f"{CITY}按时办结率比目标高几个百分点"))
    assert (answer.figures[0].value, answer.figures[0].unit) == ("0.78", "百分点")
