"""Headings in the middle of a performance form: which rows head others, and what stands over each column (表中栏目)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.headings import year_of
from ingest.model import Cell, Table
from ingest.patterns import regex
from ingest.quantities import whole_quantity
from ingest.text import fold

_LEVEL = regex(r"^(?:[一二三四]级指标|指标名称|绩效指标|指标内容|指标|具体指标)(?:名称|内容)?$")
_COUNTED = regex(r"^(?:绩效|指标|指标值)?(?:计量|度量)?单位$")
_HEAD = regex(
    r"预算数|执行数|执行率|决算数|级指标|指标值|完成值|目标值|年初目标|分值|得分|全年预算|年初预算|权重|完成情况|偏差|指标性质|评分标准"
    r"|^任务名称|^主要内容|^预算金额|^等[次级]$|^20\d\d年度?(?:预算|决算|安排|支出)"
)
#: So many characters are a heading at most; what is longer is told under one.
_LONGEST = 20
#: What two columns of one heading may be of: the years of the whole project, and the one that the form is of.
_SPAN = regex(r"实施期|总体|总目标|中期|全周期|年度|当年|本年")

#: Headings of a list of projects over the money of one year and of all their years.
_OF_ONE_YEAR = regex(r"^20\d\d年|^(?:当年|本年度?|年度)(?!.*总)")
_OF_SEVERAL = regex(
    r"(?:[二三四五]年|项目|实施期|中期|全周期)总(?:预算|投资|额|金额|资金|规模|概算)|^总(?:预算|投资|概算)"
)


@dataclass(frozen=True, slots=True)
class FormRow:
    """A body row of a form with the headings over it; cells that span rows belong to each of them."""

    head: tuple[Cell, ...]
    cells: tuple[Cell, ...]


def form_rows(table: Table) -> Iterator[FormRow]:
    """Each body row of a form with the row of headings that it belongs to."""
    head: tuple[Cell, ...] = ()
    below = 0
    for row in range(table.rows):
        cells = sorted(
            (c for c in table.cells if c.text and c.row <= row < c.row_end), key=lambda c: c.column
        )
        if is_head(cells, row):
            head, below = _headings(table, cells, row)
        elif row >= below and any(c.row == row for c in cells):
            yield FormRow(head, tuple(cells))


def is_head(cells: Sequence[Cell], row: int) -> bool:
    """Whether the cells that start in a row are headings, two of them by words that nothing else uses."""
    own = [c for c in cells if c.row == row]
    if any(whole_quantity(c.text) for c in own):
        return False
    return sum(1 for c in own if _HEAD.search(fold(c.text)) and len(c.text) < _LONGEST) >= 2


def is_level(heading: str) -> bool:
    """Whether a heading stands over the names of indicators: 二级指标, 指标内容."""
    return bool(_LEVEL.match(fold(_outer(heading))))


def counts(heading: str) -> bool:
    """Whether a heading stands over what indicators are counted in: 计量单位."""
    return bool(_COUNTED.match(fold(heading)))


def is_under(cell: Cell, heading: Cell) -> bool:
    """Whether a cell shares a column with a heading."""
    return cell.column < heading.column_end and heading.column < cell.column_end


def names_over(cell: Cell, head: Sequence[Cell]) -> list[Cell]:
    """The headings of the names that a value is of: where they are printed twice, those nearer to it on its left."""
    levels = [h for h in head if is_level(h.text)]
    left = [h for h in levels if h.column < cell.column]
    return list({fold(_outer(h.text)): h for h in left}.values()) or levels


def heading_year(heading: str, year: int) -> int:
    """The year that a heading names, 「指标值（前年）」; else that of the form."""
    return year_of(re.split(r"[（）()]", heading), year)


def all_years(heading: str, head: Sequence[Cell]) -> str:
    """三年总预算 of a list beside the money of each year: no amount of the year that the form is of."""
    bare = _bare(heading)
    yearly = any(_OF_ONE_YEAR.search(fold(h.text)) for h in head)
    return bare if yearly and _OF_SEVERAL.search(fold(bare)) else ""


def inner(heading: str) -> str:
    """What a heading says below the one that it stands under: 财政拨款 of 「预算金额（财政拨款）」."""
    return heading[len(_outer(heading)) :].strip("（）")


def _outer(heading: str) -> str:
    return re.sub(r"（[^（）]*）$", "", heading)


def _headings(table: Table, cells: Sequence[Cell], row: int) -> tuple[tuple[Cell, ...], int]:
    """The headings over each column of a head that is one line high or more, and the first row below it."""
    own = [c for c in cells if c.row == row]
    over = [c for c in cells if c.row < row and c.row_end == row + 1]  # 项目名称, two lines high
    top = min((c.row for c in over), default=row)
    parents = [c for c in table.cells if c.text and top <= c.row and c.row_end == row]
    deeper = _deeper(table, own, row)
    leaves = [c for c in own if not any(is_under(d, c) for d in deeper)]
    head = [*over, *(_within(c, parents) for c in leaves), *(_within(d, own) for d in deeper)]
    head.sort(key=lambda c: c.column)
    return tuple(_told_apart(table, head, row)), row + 2 if deeper else row + 1


def _deeper(table: Table, own: Sequence[Cell], row: int) -> list[Cell]:
    """The second line of a head: words below headings that are wider, beside headings that are two lines high."""
    below = [c for c in table.cells if c.text and c.row == row + 1]
    wide = [c for c in own if c.row_end == row + 1 and c.column_end - c.column > 1]
    high = any(c.row_end == row + 2 for c in own)
    fits = all(
        len(c.text) < _LONGEST and not whole_quantity(c.text) and any(is_under(c, w) for w in wide)
        for c in below
    )
    return below if high and fits else []


def _within(cell: Cell, parents: Sequence[Cell]) -> Cell:
    """「指标值（前年）」: a heading that says nothing by itself, behind the one that it stands under."""
    known = _HEAD.search(fold(cell.text)) or is_level(cell.text) or counts(cell.text)
    over = next((p for p in parents if is_under(cell, p) and p.column_end - p.column > 1), None)
    return cell if known or over is None else replace(cell, text=f"{over.text}（{cell.text}）")


def _told_apart(table: Table, head: Sequence[Cell], row: int) -> list[Cell]:
    """Headings printed twice, 指标值 below 实施期总目标 and again below 年度目标, each with what it stands under."""
    said = Counter(fold(c.text) for c in head)
    twice = [c for c in head if said[fold(c.text)] > 1 and not counts(c.text)]
    spans = [c for c in table.cells if c.row < row and len(c.text) <= _LONGEST + 10 and _SPAN.search(c.text)]
    over = {
        c: next((s.text for s in reversed(spans) if is_under(c, s) and _is_beside(s, spans)), "")
        for c in twice
    }
    return [replace(c, text=f"{c.text}（{_bare(over[c])}）") if over.get(c) else c for c in head]


def _is_beside(span: Cell, spans: Sequence[Cell]) -> bool:
    """Whether another span stands in the same row: each is of its own columns."""
    return any(s.row == span.row and s is not span for s in spans)


def _bare(text: str) -> str:
    return re.sub(r"[(（].*?[)）]|[:：]$", "", text)
