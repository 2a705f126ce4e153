"""Tables whose uprights end below the headings: their rows are cells all the same, and long words stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from eval.samples.draw import FONT
from ingest.model import Stage
from ingest.readers.pdf import read_pdf
from ingest.settings import Settings
from tests.ingest.press import MARGIN, PAPER, SIZE, Heading, Press, Sheet, _wrap
from tests.ingest.test_province_layouts import faults
from tests.ingest.typist import ALL, Typist

H = Heading
BODY = "苇塘县园林绿化局"
#: How a row is set: where its figures stand, whether every other row is coloured, whether its words stand to the left.
MANNERS: dict[str, dict[str, Any]] = {
    "middle": {},
    "figures to the right": {"figures": "end"},
    "names to the left": {"figures": "end", "names": "start"},
    "coloured": {"coloured": True},
    "coloured, to the right": {"coloured": True, "figures": "end", "names": "start"},
}


class HeadRuled(Press):
    """A press that draws uprights between headings alone; below them each row has a frame around it."""

    def __init__(
        self, path: Path, figures: str = "middle", names: str = "middle", coloured: bool = False
    ) -> None:
        super().__init__(path)
        self._figures, self._names, self._coloured = figures, names, coloured
        self._in_body = False
        self._rows: list[float] = []

    def _body(self, sheet: Sheet, xs: Sequence[float]) -> None:
        self._in_body = True
        super()._body(sheet, xs)
        self._in_body = False

    def _cell(self, text: str, x0: float, y0: float, x1: float, y1: float) -> None:
        if not self._in_body:
            super()._cell(text, x0, y0, x1, y1)
            return
        if not self._rows or self._rows[-1] != y0:
            self._rows.append(y0)
            self._row(y0, y1)
        figure = text[:1].isdigit() and "." in text
        anchor = self._figures if figure else self._names
        top = (y0 + y1) / 2 - len(lines := _wrap(text, x1 - x0 - 4)) * 5
        for line in lines:
            x = {"start": x0 + 3, "middle": (x0 + x1) / 2, "end": x1 - 3}[anchor]
            self._text(line, x, top + 8, SIZE, anchor)
            top += 10

    def _row(self, y0: float, y1: float) -> None:
        if self._coloured and len(self._rows) % 2 == 0:
            self._canvas.setFillGray(0.95)
            self._canvas.rect(MARGIN, PAPER[1] - y1, PAPER[0] - 2 * MARGIN, y1 - y0, stroke=0, fill=1)
            self._canvas.setFillGray(0)
        self._canvas.rect(MARGIN, PAPER[1] - y1, PAPER[0] - 2 * MARGIN, y1 - y0)

    def across(self, text: str) -> None:
        """A row of the frame with words that run over the edges of its columns."""
        self._row(self._top, self._top + 14)
        self._text(text, MARGIN + 3, self._top + 10, SIZE)
        self._top += 14


def spending() -> Sheet:
    """支出预算表 of four accounts; the name of one takes two lines, cells of another are blank."""
    t = Typist(year=2024, stage=Stage.BUDGET, fund=ALL)
    rows = [
        ("", "合计", t.of("", "本年支出合计", "904.60 511.20 393.40")),
        ("212", "城乡社区支出", t.of("212", "城乡社区支出", "904.60 511.20 393.40")),
        ("21201", "城乡社区管理事务", t.of("21201", "城乡社区管理事务", "511.20 511.20 _")),
        ("2120101", "行政运行", t.of("2120101", "行政运行", "511.20 511.20 _")),
        ("2120501", "城乡社区环境卫生", t.of("2120501", "城乡社区环境卫生", "393.40 _ 393.40")),
    ]
    head = [[H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出")]]
    body = [[code, name, *cells] for code, name, cells in rows]
    return Sheet("支出预算总表", head, body, (2, 5, 3, 3, 3), left=f"部门：{BODY}", right="单位：万元")


def printed(press: Press, *sheets: Sheet) -> Press:
    press.cover([BODY, "2024年度部门预算"])
    for sheet in sheets:
        press.sheet(sheet)
    press.close()
    return press


def cells(path: Path) -> list[str]:
    pages = read_pdf(path, Settings(data=path.parent))
    return [cell.text for page in pages for grid in page.grids for cell in grid.cells]


@pytest.mark.parametrize("manner", MANNERS)
def test_rows_without_uprights_are_parted_where_their_headings_are(manner: str, tmp_path: Path) -> None:
    path = tmp_path / "预算.pdf"
    press = printed(HeadRuled(path, **MANNERS[manner]), spending())
    assert press.placed
    assert not faults(path, press.placed)


def test_headings_in_two_rows_part_the_rows_below(tmp_path: Path) -> None:
    path = tmp_path / "预算.pdf"
    two = [
        [H("科目", 2), H("合计", rows=2), H("其中", 2)],
        [H("科目编码"), H("科目名称"), H("基本支出"), H("项目支出")],
    ]
    press = printed(HeadRuled(path, figures="end"), replace(spending(), head=two))
    assert not faults(path, press.placed)


def test_a_note_that_runs_over_the_edges_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "预算.pdf"
    press = HeadRuled(path, figures="end")
    note = "备注：本表按支出功能分类科目逐级填列到项，环境卫生一项里有 12.80 万元"
    note += "用于更换破损的果皮箱和公园座椅，其余按月拨付。"
    press.cover([BODY, "2024年度部门预算"])
    assert stringWidth(note, FONT, SIZE) > (PAPER[0] - 2 * MARGIN) / 2
    sheet = spending()
    press.sheet(replace(sheet, notes=()))
    press._top -= 12
    press.across(note)
    press.close()
    assert not faults(path, press.placed)
    assert [text for text in cells(path) if "果皮箱" in text] == [
        text for text in cells(path) if "座椅" in text
    ]


def test_sentences_below_a_row_of_headings_are_no_cells(tmp_path: Path) -> None:
    """A form that says in long rows what was done."""
    path = tmp_path / "预算.pdf"
    press = HeadRuled(path)
    press.cover([BODY, "2024年度部门预算"])
    head = [[H("项目名称"), H("行道树补植"), H("负责处室"), H("养护科")]]
    press.sheet(Sheet("项目说明", head, [["", "", "", ""]], (1, 1, 1, 1)))
    press._top -= 12
    press.across(
        "一、全年补植行道树三千余株，其中香樟一千二百株、栾树九百株，其余为乡土树种，春季完成八成，秋季完成两成。"
    )
    press.across(
        "二、补植前逐段查看土质，换土二千四百立方米，栽后浇水不少于六遍，成活率由第三方在次年五月清点，低于九成五的补栽。"
    )
    press.close()
    assert {text[:2] for text in cells(path) if text} == {"项目", "行道", "负责", "养护", "一、", "二、"}
