"""Frames that leave something out: no outer sides, headings above them, columns without names; two side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.model import Fund, Reading, Stage
from ingest.reading import read_file
from ingest.settings import Settings
from ingest.text import normalise
from tests.ingest.press import MARGIN, PAPER, Entry, Heading, Press, Sheet
from tests.ingest.test_province_layouts import faults
from tests.ingest.typist import ALL, GENERAL, Typist

H = Heading
BODY = "禾丰县市场监督管理局"


class Open(Press):
    """A press whose tables have no left and no right side."""

    def _cell(self, text: str, x0: float, y0: float, x1: float, y1: float) -> None:
        left, right = MARGIN + 0.5, PAPER[0] - MARGIN - 0.5
        for y in (y0, y1):
            self._canvas.line(x0, PAPER[1] - y, x1, PAPER[1] - y)
        for x in (x0, x1):
            if left < x < right:
                self._canvas.line(x, PAPER[1] - y0, x, PAPER[1] - y1)
        self._words(text, x0, y0, x1, y1)

    def _words(self, text: str, x0: float, y0: float, x1: float, y1: float) -> None:
        self._text(text, (x0 + x1) / 2, (y0 + y1) / 2 + 3, 8, "middle")


class Unframed(Press):
    """A press that draws the frame around the body alone; ``mute`` leaves the headings out altogether."""

    def __init__(self, path: Path, *, mute: bool = False) -> None:
        super().__init__(path)
        self._mute, self._in_head = mute, False

    def _head(self, sheet: Sheet, xs: Sequence[float]) -> None:
        self._in_head = True
        super()._head(sheet, xs)
        self._in_head = False

    def _cell(self, text: str, x0: float, y0: float, x1: float, y1: float) -> None:
        if not self._in_head:
            super()._cell(text, x0, y0, x1, y1)
        elif not self._mute:
            self._text(text, (x0 + x1) / 2, (y0 + y1) / 2 + 3, 8, "middle")


def spending(counter: bool = False) -> Sheet:
    """支出决算表 of three accounts, the code in three columns where its columns are numbered."""
    t = Typist(year=2024, stage=Stage.FINAL_ACCOUNTS, fund=ALL)
    rows = [
        ("", "合计", t.of("", "本年支出合计", "613.20 401.00 212.20")),
        ("201", "一般公共服务支出", t.of("201", "一般公共服务支出", "613.20 401.00 212.20")),
        ("20138", "市场监督管理事务", t.of("20138", "市场监督管理事务", "613.20 401.00 212.20")),
        ("2013801", "行政运行", t.of("2013801", "行政运行", "401.00 401.00 _")),
        ("2013816", "食品安全监管", t.of("2013816", "食品安全监管", "212.20 _ 212.20")),
    ]
    if not counter:
        head = [[H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出")]]
        return Sheet("支出决算表", head, [[code, name, *cells] for code, name, cells in rows], (2, 5, 3, 3, 3),
                     left=f"部门：{BODY}", right="单位：万元")  # fmt: skip
    head = [
        [H("项目", 4), H("本年支出合计", rows=2), H("基本支出", rows=2), H("项目支出", rows=2)],
        [H("功能分类科目编码", 3), H("科目名称")],
        [H("类"), H("款"), H("项"), H("栏次"), H("1"), H("2"), H("3")],
    ]
    body = [[code[:3], code[3:5], code[5:], name, *cells] for code, name, cells in rows]
    return Sheet("支出决算表", head, body, (1, 1, 1, 5, 3, 3, 3), left=f"部门：{BODY}", right="单位：万元")


def printed(press: Press, *sheets: Sheet) -> Press:
    press.cover([BODY, "2024年度部门决算"])
    for sheet in sheets:
        press.sheet(sheet)
    press.close()
    return press


def read(path: Path) -> Reading:
    return read_file(path, Settings(data=path.parent))


def test_sides_that_are_left_out_are_sides_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = printed(Open(path), spending())
    assert not faults(path, press.placed)


def test_numbers_of_columns_behind_the_parts_of_a_code_are_no_figures(tmp_path: Path) -> None:
    """类 | 款 | 项 | 栏次 | 1 | 2 | 3, as the ministry's form has it."""
    path = tmp_path / "决算.pdf"
    press = printed(Press(path), spending(counter=True))
    assert not faults(path, press.placed)


def test_headings_above_the_frame_are_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = printed(Unframed(path), spending())
    assert not faults(path, press.placed)


def test_columns_without_headings_are_not_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    printed(Unframed(path, mute=True), spending())
    reading = read(path)
    assert not reading.facts
    assert {m.text for m in reading.misread} >= {"613.20", "401.00", "212.20"}


def test_a_column_that_counts_its_rows_under_no_heading_is_no_column_of_figures(tmp_path: Path) -> None:
    t = Typist(year=2024, stage=Stage.FINAL_ACCOUNTS, fund=ALL, statement="收支总表")
    rows: list[list[Entry]] = [
        ["一、财政拨款收入", "1", t("613.20", "财政拨款收入", fund=Fund.APPROPRIATION)],
        ["二、事业收入", "2", t("20.00", "事业收入")],
        ["三、其他收入", "3", t("1.50", "其他收入")],
        ["本年收入合计", "4", t("634.70", "本年收入合计")],
    ]
    path = tmp_path / "决算.pdf"
    sheet = Sheet("收入支出决算总表", [], rows, (6, 1, 3), right="单位：万元")
    press = printed(Press(path), sheet)
    assert not faults(path, press.placed)


class Pair(Press):
    """A press that sets a second table to the right of a first one."""

    def pair(self, left: Sheet, right: Sheet) -> None:
        top, half = self._top, (PAPER[0] - 2 * MARGIN - 20) / 2
        for start, sheet in ((MARGIN, left), (MARGIN + half + 20, right)):
            self._top = top
            self._text(sheet.title, start + half / 2, top + 14, 13, "middle")
            self._text(sheet.right, start + half, top + 30, 9, "end")
            self._top += 36
            xs = [start + half * n / len(sheet.body[0]) for n in range(len(sheet.body[0]) + 1)]
            self._head(sheet, xs)
            self._body(sheet, xs)


def test_tables_next_to_each_other_have_each_their_own_title_and_unit(tmp_path: Path) -> None:
    t = Typist(year=2024, stage=Stage.FINAL_ACCOUNTS, fund=GENERAL)
    visits: list[list[Entry]] = [
        ["合计", t("13.10", "“三公”经费")], ["因公出国（境）费", ""],
        ["公务用车运行维护费", t("10.50", "公务用车运行维护费")], ["公务接待费", t("2.60", "公务接待费")],
    ]  # fmt: skip
    second = Sheet("一般公共预算“三公”经费支出决算表", [[H("项目"), H("决算数")]], visits, right="单位：万元")
    path = tmp_path / "决算.pdf"
    press = Pair(path)
    press.cover([BODY, "2024年度部门决算"])
    press.pair(spending(), second)
    press.close()
    assert not faults(path, press.placed)


@pytest.mark.parametrize(
    ("printed_beside", "kept"),
    [
        ("项目 تۈر", "项目"),
        ("预算数خامچوت", "预算数"),
        ("支出 མ་དངུལ", "支出"),
        ("收入 ᠣᠷᠣᠯᠭ", "收入"),
        ("합계合计", "合计"),
    ],
)
def test_the_second_language_of_a_bilingual_form_is_not_kept(printed_beside: str, kept: str) -> None:
    assert normalise(printed_beside) == kept
