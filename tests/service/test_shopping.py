"""Purchases in daily words: one by one, added up, the dearest; never the total for what is not listed (口语采购)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.typeset import SONG, new_canvas, save
from tests.service.talking import talk

HEAD = ["采购品目大类", "专项名称", "经济科目", "采购物品名称", "总计"]
ROWS = [
    ["合计", "", "", "", "461.50"],
    ["一、货物A", "", "", "", "66.50"],
    ["", "办公设备购置费", "办公设备购置", "台式计算机（20万以下）", "12.00"],
    ["", "", "", "便携式计算机（20万以下）", "9.50"],
    ["", "", "", "家具用具", "25.00"],
    ["", "测绘业务费", "专用设备购置", "台式计算机（20万以下）", "20.00"],
    ["三、服务C", "", "", "", "395.00"],
    ["", "全县林业工作会议经费", "会议费", "住宿服务", "60.00"],
    ["", "", "", "餐饮服务", "35.00"],
    ["", "森林资源普查经费", "委托业务费", "测绘服务", "300.00"],
]
WIDTH, HEIGHT = 118.0, 24.0


@pytest.fixture(scope="module")
def forestry(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("shopping")
    file = folder / "石坡县林业局2025年度部门预算.pdf"
    _draw(file)
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """The year before, the furniture cost 18 and fuel for cars is bought under the account that pays for them."""
    folder = tmp_path_factory.mktemp("two_years")
    fuel = ["", "交通运行费", "公务用车运行维护费", "炼焦产品、炼油产品", "4.00"]
    before = [["合计", "", "", "", "458.50"], ["一、货物A", "", "", "", "63.50"], *ROWS[2:4], fuel]
    before += [["", "办公设备购置费", "办公设备购置", "家具用具", "18.00"], ROWS[5], *ROWS[6:]]
    files = [folder / f"石坡县林业局{year}年度部门预算.pdf" for year in (2024, 2025)]
    _draw(files[0], 2024, before)
    _draw(files[1])
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read", "read"]
    return Answerer(settings)


def _draw(file: Path, year: int = 2025, rows: list[list[str]] = ROWS) -> None:
    canvas = new_canvas(file, (640.0, 500.0))
    canvas.drawString(200, 470, f"石坡县林业局{year}年度部门预算")
    canvas.drawString(230, 440, "政府采购预算表")
    canvas.drawString(20, 415, "部门名称：石坡县林业局")
    canvas.drawString(530, 415, "单位：万元")
    canvas.setFont(SONG, 8)
    for r, row in enumerate([HEAD, *rows]):
        for c, text in enumerate(row):
            left, low = 20 + c * WIDTH, 380 - r * HEIGHT
            canvas.rect(left, low, WIDTH, HEIGHT)
            if c == 4 and r:
                canvas.drawRightString(left + WIDTH - 5, low + 7, text)
            else:
                canvas.drawString(left + 5, low + 7, text)
    save(canvas)


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=f"石坡县林业局2025年{question}"))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("采购表里台式机一共打算花多少", ["32.00", "12.00", "20.00"]),
        ("买台式电脑和笔记本电脑一共多少钱", ["41.50", "12.00", "20.00", "9.50"]),
        ("买电脑，台式跟笔记本一共几万", ["41.50", "12.00", "20.00", "9.50"]),
        ("买桌椅要花多少", ["25.00"]),
        ("全县林业工作会议的住宿采购多少钱", ["60.00"]),
        ("政府采购，单笔最大的是哪个专项", ["300.00"]),
        ("采购表货物类里，金额最高的一行采购物品是什么", ["25.00"]),
        ("办公设备购置费下各采购物品及金额", ["12.00", "9.50", "25.00"]),
        ("政府采购表中“森林资源普查经费”金额", ["300.00"]),
        ("开全县林业工作会议，光餐饮服务一项就准备采购多少钱", ["35.00"]),
        ("去州里开全县林业工作会议，住宿服务采购里列了多少", ["60.00"]),
        ("开全县林业工作会议，采购里列了多少钱", ["95.00"]),
    ],
)
def test_what_is_bought_is_told(forestry: Answerer, question: str, values: list[str]) -> None:
    answer = ask(forestry, question)
    assert answer.status is Status.ANSWERED
    assert [figure.value for figure in answer.figures] == values


@pytest.mark.parametrize(
    "question",
    [
        "采购表里，加油多少钱",
        "采购表里打印机多少",
        "采购清单里无人机多少钱",
        "采购无人机多少钱",
        "买无人机加笔记本一共多少",
        "买家具用具和书一共多少钱",
    ],
)
def test_the_total_is_not_told_for_what_is_not_listed(forestry: Answerer, question: str) -> None:
    answer = ask(forestry, question)
    assert answer.status is Status.NO_ANSWER
    assert answer.figures == []


#: Each is one row of the statement: one under two projects is of neither, and a thing that is not listed is of none.
@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("采购里全县林业工作会议的住宿比餐饮多多少", ["25.00", "60.00", "35.00"]),
        ("采购的家具用具和笔记本电脑哪个贵，差多少", ["15.50", "25.00", "9.50"]),
        ("采购的家具用具和笔记本电脑哪个贵", ["25.00", "9.50"]),
        ("采购的台式电脑和笔记本电脑哪个贵，差多少", []),
        ("采购的家具用具和钢琴哪个贵，差多少", []),
    ],
)
def test_two_things_are_held_against_each_other(forestry: Answerer, question: str, values: list[str]) -> None:
    assert [figure.value for figure in ask(forestry, question).figures] == values


def test_a_follow_up_stays_under_the_heading(forestry: Answerer) -> None:
    answer = talk(forestry, "石坡县林业局2025年全县林业工作会议的住宿采购多少钱", "那住宿比餐饮多多少")
    assert answer.figures[0].value == "25.00"


@pytest.mark.parametrize(
    ("questions", "value"),
    [
        (("石坡县林业局2025年买家具的采购预算多少", "2024年呢"), "18.00"),
        (("石坡县林业局2024年买家具的采购预算多少", "25年呢"), "25.00"),
        (("石坡县林业局2024年采购清单里给公车加油的油品预算多少",), "4.00"),
        (("石坡县林业局2025年政府采购多少", "2024年呢"), "458.50"),
    ],
)
def test_a_follow_up_is_of_the_thing_that_was_told(
    two_years: Answerer, questions: tuple[str, ...], value: str
) -> None:
    assert [figure.value for figure in talk(two_years, *questions).figures] == [value]


def test_the_share_of_the_whole_is_not_told_for_that_of_a_part(forestry: Answerer) -> None:
    answer = talk(forestry, "石坡县林业局2025年采购清单里无人机多少钱", "这占当年货物类采购的比重是多少")
    assert answer.figures == []
