"""What stands around a table differs by body: titles, numbers, units, page heads; the figures are the same ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.model import Stage
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.accounts_book import Book
from tests.ingest.budget_layouts import expenditures, fund_spending, general, overall, travel_rows
from tests.ingest.final_layouts import Layout, Manner
from tests.ingest.press import Entry, Heading, Press, Sheet
from tests.ingest.test_province_layouts import faults

BUDGET = Manner(stage=Stage.BUDGET, rows_on_page=8)
H = Heading


def inside(sheet: Sheet) -> Sheet:
    """Title, body and unit in rows of the grid itself."""
    count = max(len(row) for row in sheet.body)
    rows = [[H(sheet.title, count)], [H(sheet.left, count - 2), H(sheet.right, 2)]]
    return replace(sheet, title="", above=(), left="", right="", head=[*rows, *sheet.head])


def broken(sheet: Sheet) -> Sheet:
    """A title that goes on in a second line."""
    half = len(sheet.title) // 2
    return replace(sheet, title=f"{sheet.title[:half]}\n{sheet.title[half:]}")


def unit_in_heads(sheet: Sheet) -> Sheet:
    """No unit above the table, but one in each heading of money."""
    words = ("科目编码", "科目名称", "类", "款", "项", "项目", "项目（按功能分类）", "增减%")
    named = [
        [h if h.text in words or h.columns > 1 else replace(h, text=f"{h.text}（万元）") for h in row]
        for row in sheet.head
    ]
    return replace(sheet, right="", head=named)


def blank_column(sheet: Sheet) -> Sheet:
    """An empty column before the last one, as a spreadsheet leaves it."""
    head = [
        [*row[:-1], H("", rows=row[-1].rows), row[-1]]
        if row is sheet.head[0] and len(sheet.head) == 1
        else list(row)
        for row in sheet.head
    ]
    body: list[list[Entry]] = [[*row[:-1], "", row[-1]] for row in sheet.body]
    widths = [*sheet.widths[:-1], 1, sheet.widths[-1]]
    return replace(sheet, head=head, body=body, widths=widths)


AROUND: dict[str, Callable[[Sheet], Sheet]] = {
    "title inside": inside,
    "title broken": broken,
    "unit in the headings": unit_in_heads,
    "unit in the title": lambda s: replace(s, title=f"{s.title}（单位：万元）", right=""),
    "unit in words": lambda s: replace(s, right="金额单位：人民币万元"),
    "running head": lambda s: replace(
        s, above=("云川省商务厅2023年部门预算", *s.above), again=("云川省商务厅2023年部门预算",)
    ),
    "again with the title": lambda s: replace(s, again=(s.title, s.right), repeat=True),
    "again as 续表": lambda s: replace(s, again=("续表",), repeat=False),
    "again as （续）": lambda s: replace(s, again=(f"{s.title}（续）", s.right), repeat=True),
    "numbered by 附件": lambda s: replace(s, above=("附件3-5",), title=s.title),
    "numbered in the title": lambda s: replace(s, above=(), title=f"表四：{s.title}"),
    "of the situation": lambda s: replace(
        s, title=s.title.replace("表", "情况表").replace("总情况表", "总体情况表")
    ),
}
STATEMENTS: Sequence[Layout] = (overall, expenditures, general, travel_rows, fund_spending)


@pytest.mark.parametrize("layout", STATEMENTS, ids=lambda f: str(f.__name__))
@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_a_table_changes_no_figure(layout: Layout, around: str, tmp_path: Path) -> None:
    path = tmp_path / "预算.pdf"
    press = Press(path)
    press.cover([BUDGET.body, "2023年度部门预算"])
    press.sheet(AROUND[around](layout(Book(len(around)), BUDGET)))
    press.close()
    assert not faults(path, press.placed)


def test_two_statements_on_one_page(tmp_path: Path) -> None:
    path = tmp_path / "预算.pdf"
    press = Press(path)
    press.cover([BUDGET.body, "2023年度部门预算"])
    for layout in (travel_rows, fund_spending):
        press.sheet(replace(layout(Book(3), BUDGET), own_page=False))
    press.close()
    assert {p.page for p in press.placed} == {2}
    assert not faults(path, press.placed)


def test_text_below_the_note_of_a_table_is_read(tmp_path: Path) -> None:
    """A table, its note, and on the same page the explanation under a heading in larger type."""
    path = tmp_path / "云川省商务厅2024年部门预算.pdf"
    press = Press(path)
    press.cover(["云川省商务厅", "2024年部门预算"])
    rows: list[list[Entry]] = [
        ["合计", "45.00"],
        ["公务接待费", "8.00"],
        ["公务用车购置及运行维护费", "37.00"],
    ]
    press.sheet(
        Sheet(
            "“三公”经费预算表", [[H("项目"), H("预算数")]], rows, (6, 4),
            left="部门：云川省商务厅", right="单位：万元", notes=("注：公务用车保有量5辆。",),
        )
    )  # fmt: skip
    press.sheet(Sheet("2024年部门预算情况说明", [], [[""]], own_page=False))
    press.prose(["一、机关运行经费。2024年机关运行经费预算62.30万元。"])
    press.close()
    facts = read_file(path, Settings(data=tmp_path)).facts
    assert [str(f.value) for f in facts if f.subject.name == "机关运行经费"] == ["62.30"]
