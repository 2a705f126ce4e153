"""What projects came to, in the words of a list of them (项目产出)."""

from __future__ import annotations

from decimal import Decimal

from ingest.model import Cell, Stage, Table
from ingest.outputs import outputs

_HEAD = ("项目名称", "全年预算数", "全年执行数", "执行率", "主要产出", "得分")


def _table(head: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    cells = tuple(
        Cell(
            text,
            1,
            (column * 80.0, row * 20.0, column * 80.0 + 80, row * 20.0 + 20),
            row,
            column,
            row + 1,
            column + 1,
        )
        for row, texts in enumerate((head, *rows))
        for column, text in enumerate(texts)
    )
    return Table(1, "项目支出绩效自评表", (), (), cells, len(rows) + 1, len(head), (1,))


def _read(*rows: tuple[str, ...], head: tuple[str, ...] = _HEAD) -> list[tuple[str, Decimal | None, str]]:
    facts = outputs(_table(head, *rows), "绩效自评表", "松屿区园林所", 2023, Stage.EXECUTION)
    return [(f.subject.name, f.value, f.unit) for f in facts]


def test_each_count_of_the_words_is_read_under_its_project() -> None:
    row = ("公园养护", "80.00", "76.00", "95%", "补种乔木320株，更换座椅1,150张，投入12万元", "96")
    assert _read(row) == [("补种乔木", Decimal(320), "株"), ("更换座椅", Decimal(1150), "张")]


def test_what_was_aimed_at_is_no_output() -> None:
    row = ("公园养护", "80.00", "76.00", "95%", "补种乔木400株，更换座椅1200张", "96")
    assert _read(row, head=(*_HEAD[:4], "年度绩效目标", "得分")) == []


def test_a_limit_is_no_output() -> None:
    assert _read(("公园养护", "80.00", "76.00", "95%", "巡查不少于60次，修剪绿篱", "96")) == []
