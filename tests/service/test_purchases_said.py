"""Purchases by project and by what is bought, told with their project; shares of a named whole (采购口语)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.ingest.typeset import SONG, new_canvas, save

HEAD = ["采购品目大类", "专项名称", "经济科目", "采购物品名称", "总计"]
ROWS = [
    ["合计", "", "", "", "310.00"],
    ["一、货物A", "", "", "", "40.00"],
    ["", "办公设备购置费", "办公设备购置", "家具用具", "25.00"],
    ["", "", "", "复印机", "15.00"],
    ["三、服务C", "", "", "", "270.00"],
    ["", "档案工作会议经费", "会议费", "会议服务", "200.00"],
    ["", "档案数字化经费", "会议费", "会议服务", "70.00"],
]
SIZE = (640.0, 500.0)
WIDTH, HEIGHT = 118.0, 24.0


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("purchases")
    file = folder / "柳泉县档案局2024年度部门预算.pdf"
    draw(file)
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


def draw(file: Path) -> None:
    canvas = new_canvas(file, SIZE)
    canvas.drawString(200, 470, "柳泉县档案局2024年度部门预算")
    canvas.drawString(230, 440, "政府采购预算表")
    canvas.drawString(20, 415, "部门名称：柳泉县档案局")
    canvas.drawString(530, 415, "单位：万元")
    canvas.setFont(SONG, 10)
    for r, row in enumerate([HEAD, *ROWS]):
        for c, text in enumerate(row):
            left, low = 20 + c * WIDTH, 380 - r * HEIGHT
            canvas.rect(left, low, WIDTH, HEIGHT)
            if c == 4 and r:
                canvas.drawRightString(left + WIDTH - 5, low + 7, text)
            else:
                canvas.drawString(left + 5, low + 7, text)
    save(canvas)


def ask(archive: Answerer, question: str) -> Answer:
    return archive.ask(AskRequest(question=f"柳泉县档案局2024年{question}"))


@pytest.mark.parametrize(
    ("question", "value", "project"),
    [
        ("要买家具吗？多少钱", "25.00", "办公设备购置费"),
        ("政府采购里复印机预算多少", "15.00", "办公设备购置费"),
        ("政府采购预算中“档案工作会议经费”金额", "200.00", "档案工作会议经费"),
        ("政府采购买家具用具那一栏多少钱", "25.00", "办公设备购置费"),
        ("档案数字化的会议服务采购多少", "70.00", "档案数字化经费"),
    ],
)
def test_a_purchase_is_told_with_its_project(
    archive: Answerer, question: str, value: str, project: str
) -> None:
    figure = ask(archive, question).figures[0]
    assert (figure.value, figure.unit) == (value, "万元")
    assert f"“{project}”" in figure.label


@pytest.mark.parametrize(
    ("question", "project", "value"),
    [
        ("政府采购预算中，哪个专项金额最大，金额为多少", "档案工作会议经费", "200.00"),
        ("政府采购里哪个项目花钱最多", "档案工作会议经费", "200.00"),
        ("政府采购预算表中金额最小的专项", "办公设备购置费", "40.00"),
    ],
)
def test_the_projects_that_pay_are_set_in_order(
    archive: Answerer, question: str, project: str, value: str
) -> None:
    figure = ask(archive, question).figures[0]
    assert (figure.label, figure.value) == (f"“{project}”采购", value)


def test_what_two_projects_buy_is_asked_back(archive: Answerer) -> None:
    answer = ask(archive, "采购会议服务多少钱")
    assert answer.status == "clarify" and not answer.figures
    assert len(answer.options) == 2


def test_what_nobody_buys_has_no_figure(archive: Answerer) -> None:
    answer = ask(archive, "买桌球台打算花多少")
    assert answer.status == "no_answer" and not answer.figures


def test_the_sorts_of_goods_are_ranked(archive: Answerer) -> None:
    values = [f.value for f in ask(archive, "政府采购货物工程服务哪个最多").figures]
    assert values == ["270.00", "40.00"]


@pytest.mark.parametrize(
    ("question", "label", "value"),
    [
        ("2024年服务采购里哪个专项花钱最多", "“档案工作会议经费”采购", "200.00"),
        ("2024年货物采购里哪样最贵", "政府采购“办公设备购置费”项下家具用具", "25.00"),
        ("2024年采购会议服务一共多少钱", "政府采购会议服务合计", "270.00"),
    ],
)
def test_things_and_projects_are_not_mixed(archive: Answerer, question: str, label: str, value: str) -> None:
    figure = archive.ask(AskRequest(question=f"柳泉县档案局{question}")).figures[0]
    assert (figure.label, figure.value) == (label, value)


def test_a_sum_of_things_bought_leaves_out_the_whole_they_stand_in(archive: Answerer) -> None:
    question = "柳泉县档案局2024年“办公设备购置费”货物采购中，家具用具与复印机合计多少"
    figure = archive.ask(AskRequest(question=question)).figures[0]
    assert figure.value == "40.00"  # 25.00 and 15.00; with all purchases it would be more


def test_no_row_of_purchases_is_a_share_of_another(archive: Answerer) -> None:
    answer = archive.ask(AskRequest(question="柳泉县档案局2024年“档案工作会议经费”采购中，家具用具占多少"))
    assert all(figure.unit != "%" or float(figure.value) <= 100 for figure in answer.figures)
