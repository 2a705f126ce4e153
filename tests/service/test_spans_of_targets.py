"""What an indicator was to reach in the year, in half of it, and over all years; what one place gets (指标期间)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Entry, Heading, Press, Sheet
from tests.ingest.typed_provinces import (
    amounts_beside_their_stage,
    carried_beside_granted,
    one_statement_a_unit,
    targets_of_three_years,
    targets_of_two_spans,
    transfers_by_place,
)

H = Heading
HALVES = "泽川市环境卫生处"
MADE = (
    targets_of_two_spans,
    targets_of_three_years,
    one_statement_a_unit,
    transfers_by_place,
    carried_beside_granted,
    amounts_beside_their_stage,
)


def halves() -> Sheet:
    """绩效目标表 with 半年 before 全年."""
    head = ["一级指标", "二级指标", "三级指标", "半年（程）目标值", "全年（程）目标值"]
    rows: list[list[Entry]] = [
        ["项目名称", "道路保洁", "", "", ""],
        list(head),
        ["产出指标", "数量指标", "垃圾清运量", "≥9.5万吨", "≥19万吨"],
        ["产出指标", "质量指标", "道路机扫率", "≥80%", "≥85%"],
    ]
    return Sheet("项目支出绩效目标表", [], rows, (3, 3, 4, 3, 3), spans={(0, 1): (1, 4)})


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("spans")
    made = [make() for make in MADE]
    printed = [(m.body, m.year, m.kind, m.sheets) for m in made] + [(HALVES, 2024, "预算", (halves(),))]
    paths = []
    for body, year, kind, sheets in printed:
        paths.append(folder / f"{body}{year}年部门{kind}.pdf")
        press = Press(paths[-1])
        press.cover([body, f"{year}年部门{kind}"])
        for sheet in sheets:
            press.sheet(sheet)
        press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    ingest_paths(paths, settings)
    return Answerer(settings)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (f"{HALVES}垃圾清运量目标是多少", "19"),
        (f"{HALVES}道路机扫率的全年目标", "85"),
        (f"{HALVES}道路机扫率半年目标", "80"),
        ("泽川县水务局老旧水闸除险预算多少", "300.00"),
        ("泽川县水务局验收合格率目标是多少", "96"),
        ("泽川市湿地保护中心布设监测样线目标是多少", "18"),
        ("泽川市湿地保护中心布设监测样线2023年是多少", "12"),
        ("泽川市体育局（本级）2023年项目支出多少", "5.00"),
        ("泽川市体育局2023年项目支出多少", "20.00"),
        ("泽川市林业局退耕还林补助给西河县多少", "30.00"),
        ("泽川市林业局退耕还林补助预算多少", "67.00"),
        ("泽川市文化局人员经费预算多少", "3000"),
        ("泽川区应急管理局采购帐篷数量实际是多少", "210"),
        ("泽川区应急管理局采购帐篷数量目标是多少", "200"),
        ("泽川市文化局项目支出预算多少", "2500"),
        ("泽川市体育运动学校2023年基本支出是多少", "55.00"),
    ],
)
def test_each_span_place_and_unit_has_its_own(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(AskRequest(question=question))
    assert answer.figures, answer.answer
    assert answer.figures[0].value == value
