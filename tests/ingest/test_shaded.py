"""Tables whose columns are shown by shading or by level lines cell by cell: every figure comes back, in its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.model import Stage
from ingest.readers.lattice import Rule, Rules, rules_to_tables
from ingest.readers.lines import Glyph
from ingest.readers.pdf import read_pdf
from ingest.readers.shaded import put_shades
from ingest.settings import Settings
from tests.ingest import budget_layouts, final_layouts, regional_layouts
from tests.ingest.accounts_book import Book
from tests.ingest.final_layouts import Layout
from tests.ingest.press import Heading, Placed, Sheet
from tests.ingest.shading import Shaded
from tests.ingest.test_province_layouts import MANNERS, faults
from tests.ingest.typeset import SIZE, new_canvas, save

FINAL = final_layouts.FINAL_STATEMENTS
ALL = (*FINAL, *budget_layouts.BUDGET_STATEMENTS, *regional_layouts.REGIONAL_STATEMENTS)
H = Heading
#: What is drawn: rows shaded by turns and tinted headings, either alone, and nothing but lines cell by cell.
KINDS: dict[str, dict[str, bool]] = {
    "zebra": {},
    "zebra_in_the_middle": {"right": False},
    "rows_alone": {"tint": False, "thin": False},
    "headings_alone": {"zebra": False},
    "pieces_of_lines": {"zebra": False, "tint": False},
}


def typeset(path: Path, layout: Layout, name: str, **kind: bool) -> list[Placed]:
    manner = MANNERS[name] if layout in FINAL else replace(MANNERS[name], stage=Stage.BUDGET)
    press = Shaded(path, **kind)
    press.cover([manner.body, f"{manner.year}年度部门{'决算' if layout in FINAL else '预算'}"])
    press.sheet(layout(Book(7), manner))
    press.close()
    return press.placed


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layout", ALL, ids=lambda f: str(f.__name__))
def test_every_figure_comes_back(layout: Layout, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "公开.pdf"
    assert not faults(path, typeset(path, layout, "short_pages", **KINDS[kind]))


@pytest.mark.parametrize("zebra", [True, False])
@pytest.mark.parametrize("layout", ALL, ids=lambda f: str(f.__name__))
def test_shades_without_any_line_give_no_wrong_figure(layout: Layout, zebra: bool, tmp_path: Path) -> None:
    path = tmp_path / "公开.pdf"
    placed = typeset(path, layout, "short_pages", lines=False, zebra=zebra)
    assert [fault for fault in faults(path, placed) if not fault.endswith(": 0 facts")] == []


def test_two_tables_of_one_width_stay_two(tmp_path: Path) -> None:
    path = tmp_path / "公开.pdf"
    press = Shaded(path)
    first = Sheet(
        "“三公”经费支出决算表", [[H("项目"), H("预算数"), H("决算数")]], [["公务接待费", "0.80", "0.38"]] * 3
    )
    second = Sheet(
        "政府性基金预算财政拨款收入支出决算表",
        [[H("科目编码"), H("科目名称"), H("年初结转"), H("本年支出")]],
        [["", "合计", "1.00", "2.00"], ["212", "城乡社区支出", "1.00", "2.00"]],
        own_page=False,
        left="单位：某中心",
        right="金额单位：万元",
    )
    press.sheet(first)
    press.sheet(second)
    press.close()
    (page,) = read_pdf(path, Settings(data=tmp_path))
    assert [(grid.rows, grid.columns) for grid in page.grids] == [(4, 3), (3, 4)]


def shade(canvas: Canvas, x0: float, top: float, x1: float, bottom: float) -> None:
    canvas.setFillColorRGB(0.9, 0.9, 0.9)
    canvas.rect(x0, SIZE[1] - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)


def test_edges_that_do_not_part_the_figures_rule_nothing(tmp_path: Path) -> None:
    path = tmp_path / "表.pdf"
    canvas = new_canvas(path)
    for row in (0, 2):  # shaded over both columns of figures
        shade(canvas, 20, 40 + 20 * row, 140, 60 + 20 * row)
        shade(canvas, 140, 40 + 20 * row, 380, 60 + 20 * row)
    for row in range(4):
        for x, text in ((25, "办公费"), (180, "12.50"), (300, "3.00")):
            canvas.drawString(x, SIZE[1] - 55 - 20 * row, text)
    for rung in range(5):
        canvas.line(20, SIZE[1] - 40 - 20 * rung, 380, SIZE[1] - 40 - 20 * rung)
    save(canvas)
    (page,) = read_pdf(path, Settings(data=tmp_path))
    assert page.grids == ()


def test_words_over_an_edge_are_one_cell() -> None:
    rules = Rules([Rule(y, 0, 300) for y in (0, 20, 40, 60)], [], [(0, 0, 100, 20), (100, 0, 300, 20)])
    words = [Glyph(c, 86 + 10 * i, 45, 96 + 10 * i, 55, 10) for i, c in enumerate("人员小计")]
    (table,) = rules_to_tables(put_shades(rules, words))
    assert [(box[0], box[2]) for box in table if box[1] == 40] == [(0, 300)]
    assert [(box[0], box[2]) for box in table if box[1] == 20] == [(0, 100), (100, 300)]
