"""Rows of a document's own lists, asked for by their own words: equipment, colleges, projects (自有清单)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
COLLEGE, BUREAU = "云泽工程职业学院", "北沙县公路养护中心"


def _colleges() -> Sheet:
    return Sheet(
        "表1 2022年各二级学院教学班和学生情况",
        [[H("二级学院"), H("开设专业（个）"), H("教学班（个）"), H("在校学生（人）"), H("专任教师（人）")]],
        [
            ["船舶工程学院", "6", "41", "1,862", "77"],
            ["园林技术学院", "3", "19", "744", "35"],
            ["轨道交通学院", "5", "38", "1,695", "70"],
            ["合计", "14", "98", "4,301", "182"],
        ],
        (4, 3, 3, 3, 3),
        own_page=False,
    )


def _equipment() -> Sheet:
    return Sheet(
        "表2 2022年教学仪器购置情况",
        [[H("设备名称"), H("使用部门"), H("数量"), H("计量单位"), H("金额（万元）")]],
        [
            ["激光切割机", "船舶工程学院", "2", "台", "236.00"],
            ["焊接模拟训练器", "船舶工程学院", "9", "套", "81.90"],
            ["道岔实训装置", "轨道交通学院", "3", "套", "127.50"],
            ["喷灌控制系统", "园林技术学院", "1", "套", "43.60"],
        ],
        (5, 4, 2, 2, 3),
        own_page=False,
    )


def _projects() -> Sheet:
    return Sheet(
        "项目支出决算明细表",
        [[H("项目名称"), H("全年预算数（万元）"), H("全年执行数（万元）"), H("自评得分（分）")]],
        [
            ["沙溪桥危桥加固及引道改造", "260.00", "248.30", "94.5"],
            ["养护机械更新", "118.00", "96.40", "81.2"],
            ["乡道安全护栏补设", "75.00", "75.00", "97.0"],
        ],
        (5, 3, 3, 3),
        own_page=False,
    )


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("listings")
    first = Press(folder / f"{COLLEGE}2022年度单位决算.pdf")
    first.cover([COLLEGE, "2022年度单位决算"])
    first.prose(["一、主要职责", "承担高等职业教育和技术培训。", "二、办学规模", "各二级学院情况见表1。"])
    first.sheet(_colleges())
    first.prose(["三、政府采购支出情况", "教学仪器购置489.00万元，明细见表2。"])
    first.sheet(_equipment())
    first.close()
    other = Press(folder / f"{BUREAU}2023年度单位决算.pdf")
    other.cover([BUREAU, "2023年度单位决算"])
    other.prose(["一、主要职责", "负责全县公路日常养护。", "二、项目支出情况"])
    other.sheet(_projects())
    other.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, *said: str) -> Answer:
    """The answer to the last of several questions of one conversation."""
    told = [answerer.ask(AskRequest(question=q, conversation_id="one" + said[0])) for q in said]
    return told[-1]


@pytest.mark.parametrize(
    ("question", "value", "unit", "named"),
    [
        (f"{COLLEGE}2022年那2台激光切割机花多少万", "236.00", "万元", "激光切割机"),
        (f"{COLLEGE}2022年哪个二级学院学生最少，有多少人", "744", "人", "园林技术学院"),
        (f"{COLLEGE}2022年买得最贵的排第二的是哪样，多少钱", "127.50", "万元", "道岔实训装置"),
        (f"{COLLEGE}2022年给船舶工程学院买的两样仪器一共多少钱", "317.90", "万元", "236.00 + 81.90"),
        (f"{COLLEGE}2022年激光切割机和喷灌控制系统差多少钱", "192.40", "万元", "236.00 − 43.60"),
        (f"{COLLEGE}2022年学生最多的两个学院是哪两个", "1862", "人", "轨道交通学院 1695"),
        (f"{BUREAU}2023年哪个项目得分最低，多少分", "81.2", "分", "养护机械更新"),
        (f"{BUREAU}2023年危桥加固和安全护栏两个项目实际一共花了多少", "323.30", "万元", "248.30 + 75.00"),
    ],
)  # fmt: skip
def test_a_list_tells_of_its_own_rows(
    answerer: Answerer, question: str, value: str, unit: str, named: str
) -> None:
    answer = ask(answerer, question)
    assert answer.status is Status.ANSWERED
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, unit)
    assert named in answer.answer


def test_a_row_is_held_against_the_one_spoken_of_before(answerer: Answerer) -> None:
    answer = ask(answerer, f"{BUREAU}2023年养护机械更新预算多少", "跟沙溪桥那个改造项目比，差多少万元")
    assert answer.figures[0].value == "142.00"


@pytest.mark.parametrize(
    "question",
    [
        f"{COLLEGE}2022年那2台数控铣床花多少万",
        f"{COLLEGE}2022年哪个二级学院女学生最少",
        f"{COLLEGE}2022年给船舶工程学院买的三样仪器一共多少钱",
        f"{BUREAU}2023年隧道照明和安全护栏两个项目一共花了多少",
    ],
)
def test_what_the_list_does_not_say_is_not_told(answerer: Answerer, question: str) -> None:
    assert not ask(answerer, question).figures


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        (f"{COLLEGE}2022年轨道交通学院学生比园林技术学院多几个", "951", "人"),
        (f"{COLLEGE}2022年轨道交通学院有几位老师", "70", "人"),
        (f"{COLLEGE}2022年教学仪器里第二贵的是哪样，多少钱", "127.50", "万元"),
        (f"{COLLEGE}2022年焊接模拟训练器多少钱一套", "9.1", "万元"),
        (f"{COLLEGE}2022年船舶工程学院占全院学生的百分之几", "43.29", "%"),
    ],
)
def test_the_row_and_the_column_that_are_said_are_told(
    answerer: Answerer, question: str, value: str, unit: str
) -> None:
    figure = ask(answerer, question).figures[0]
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    "question",
    [
        f"{COLLEGE}2022年海事法学院有几个教学班",
        f"{COLLEGE}2022年园林技术学院花了多少钱",
    ],
)
def test_a_figure_of_another_row_is_not_told(answerer: Answerer, question: str) -> None:
    assert not ask(answerer, question).figures


def test_what_was_named_before_goes_on_being_meant(answerer: Answerer) -> None:
    answer = ask(answerer, f"{BUREAU}2023年养护机械更新自评得分多少", "预算多少钱")
    assert (answer.figures[0].value, answer.figures[0].unit) == ("118.00", "万元")
