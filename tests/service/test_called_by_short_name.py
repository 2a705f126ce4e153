"""Units that stand as rows of a department's tables, called by short names; their projects, purchases and counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.scope.called import called_of
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "松原市柳河县文教局"
OFFICE = f"{BODY}（机关）"
SCHOOL, TRADE, NURSERY = "松原市柳河县第一实验小学", "松原市柳河县职业中等专业学校", "松原市柳河县机关幼儿园"
CLINIC, LIBRARY = "松原市柳河县中医医院", "松原市柳河县少年儿童图书馆"
UNITS = (OFFICE, SCHOOL, TRADE, NURSERY, CLINIC, LIBRARY)


def _counts() -> Sheet:
    rows = [
        [OFFICE, "全额拨款", "—", "—"], [SCHOOL, "全额拨款", "36", "1,640"], [TRADE, "差额拨款", "28", "1,105"],
        [NURSERY, "差额拨款", "12", "336"], [CLINIC, "差额拨款", "—", "—"], [LIBRARY, "全额拨款", "—", "—"],
        ["合计", "", "76", "3,081"],
    ]  # fmt: skip
    head = [[H("预算单位"), H("经费形式"), H("教学班（个）"), H("在校（园）学生（人）")]]
    return Sheet("", head, rows, (6, 2, 3, 3), own_page=False)


def _incomes() -> Sheet:
    rows = [
        ["合计", "9,260.40", "8,410.40", "850.00"], [OFFICE, "1,320.10", "1,320.10", ""],
        [SCHOOL, "2,204.30", "2,204.30", ""], [TRADE, "2,981.60", "2,871.60", "110.00"],
        [NURSERY, "612.50", "452.50", "160.00"], [CLINIC, "1,830.70", "1,250.70", "580.00"],
        [LIBRARY, "311.20", "311.20", ""],
    ]  # fmt: skip
    head = [[H("单位名称"), H("合计"), H("财政拨款收入"), H("事业收入")]]
    return Sheet(
        "部门收入总体情况表（分单位）", head, rows, (6, 3, 3, 3), left=f"部门：{BODY}", right="单位：万元"
    )


def _projects() -> Sheet:
    rows = [
        ["合计", "", "1,023.60"], ["局机关", "校园安防提升", "318.00"], ["局机关", "困难学生资助", "96.40"],
        ["县一实小", "塑胶跑道更新", "142.00"], ["县职专", "汽修实训车间", "386.00"], ["县职专", "免学费补助", "81.20"],
    ]  # fmt: skip
    head = [[H("单位"), H("项目名称"), H("合计")]]
    return Sheet("项目支出情况表", head, rows, (3, 6, 3), left=f"部门：{BODY}", right="单位：万元")


def _purchases() -> Sheet:
    rows = [
        ["合计", "", "", "", "", "514.80"], ["局机关", "监控主机", "A 货物", "24", "台", "57.60"],
        ["县职专", "举升机", "A 货物", "8", "台", "46.20"], ["县职专", "实训车间施工", "B 工程", "1", "项", "298.00"],
        ["县一实小", "塑胶跑道铺设", "B 工程", "1", "项", "113.00"],
    ]  # fmt: skip
    head = [[H("单位"), H("采购内容"), H("采购目录"), H("数量"), H("计量单位"), H("采购预算")]]
    return Sheet("政府采购预算表", head, rows, (3, 6, 3, 2, 2, 3), left=f"部门：{BODY}", right="单位：万元")


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("short")
    press = Press(folder / f"{BODY}2024年部门预算.pdf")
    press.cover([BODY, "2024年部门预算"])
    press.prose(["一、主要职能", "主管全县文化教育工作。", "二、预算单位构成", "预算单位共6个。"])
    for sheet in (_counts(), _incomes(), _projects(), _purchases()):
        press.sheet(sheet)
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, *questions: str) -> Answer:
    talk = "·".join(questions)
    return [answerer.ask(AskRequest(question=q, conversation_id=talk)) for q in questions][-1]


@pytest.mark.parametrize(
    ("questions", "body", "value", "unit"),
    [
        (["柳河县职专2024年事业收入预算多少"], TRADE, "110.00", "万元"),
        (["柳河县职业中专今年财政拨款收入是多少"], TRADE, "2871.60", "万元"),
        (["柳河一实小有多少个教学班"], SCHOOL, "36", "个"),
        (["柳河县第一实验小学现在有多少学生"], SCHOOL, "1640", "人"),
        (["柳河县中医院2024年收入一共多少"], CLINIC, "1830.70", "万元"),
        (["县中医院事业收入多少（柳河县）"], CLINIC, "580.00", "万元"),
        (["柳河县文教局2024年事业收入预算多少", "其中机关幼儿园占了多少？"], NURSERY, "160.00", "万元"),
        (["柳河县职专的汽修实训车间安排了多少钱"], TRADE, "386.00", "万元"),
        (["柳河县职专采购的东西里最贵的是啥"], TRADE, "298.00", "万元"),
        (["柳河县文教局机关采购了什么"], OFFICE, "57.60", "万元"),
    ],
)
def test_a_unit_is_known_by_its_short_name(
    answerer: Answerer, questions: list[str], body: str, value: str, unit: str
) -> None:
    figure = ask(answerer, *questions).figures[0]
    assert (figure.entity, figure.value, figure.unit) == (body, value, unit)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("柳河县一实小和职专谁的财政拨款收入多，多多少", "667.30"),
        ("柳河县一实小跟机关幼儿园学生加一起多少人", "1976"),
        ("柳河县职专两个项目加一起多少钱", "467.20"),
        ("柳河县机关幼儿园事业收入占它收入的百分之几", "26.12"),
        ("柳河县第一实验小学和职业中专比，哪个学校学生多？多几个？", "535"),
        ("柳河县机关幼儿园现在有多少个孩子？>>再加上一实小，两个学校合起来多少孩子？", "1976"),
        ("柳河县职专事业收入多少>>再加上中医院的，一共多少", "690.00"),
    ],
)
def test_units_are_compared_and_added_up(answerer: Answerer, question: str, value: str) -> None:
    assert value in {figure.value for figure in ask(answerer, *question.split(">>")).figures}


@pytest.mark.parametrize(
    "question",
    [
        "柳河县第一小学2024年收入多少",
        "柳河县第二实验小学有多少学生",
        "柳河县口腔医院2024年收入多少",
        "柳河县图书馆2024年收入多少",
    ],
)
def test_another_of_the_kind_is_not_told_by_it(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status is not Status.ANSWERED or not answer.figures


@pytest.mark.parametrize(
    ("questions", "first"),
    [
        (["除了局机关，柳河县文教局哪家单位收入最多"], "2981.60"),
        (["柳河县文教局下面哪个单位学生最多"], "1640"),
        (["柳河县文教局2024年有哪些预算单位", "局机关不算，哪家单位收入最少"], "311.20"),
        (["柳河县哪所学校学生最多"], "1640"),
        (["柳河县这些学校里头 班级最多的是哪个学校 多少个班"], "36"),
        (["柳河县的学校哪家收入最少"], "612.50"),
    ],
)
def test_units_are_set_in_order_without_the_office(
    answerer: Answerer, questions: list[str], first: str
) -> None:
    answer = ask(answerer, *questions)
    assert answer.figures[0].value == first
    assert OFFICE not in answer.answer


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("县一实小", SCHOOL), ("县职专", TRADE), ("机关园", NURSERY), ("局机关", OFFICE), ("县中医院", CLINIC),
        ("少儿图书馆", LIBRARY), ("县二实小", ""), ("市中医院", ""),
    ],
)  # fmt: skip
def test_rows_are_given_to_the_unit_they_call(short: str, name: str) -> None:
    assert called_of(short, UNITS, BODY) == name
