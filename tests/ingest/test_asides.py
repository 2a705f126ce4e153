"""Columns that say when or how of a row, between its figures: they name no rows of their own (旁注栏)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Origin
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.press import Heading, Press, Sheet

H = Heading


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("实施采购时间", ["2023年3月", "2023年4月", "2023年10月"]),
        ("采购方式", ["公开招标", "询价", "竞争性磋商"]),
        ("安排", ["一季度", "2月", "第3季度"]),
        ("规格型号", ["甲型", "乙型", "丙型"]),
    ],
)
def test_an_amount_behind_it_is_the_rows(heading: str, told: list[str], tmp_path: Path) -> None:
    path = tmp_path / "禾丰县司法局2023年部门预算.pdf"
    press = Press(path)
    press.cover(["禾丰县司法局", "2023年部门预算"])
    head = [[H("采购项目"), H("计量单位"), H("数量"), H(heading), H("预算金额")]]
    things = [
        ("警用移动终端", "台", "65", "325,000.00"),
        ("巡逻车", "辆", "3", "540,000.00"),
        ("取暖用煤", "吨", "12", "9,000.00"),
    ]
    body = [
        [name, unit, count, said, money]
        for (name, unit, count, money), said in zip(things, told, strict=True)
    ]
    press.sheet(Sheet("政府采购预算表", head, body, right="单位：元"))
    press.close()
    facts = read_file(path, Settings(data=tmp_path)).facts
    cells = {(f.subject.name, f.unit, str(f.value)) for f in facts if f.origin is Origin.CELL}
    counts = {(name, unit, count) for name, unit, count, _ in things}
    assert cells == counts | {(name, "元", money.replace(",", "")) for name, _, _, money in things}
