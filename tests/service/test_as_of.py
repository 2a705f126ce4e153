"""A stock is told with the day that it is of, where that is not the end of the year asked for (时点)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest

WHO = "芦川县水务局"
TEXT = """芦川县水务局{year}年度部门{kind}
一、单位职责
芦川县水务局负责全县水务管理。
二、收支总体情况说明
芦川县水务局{year}年度本年支出合计500.00万元，其中：基本支出200.00万元，项目支出300.00万元。
三、国有资产占有使用情况
截至{day}，芦川县水务局共有车辆6辆，单价100万元（含）以上设备2台（套）。
{year}年部门预算安排购置车辆3辆。
"""


@pytest.fixture(scope="module")
def water(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("stock")
    files = []
    for year, kind, day in ((2022, "决算", "2022年12月31日"), (2024, "预算", "2023年8月31日")):
        files.append(Path(folder, f"{WHO}{year}年度部门{kind}.txt"))
        files[-1].write_text(TEXT.format(year=year, kind=kind, day=day), "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read"] * 2
    return Answerer(settings)


@pytest.mark.parametrize(
    ("question", "day"),
    [("2024年车辆几辆", "2023年8月31日"), ("2022年车辆几辆", ""), ("2024年购置车辆几辆", "")],
)
def test_the_day_of_a_stock_is_told(water: Answerer, question: str, day: str) -> None:
    answer = water.ask(AskRequest(question=WHO + question))
    assert answer.status == "answered"
    notes = [note for note in answer.notes if "截至" in note]
    assert notes == ([f"资料写明这是截至{day}的数。"] if day else [])
