"""Tables of words to readable rows: 「单位名称：…，备注：…」, with what a merged cell says repeated (表格行文)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from ingest.header import rows_of
from ingest.model import Box, Cell, Table
from ingest.numbers import parse_number, unit_of
from ingest.statements import UNKNOWN, title_to_statement
from ingest.text import fold

#: Statements whose rows have names of their own, and the headings of the columns that hold them.
_OF_NAMES = re.compile(r"采购|项目")
_NAMED = re.compile(r"^(?:项目名称|专项名称|采购(?:项目|物品|品目|内容)(?:名称)?|(?:物品|品目)名称)$")
#: Headings that only count or sort; a row says nothing by them.
_COUNTERS = re.compile(r"^(?:序号?|行次|栏次|编号)$")
#: Headings that every row of a performance table would repeat to no use.
_GRADES = re.compile(r"级指标$")
#: The left half of a form: what stands to the right of it is its value.
_LABEL = re.compile(
    r"(?:名称|单位|部门|性质|类别|类型|日期|时间|主体|依据|目标\d?|内容|原因|原因分析|措施|方案|周期|概况|概述|说明|情况|用途"
    r"|负责人|联系人|电话|资金|金额|总额|总分|职责|职能|问题|建议|范围|对象|地点|来源|规模|备注)[:：]?$"
)
_PROJECT = re.compile(r"^(?:预算)?(?:项目|专项)名称[:：]?$")
#: What stands beside 项目名称 where it heads a column.
_BESIDE = re.compile(
    r"^(?:金额|预算|年初|全年|执行|分值|得分|主管|实施|项目(?:类|性|编|单|主)|单位|合计|总计|备注)"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")

Row = tuple[str, tuple[int, Box]]


def holds_words(table: Table) -> bool:
    """Whether a table is read for its words: a performance form, a list of units, purchases or projects."""
    statement = title_to_statement(table.title)
    if statement is UNKNOWN or "绩效" in statement.name:
        return True
    named = any(_NAMED.match(fold(c.text)) for c in table.cells if c.row < 5)
    return named and bool(_OF_NAMES.search(table.title))


def project_of(table: Table) -> str:
    """Name of the project that a form is about; empty for other tables."""
    for row in rows_of(table).values():
        for label, value in itertools.pairwise(row):
            if _names_project(label, value):
                return value.text
    return ""


def _names_project(label: Cell, value: Cell) -> bool:
    return (
        bool(_PROJECT.match(label.text))
        and label.column == 0
        and parse_number(value.text) is None
        and not _BESIDE.match(value.text)
    )


def table_to_rows(table: Table) -> Iterator[Row]:
    """Text and place of each row that says something in words; the head of a list goes into its rows."""
    rows = rows_of(table)
    head = _head(rows)
    names = _names(rows[head]) if head is not None else {}
    kept: dict[int, Cell] = {}
    for number, row in rows.items():
        if head is not None and number <= head:
            continue
        whole = _inherited(row, kept, table, named=bool(names)) + row
        text = "，".join(_told(whole, names)) if names else "，".join(_paired(whole))
        if _CHINESE.search(text):
            yield text, (row[0].page, _around([c.box for c in row]))
        for cell in row:
            kept = {c: k for c, k in kept.items() if c < cell.column} | {cell.column: cell}


def _head(rows: dict[int, list[Cell]]) -> int | None:
    """The row that heads a list; None for a form, whose rows each have their own labels."""
    for number in list(rows)[:5]:
        row = rows[number]
        if len(row) < 2 or any(parse_number(c.text) is not None or unit_of(c.text) for c in row):
            continue
        words = [fold(c.text) for c in row]
        if _names_project(row[0], row[1]) and not any(_NAMED.match(w) for w in words[1:]):
            return None
        listed = (
            _COUNTERS.match(words[0]) or _GRADES.search(words[0]) or any(_NAMED.match(w) for w in words[1:])
        )
        names = sum(
            1 for w in words if re.search(r"(?:名称|单位|科室|项目|事项|内容|情况|性质|备注|目标)$", w)
        )
        if listed or (names >= 2 and not _is_pair(row, rows)):
            return number
        return None
    return None


def _is_pair(row: Sequence[Cell], rows: dict[int, list[Cell]]) -> bool:
    """Whether a first row of labels is a form's own: the rows below do not fill its columns."""
    columns = {c.column for c in row}
    below = [r for r in rows.values() if r[0].row > row[0].row][:3]
    return not below or any(not columns & {c.column for c in r[1:]} for r in below)


def _names(row: Sequence[Cell]) -> dict[int, str]:
    return {column: c.text for c in row for column in range(c.column, c.column_end)}


def _inherited(row: Sequence[Cell], kept: dict[int, Cell], table: Table, *, named: bool) -> list[Cell]:
    """What stands to the left of a row for it too: merged cells, and in a list the last words of earlier columns."""
    first = row[0]
    spread = [c for c in table.cells if c.text and c.row < first.row < c.row_end and c.column < first.column]
    found = {c.column: c for c in spread}
    if named:
        found |= {n: c for n, c in kept.items() if n < first.column and parse_number(c.text) is None}
    return [found[column] for column in sorted(found)]


def _told(row: Sequence[Cell], names: dict[int, str]) -> Iterator[str]:
    """Cells with the heading of their column before them."""
    for cell in row:
        name = names.get(cell.column, "")
        if _COUNTERS.match(fold(name)):
            continue
        yield cell.text if not name or _GRADES.search(fold(name)) else f"{name}：{cell.text}"


def _paired(row: Sequence[Cell]) -> Iterator[str]:
    """Cells of a form: a label and its value as one, others as they are."""
    index = 0
    graded = any(c.text.endswith("指标") for c in row)
    while index < len(row):
        text = row[index].text
        follows = index + 1 < len(row) and not graded
        if follows and (_names_project(*row[index : index + 2]) or _is_label(*row[index : index + 2])):
            yield f"{text.rstrip(':：')}：{row[index + 1].text}"
            index += 2
            continue
        yield text
        index += 1


def _is_label(cell: Cell, value: Cell) -> bool:
    return bool(_LABEL.search(cell.text)) and len(cell.text) <= 20 and not _LABEL.search(value.text)


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
