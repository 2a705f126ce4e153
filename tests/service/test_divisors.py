"""What a figure is divided by: the people or things that the money is of, or nothing (除数)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.model import Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest, Status
from service.things.beside_money import in_one_segment

TEXT = """桐岭县水务局2023年度部门预算
一、部门职责
桐岭县水务局负责全县供水排水。
二、机构设置
桐岭县水务局部门预算包括局本部以及下属3家预算单位。桐岭县水务局年末在职人员50人，退休人员20人。
三、收支预算情况说明
桐岭县水务局2023年度收入预算总计800.00万元，支出预算总计800.00万元。本年支出合计800.00万元，其中：基本支出500.00万元，项目支出300.00万元。工资福利支出360.00万元，退休费40.00万元，农村供水支出200.00万元，差旅费5.00万元，公务员医疗补助缴费75.00万元，网格员补贴20.00万元。
四、国有资产占用情况
截至2022年8月31日，桐岭县水务局共有车辆6辆。2023年部门预算安排购置车辆2辆。2023年公务用车运行维护费12.00万元。
五、工作开展情况
全年办结投诉2400件，办结率98.50%。全年运行维护泵站25座，泵站运行维护支出150.00万元。
"""
CITY, HEALTH = "青岚区城市管理局", "松屿区卫生健康局"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("divisors")
    file = Path(folder, "桐岭县水务局2023年度部门预算.txt")
    file.write_text(TEXT, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


#: 城管局: in 2022 216 in service and 89 retired (p.3), pay 6347.32, pensions 271.00 (p.11), 118 public toilets kept for
#: 872.30 (p.18); in 2023 213 in service, 41 vehicles. 卫健局 2023: 612 in service, 274 retired, pensions 1715901.20.
@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        (f"{CITY}2022年每人每月工资", "2.45", "万元"),
        (f"{CITY}2022年人均月工资福利支出", "2.45", "万元"),
        (f"{CITY}2022年人均退休费", "3.04", "万元"),
        (f"{CITY}2022年退休人员人均退休费", "3.04", "万元"),
        (f"{CITY}2022年每座公厕管护多少钱", "7.39", "万元"),
        (f"{CITY}2023年人均差旅费", "602.35", "元"),
        (f"{HEALTH}2023年人均退休费", "6262.41", "元"),
        (f"{HEALTH}2023年职工人均工资福利支出", "131311.27", "元"),
    ],
)
def test_money_is_divided_by_those_it_is_of(desk: Answerer, question: str, value: str, unit: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, unit)


@pytest.mark.parametrize(
    "question",
    [
        f"{HEALTH}2023年人均公共卫生经费",
        f"{HEALTH}2023年人均计划生育支出",
        f"{CITY}2023年人均城乡社区支出",
        f"{CITY}2023年职工人均收入",
        f"{CITY}2022年执法人员人均工资",
        f"{CITY}2022年每吨垃圾收运多少钱",
        f"{CITY}2023年每月结转结余",
        f"{CITY}2023年每月车辆",
    ],
)
def test_what_the_money_is_not_of_divides_nothing(desk: Answerer, question: str) -> None:
    assert desk.ask(AskRequest(question=question)).figures == []


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("每辆车运行维护费多少", "2.00"),
        ("每月办结多少件投诉", "200.00"),
        ("人均工资福利支出", "7.20"),
        ("人均退休费多少", "2.00"),
        ("人均公务员医疗补助缴费多少", "1.50"),
    ],
)
def test_in_another_province_too(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(AskRequest(question=f"桐岭县水务局2023年{question}"))
    assert [figure.value for figure in answer.figures][:1] == [value]


@pytest.mark.parametrize(
    "question",
    ["每家单位预算多少", "人均农村供水支出", "人均网格员补贴", "每月办结率", "每座水库运行维护支出"],
)
def test_no_such_count_no_average(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=f"桐岭县水务局2023年{question}"))
    assert answer.status is not Status.ANSWERED or answer.figures == []


def _counted(value: str, quote: str) -> Fact:
    subject, source = Subject("业务量", "桥涵"), Source(1, (0.0, 0.0, 1.0, 1.0), quote=quote)
    return Fact(
        "桐岭县水务局", 2023, Stage.FINAL_ACCOUNTS, "", Fund.ALL, Flow.EXPENDITURE, subject, "合计",
        Measure.COUNT, Decimal(value), "座", None, Origin.SENTENCE, source, 1, "d",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("修复涵洞12座、桥梁2座。", True),  # the 2 of 12 is no number
        ("修复涵洞12座、桥梁2座，改建桥梁2座。", False),  # which of the two is meant is not told
        ("修复涵洞12座，完成率2.5%。", False),
    ],
)
def test_a_count_is_a_whole_number_at_one_place(quote: str, told: bool) -> None:
    assert in_one_segment(_counted("12", quote), _counted("2", quote)) is told
