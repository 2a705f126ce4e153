"""A list of units with what each spends in all, in basic and in project expenditure (单位合计)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.model import Fact
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY, ARCHIVE, LIBRARY = "澜岭省民俗文献厅", "澜岭省家谱档案馆", "澜岭省方志图书馆"


def facts_of(folder: Path, whole: str) -> list[Fact]:
    """The facts of a list of two units, the first of which has ``whole`` as its 合计."""
    head = [
        [H("序号", rows=2), H("单位名称", rows=2), H("单位性质", rows=2), H("人员情况（人）", 2),
         H("2023年支出预算", 3)],
        [H("编制数"), H("实有数"), H("合计"), H("基本支出"), H("项目支出")],
    ]  # fmt: skip
    rows = [
        ["1", ARCHIVE, "公益一类", "41", "38", whole, "620.40", "310.10"],
        ["2", LIBRARY, "公益一类", "26", "25", "505.00", "405.00", "100.00"],
    ]
    path = folder / f"{BODY}2023年部门预算.pdf"
    press = Press(path)
    press.cover([BODY, "2023年部门预算"])
    press.sheet(Sheet("所属单位预算汇总表", head, rows, (1, 5, 2, 2, 2, 2, 2, 2), right="单位：万元"))
    press.close()
    return list(read_file(path, Settings(data=folder)).facts)


def wholes(facts: list[Fact]) -> dict[str, Decimal | None]:
    return {f.entity: f.value for f in facts if f.subject.name == "本年支出合计"}


def test_what_both_parts_come_to_is_all_that_the_unit_spends(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "930.50")
    assert wholes(facts) == {ARCHIVE: Decimal("930.50"), LIBRARY: Decimal("505.00")}


@pytest.mark.parametrize("whole", ["930.40", "1,030.50"])
def test_a_total_that_they_do_not_come_to_is_not_named(tmp_path: Path, whole: str) -> None:
    assert wholes(facts_of(tmp_path, whole)) == {LIBRARY: Decimal("505.00")}
