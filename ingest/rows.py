"""Tables of words to readable rows: 「单位名称：…，备注：…」, with what a merged cell says repeated (表格行文)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from ingest.header import rows_of
from ingest.model import Box, Cell, Table
from ingest.numbers import parse_number, unit_of
from ingest.patterns import regex
from ingest.statements import UNKNOWN, title_to_statement
from ingest.text import fold

#: Statements whose rows have names of their own, and the headings of the columns that hold them.
_OF_NAMES = regex(r"采购|项目")
_NAMED = regex(r"^(?:项目名称|专项名称|采购(?:项目|物品|品目|内容)(?:名称)?|(?:物品|品目)名称)$")
#: Headings of the columns that tell in words what a project is: no figure of a statement says it.
_DESCRIBED = regex(
    r"^(?:项目)?(?:简介|概况|概述|(?:主要|建设|实施|采购|工作)内容|(?:具体|主要)?用途|(?:项目)?(?:主要)?(?:说明|完成情况|实施情况))$"
)
#: Headings that only count or sort; a row says nothing by them.
_COUNTERS = regex(r"^(?:序号?|行次|栏次|编号)$")
#: Headings that every row of a performance table would repeat to no use.
_GRADES = regex(r"级指标$")
#: The left half of a form: what stands to the right of it is its value.
_LABEL = regex(
    r"(?:名称|单位|部门|性质|类别|类型|日期|时间|主体|依据|目标\d?|内容|原因|原因分析|措施|方案|周期|概况|概述|说明|情况|用途"
    r"|负责人|联系人|电话|资金|金额|总额|总分|职责|职能|问题|建议|范围|对象|地点|来源|规模|备注)[:：]?$"
)
_PROJECT = regex(r"^(?:预算)?(?:项目|专项)名称[:：]?$")
#: What stands beside 项目名称 where it heads a column.
_BESIDE = regex(
    r"^(?:金额|预算|年初|全年|执行|分值|得分|主管|实施|项目(?:类|性|编|单|主)|单位|合计|总计|备注)"
)
_CHINESE = regex(r"[\u4e00-\u9fff]")
#: So many characters are a description and no mark.
_WORDS = 6
#: A head of a list names so many columns and more; no longer than this is the name of one.
_COLUMNS, _LONGEST = 3, 14

Row = tuple[str, tuple[int, Box]]


def holds_words(table: Table) -> bool:
    """Whether a table is read for its words: a performance form, a list of units, purchases or projects."""
    statement = title_to_statement(table.title)
    if statement is UNKNOWN or "绩效" in statement.name:
        return True
    heads = [c for c in table.cells if c.row < 5]
    if any(_DESCRIBED.match(fold(c.text)) and _is_told(c, table) for c in heads):
        return True
    return any(_NAMED.match(fold(c.text)) for c in heads) and bool(_OF_NAMES.search(table.title))


def _is_told(head: Cell, table: Table) -> bool:
    """Whether words stand below a heading, in two rows and more."""
    below = [c for c in table.cells if c.column == head.column and c.row > head.row]
    return sum(1 for c in below if len(_CHINESE.findall(c.text)) >= _WORDS) > 1


def project_of(table: Table) -> str:
    """Name of the project that a form is about; empty for other tables."""
    rows = rows_of(table)
    for row in rows.values():
        for label, value in itertools.pairwise(row):
            if _names_project(label, value) and not _heads_list(row, rows):
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
    names = _names(rows, head) if head is not None else {}
    end = _end(rows[head]) if head is not None else 0
    kept: dict[int, Cell] = {}
    for number, row in rows.items():
        if head is not None and (number <= head or row[0].row < end):
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
        heads = _heads(row, rows)
        if (
            _names_project(row[0], row[1])
            and not _heads_list(row, rows)
            and not any(_NAMED.match(w) for w in words[1:])
        ):
            return None
        listed = (
            _COUNTERS.match(words[0]) or _GRADES.search(words[0]) or any(_NAMED.match(w) for w in words[1:])
        )
        names = sum(
            1 for w in words if re.search(r"(?:名称|单位|科室|项目|事项|内容|情况|性质|备注|目标)$", w)
        )
        if listed or (names >= 2 and not _is_pair(row, rows)) or heads:
            return number
        return None
    return None


#: How the second heading of a list ends, which a project's name does not.
_HEADING = regex(
    r"^.{0,8}(?:内容|名称|金额|数额|[预决]算|数|单位|类别|方式|来源|执行|率|得分|等级|备注|事项|目标|编码|代码|理由|依据|日期|时间)$"
)


def _heads_list(row: list[Cell], rows: dict[int, list[Cell]]) -> bool:
    """Whether 项目名称 is the head of a list and not the label of the name behind it: its neighbour is a head too."""
    return _heads(row, rows) and _HEADING.match(fold(row[1].text)) is not None


def _heads(row: Sequence[Cell], rows: dict[int, list[Cell]]) -> bool:
    """Whether the rows below fill the columns of a row of words, each with a name and with numbers."""
    texts = [fold(c.text) for c in row]
    if len(row) < _COLUMNS or len(set(texts)) < len(row) or any(len(t) > _LONGEST for t in texts):
        return False
    columns = {column for c in row for column in range(c.column, c.column_end)}
    below = [r for r in rows.values() if r[0].row >= _end(row)]
    filling = [r for r in below if {c.column for c in r} <= columns and _is_figured(r, len(columns) - 1)]
    return len(filling) > 1 and len(filling) * 2 > len(below)


def _end(head: Sequence[Cell]) -> int:
    """The first row below a head, one line high or more."""
    return max(c.row_end for c in head)


def _is_figured(row: Sequence[Cell], least: int) -> bool:
    """Whether a row fills so many columns, with both a name and a number."""
    texts = [c.text for c in row]
    return (
        len(row) >= max(least, _COLUMNS)
        and any(parse_number(t) is not None for t in texts)
        and any(_CHINESE.search(t) for t in texts)
    )


def _is_pair(row: Sequence[Cell], rows: dict[int, list[Cell]]) -> bool:
    """Whether a first row of labels is a form's own: the rows below do not fill its columns."""
    columns = {c.column for c in row}
    below = [r for r in rows.values() if r[0].row > row[0].row][:3]
    return not below or any(not columns & {c.column for c in r[1:]} for r in below)


def _names(rows: dict[int, list[Cell]], head: int) -> dict[int, str]:
    """What heads each column, the lowest line of a head that is several lines high."""
    end = _end(rows[head])
    lines = [row for number, row in rows.items() if number >= head and (row[0].row < end or number == head)]
    return {column: c.text for row in lines for c in row for column in range(c.column, c.column_end)}


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
