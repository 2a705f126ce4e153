"""Headings that a missing line runs together, that stand askew above a frame, and frames of dots."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.model import Stage
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.press import PAPER, SIZE, Heading, Press, Sheet
from tests.ingest.test_province_layouts import faults
from tests.ingest.typist import ALL, GENERAL, Typist

H = Heading
BODY = "南汀县审计局"


def spending() -> Sheet:
    """支出决算表 of two accounts."""
    t = Typist(year=2024, stage=Stage.FINAL_ACCOUNTS, fund=ALL)
    rows = [
        ["", "合计", *t.of("", "本年支出合计", "540.20 431.00 109.20")],
        ["201", "一般公共服务支出", *t.of("201", "一般公共服务支出", "540.20 431.00 109.20")],
        ["20108", "审计事务", *t.of("20108", "审计事务", "540.20 431.00 109.20")],
        ["2010801", "行政运行", *t.of("2010801", "行政运行", "431.00 431.00 _")],
        ["2010804", "审计业务", *t.of("2010804", "审计业务", "109.20 _ 109.20")],
    ]
    head = [[H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出")]]
    return Sheet("支出决算表", head, rows, (2, 5, 3, 3, 3), left=f"部门：{BODY}", right="单位：万元")


class Unparted(Press):
    """A press that leaves out the line between two headings; ``near`` moves their words together too."""

    def __init__(self, path: Path, left: str, right: str, *, near: bool = False) -> None:
        super().__init__(path)
        self._pair, self._near, self._from = (left, right), near, 0.0

    def _cell(self, text: str, x0: float, y0: float, x1: float, y1: float) -> None:
        if text not in self._pair:
            super()._cell(text, x0, y0, x1, y1)
            return
        first = text == self._pair[0]
        if first:
            self._from = x0
        else:
            self._canvas.rect(self._from, PAPER[1] - y1, x1 - self._from, y1 - y0)
        middle = (x0 + x1) / 2 if not self._near else (x1 - 10 if first else x0 + 14)
        self._text(text, middle, (y0 + y1) / 2 + 3, SIZE, "middle")


def printed(press: Press, *sheets: Sheet) -> Press:
    press.cover([BODY, "2024年度部门决算"])
    for sheet in sheets:
        press.sheet(sheet)
    press.close()
    return press


def test_two_headings_without_a_line_between_them_are_two(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = printed(Unparted(path, "基本支出", "项目支出"), spending())
    assert not faults(path, press.placed)


def test_a_heading_over_two_columns_of_figures_that_names_neither_is_doubted(tmp_path: Path) -> None:
    """「基本支出项目支出」 in one cell, its words no further apart than those of one name."""
    path = tmp_path / "决算.pdf"
    printed(Unparted(path, "基本支出", "项目支出", near=True), spending())
    reading = read_file(path, Settings(data=tmp_path))
    assert {str(f.value) for f in reading.facts} == {"540.20", "431.00", "109.20"}
    assert {f.source.column for f in reading.facts} == {"本年支出合计"}
    assert {(m.text, m.reason) for m in reading.misread} == {
        ("431.00", "没有栏名，几栏数分不清"),
        ("109.20", "没有栏名，几栏数分不清"),
    }


def test_a_word_spaced_out_over_two_columns_stays_one_heading(tmp_path: Path) -> None:
    t = Typist(year=2024, stage=Stage.FINAL_ACCOUNTS, fund=GENERAL)
    rows = [
        ["公务接待费", *t.row("2.00 1.50", [("公务接待费", {"stage": Stage.BUDGET}), ("公务接待费", {})])],
        ["公务用车运行维护费", *t.row("9.00 8.00", [("公务用车运行维护费", {"stage": Stage.BUDGET}), ("公务用车运行维护费", {})])],
    ]  # fmt: skip
    head = [[H("项目", rows=2), H("金 额", 2)], [H("预算数"), H("决算数")]]
    path = tmp_path / "决算.pdf"
    press = printed(Press(path), Sheet("一般公共预算“三公”经费支出决算表", head, rows, right="单位：万元"))
    assert not faults(path, press.placed)


class Askew(Press):
    """A press that draws no head, but sets ``words`` (column, lines, points down) above the frame."""

    def __init__(self, path: Path, words: Sequence[tuple[float, tuple[str, ...], float]]) -> None:
        super().__init__(path)
        self._words = words

    def _head(self, sheet: Sheet, xs: Sequence[float]) -> None:
        for column, lines, down in self._words:
            left, right = xs[int(column)], xs[int(column) + 1]
            middle = (left + right) / 2 + (right - left) * (column - int(column))
            for index, line in enumerate(lines):
                self._text(line, middle, self._top + 8 + down + 9 * index, SIZE, "middle")
        self._top += 36


ONE_ROW = (
    (0, ("科目", "编码"), 6), (1, ("科目名称",), 11), (2, ("本年支", "出合计"), 4), (3, ("基本", "支出"), 8),
    (4, ("项目", "支出"), 2),
)  # fmt: skip


def test_headings_askew_above_a_frame_belong_to_the_columns_they_stand_in(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = printed(Askew(path, ONE_ROW), spending())
    assert not faults(path, press.placed)


def parted() -> Sheet:
    """The same statement with 基本支出 parted into 人员经费 and 公用经费."""
    t = Typist(year=2024, stage=Stage.FINAL_ACCOUNTS, fund=ALL)
    parts = ("合计", "基本支出", "人员经费", "公用经费", "项目支出")
    rows = [
        ["", "合计", *t.of("", "本年支出合计", "540.20 431.00 400.00 31.00 109.20", parts)],
        ["201", "一般公共服务支出", *t.of("201", "一般公共服务支出", "540.20 431.00 400.00 31.00 109.20", parts)],
    ]  # fmt: skip
    return Sheet("支出决算表", [], rows, (2, 5, 3, 3, 3, 3, 3), left=f"部门：{BODY}", right="单位：万元")


#: 基本支出 is in the middle of three columns, so that it stands above the middle one's own heading.
TWO_ROWS = (
    (0, ("科目编码",), 16), (1, ("科目名称",), 14), (2, ("本年支", "出合计"), 5), (4, ("基本支出",), 0), (3, ("小计",), 19),
    (4, ("人员", "经费"), 15), (5, ("公用", "经费"), 17), (6, ("项目", "支出"), 4),
)  # fmt: skip


def test_a_heading_of_three_columns_above_the_middle_one_is_theirs(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = printed(Askew(path, TWO_ROWS), parted())
    assert not faults(path, press.placed)


def renamed(lines: tuple[str, ...]) -> tuple[tuple[float, tuple[str, ...], int], ...]:
    """The headings with the middle one below 基本支出 in other words."""
    return tuple((c, lines if c == 4 and own[0] == "人员" else own, d) for c, own, d in TWO_ROWS)


def test_headings_of_which_it_is_not_certain_where_one_ends_are_not_read(tmp_path: Path) -> None:
    """「基本支出」 above 「人员」, which is no name: it may be of one column, or of three."""
    path = tmp_path / "决算.pdf"
    printed(Askew(path, renamed(("人员",))), parted())
    reading = read_file(path, Settings(data=tmp_path))
    assert not reading.facts
    assert {m.text for m in reading.misread} >= {"400.00", "31.00"}


def test_a_heading_that_ends_on_the_height_of_one_beside_it_is_below_the_same(tmp_path: Path) -> None:
    """「在职人员」 ends where 「公用经费」 ends, which would be below nothing if 「基本支出」 were of one column."""
    path = tmp_path / "决算.pdf"
    printed(Askew(path, renamed(("在职", "人员"))), parted())
    columns = {str(f.value): f.source.column for f in read_file(path, Settings(data=tmp_path)).facts}
    assert columns["431.00"] == "基本支出 小计"
    assert columns["400.00"] == "基本支出 在职人员"
    assert columns["31.00"] == "基本支出 公用经费"


class Dotted(Press):
    """A press whose lines are rows of little squares."""

    def _cell(self, text: str, x0: float, y0: float, x1: float, y1: float) -> None:
        for n in range(int((x1 - x0) / 1.5) + 1):
            for y in (y0, y1):
                self._canvas.rect(x0 + 1.5 * n, PAPER[1] - y, 0.75, 0.75, stroke=0, fill=1)
        for n in range(int((y1 - y0) / 1.5) + 1):
            for x in (x0, x1):
                self._canvas.rect(x, PAPER[1] - y0 - 1.5 * n, 0.75, 0.75, stroke=0, fill=1)
        self._text(text, (x0 + x1) / 2, (y0 + y1) / 2 + 3, SIZE, "middle")


def test_rows_of_dots_are_lines(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = printed(Dotted(path), spending())
    assert not faults(path, press.placed)


@pytest.mark.parametrize("place", ["below", "told once"])
def test_the_unit_of_a_table_may_stand_below_it_or_be_told_of_all(place: str, tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = Press(path)
    press.cover([BODY, "2024年度部门决算"])
    if place == "told once":
        press.prose(["第二部分　2024年度部门决算表", "本部分各表金额单位均为万元，保留两位小数。"])
    notes = (f"编制部门：{BODY}　　单位：万元",) if place == "below" else ()
    press.sheet(replace(spending(), right="", notes=notes))
    press.close()
    assert not faults(path, press.placed)
