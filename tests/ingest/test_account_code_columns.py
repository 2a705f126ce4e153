"""A column that tells accounts by their codes beside the names of projects holds no figures (科目编码栏)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from ingest.facts import FactStore
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from tests.ingest.press import Entry, Heading, Press, Sheet


def test_codes_are_no_amounts(tmp_path: Path) -> None:
    path = tmp_path / "公开.pdf"
    press = Press(path)
    press.cover(["青柳县文化和旅游局", "2024年部门预算"])
    rows: list[list[Entry]] = [
        ["合计", "", "", "182.80", "165.00"],
        ["图书馆免费开放", "2070104", "青柳县图书馆", "57.80", "55.00"],
        ["博物馆免费开放", "2070205", "青柳县博物馆", "125.00", "110.00"],
    ]
    head = [[Heading(name) for name in ("项目名称", "功能科目", "项目单位", "合计", "一般公共预算")]]
    press.sheet(
        Sheet(
            "项目支出情况表",
            head,
            rows,
            (5, 3, 4, 3, 3),
            left="部门名称：青柳县文化和旅游局",
            right="单位：万元",
        )
    )
    press.close()
    settings = Settings(data=tmp_path / "data")
    ingest_paths([path], settings)
    store = FactStore(settings)
    facts = [f for d in store.documents() for f in store.facts(d.id)]
    assert not [f for f in facts if f.value in (Decimal("2070104"), Decimal("2070205"))]
    assert {f.value for f in facts if f.subject.name == "图书馆免费开放"} == {
        Decimal("57.80"),
        Decimal("55.00"),
    }
