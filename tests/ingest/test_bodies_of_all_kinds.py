"""Bodies whose names end in none of the usual words are read off their covers: customs, federations (单位名称)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.facts import FactStore
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from tests.ingest.press import Entry, Heading, Press, Sheet


@pytest.mark.parametrize(
    "body",
    [
        "中华人民共和国宁湾海关",
        "青柳县妇联",
        "青柳县科协",
        "青柳县红十字会",
        "青柳县第一幼儿园",
        "青柳县博物馆",
    ],
)
def test_the_body_of_a_cover(body: str, tmp_path: Path) -> None:
    path = tmp_path / "公开.pdf"
    press = Press(path)
    press.cover([f"{body}", "2021年度部门决算"])
    rows: list[list[Entry]] = [["合计", "120.50", "100.00", "20.50"], ["办公费", "120.50", "100.00", "20.50"]]
    head = [[Heading(name) for name in ("项目", "合计", "基本支出", "项目支出")]]
    press.sheet(Sheet("支出决算表", head, rows, (4, 3, 3, 3), left=f"部门：{body}", right="单位：万元"))
    press.close()
    settings = Settings(data=tmp_path / "data")
    ingest_paths([path], settings)
    assert [d.entity for d in FactStore(settings).documents()] == [body]
