"""Things told of side by side, counts in the word that is asked for, bounds, sorts of purchases (计数与采购)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.model import Measure
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.figures.compute import as_counted
from service.model import Finding

TEXT = """芦川县热线服务中心2023年度单位决算
一、单位职责
芦川县热线服务中心负责受理群众来电。
二、机构设置
芦川县热线服务中心编制18名，实际在编在职人员17名。
三、收入支出决算总体情况说明
芦川县热线服务中心2023年度收入总计500.00万元，支出总计500.00万元。本年支出合计500.00万元，其中：基本支出200.00万元，项目支出300.00万元。
四、工作开展情况
全年编发简报312篇，其中：日报248篇，周报52篇，月报12篇。12345热线转来案件5,400件，监督员上报案件9,100件。全年培训话务员160人次。
五、政府采购支出情况说明
2023年度政府采购支出总额90.00万元，其中：政府采购货物支出20.00万元、政府采购工程支出10.00万元、政府采购服务支出60.00万元。授予中小企业合同金额45.00万元，占政府采购支出总额的50.00%，其中：授予小微企业合同金额18.00万元，占授予中小企业合同金额的40.00%。
六、国有资产占用情况
截至2023年12月31日，芦川县热线服务中心共有车辆4辆；单价100万元以上设备3台（套）。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("things")
    file = Path(folder, "芦川县热线服务中心2023年度单位决算.txt")
    file.write_text(TEXT, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"芦川县热线服务中心2023年{question}"))


@pytest.mark.parametrize(
    ("unit", "text", "told"),
    [
        ("名", "编制多少人", "人"),
        ("名", "有几个人", "人"),
        ("名", "编制人数", "人"),
        ("名", "编制多少名", "名"),
        ("台（套）", "大型设备几台", "台"),
        ("台(套)", "大型设备多少台", "台"),
        ("台（套）", "大型设备多少套", "套"),
        ("台（套）", "大型设备多少台(套)", "台（套）"),
        ("人次", "多少人", "人次"),
        ("辆", "车几台", "辆"),
        ("万元", "多少人", "万元"),
    ],
)
def test_a_count_is_told_in_the_word_that_was_asked_for(unit: str, text: str, told: str) -> None:
    finding = Finding("编制", Decimal(18), unit, Measure.COUNT, 2023, "决算", ())
    assert (as_counted(finding, text).unit, as_counted(finding, text).value) == (told, Decimal(18))


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("编制多少人", "18", "人"),
        ("编制多少名", "18", "名"),
        ("单价100万元以上设备多少台", "3", "台"),
        ("单价一百万元以上设备多少台", "3", "台"),
        ("热线转来案件和监督员上报案件合计多少件", "14500", "件"),
        ("简报多少篇", "312", "篇"),
        ("日报和周报一共多少篇", "300", "篇"),
        ("日报、周报、月报加起来多少篇", "312", "篇"),
        ("政府采购里服务花了多少", "60.00", "万元"),
        ("政府采购里服务占多少", "66.67", "%"),
        ("给小微的采购合同多少", "18.00", "万元"),
    ],
)
def test_the_figure_that_is_meant(answerer: Answerer, said: str, value: str, unit: str) -> None:
    figure = ask(answerer, said).figures[0]
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("热线转来案件和监督员上报案件各多少件", {"5400", "9100"}),
        ("热线转来案件多还是监督员上报案件多", {"5400", "9100"}),
        ("采购里货物和服务各多少", {"20.00", "60.00"}),
        ("买东西和买服务各花了多少", {"20.00", "60.00"}),
    ],
)
def test_things_side_by_side_are_each_told(answerer: Answerer, said: str, values: set[str]) -> None:
    assert {figure.value for figure in ask(answerer, said).figures} == values


@pytest.mark.parametrize(
    "said",
    [
        "日报、周报、季报加起来多少篇",  # the last is not told
        "日报的阅读率百分之几",  # a count is no per cent
        "监督员上报案件做到百分之几",
        "编制百分之几",
        "没完成的案件有多少件",
        "日报和简讯一共多少篇",
        "热线转来案件和信访件合计多少件",
        "农产品采购多少",
        "采购粮食花了多少",
    ],
)
def test_nothing_is_told_of_what_was_not_asked(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, said)
    assert answer.status is not Status.ANSWERED or not answer.figures
