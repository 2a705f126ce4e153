"""The head of a table: where its body starts, what each column is, what stands above each column (表头)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from ingest.accounts import is_total_word, label_to_account
from ingest.entities import is_body
from ingest.fields import ACCOUNT_CODE, COUNTER, tells_years
from ingest.model import Cell, Table
from ingest.numbers import parse_number, unit_of
from ingest.patterns import regex
from ingest.statements import UNKNOWN, title_to_statement
from ingest.text import fold

#: 科目编码, and with its parts in the same cell: 「功能分类科目编码 类 款 项」 over three columns.
_CODE_HEAD = regex(r"(?:编码|代码|编号)(?:类款项?)?$|^类款项?$")
_CODE_PART = frozenset("类款项")
_INDEX_HEAD = regex(r"^(?:行次|序号|栏次|序)$")
#: Headings and labels of what is written in digits and is no figure: telephones, years, numbers of papers.
_NO_FIGURE = regex(
    r"(?:电话|手机|传真|邮编|邮政编码|文号|账号|帐号|联系方式|证号|(?:起始|终止|开始|结束|起止|设立|实施|完成|启动)(?:年度|年份|年限|时间|日期|年月?)|年份|日期|年限|期限)$"
)
#: 采购时间 2023, 年度 2024: a column of years or months is no column of figures.
_TIME_HEAD, _YEAR = regex(r"(?:时间|年度|年月|期间)$"), regex(r"20\d\d(?:[01]\d)?")
#: What is said of a row besides its name: heads of such columns, and the dates that they hold.
_ASIDE_HEAD = regex(r"(?:时间|日期|月份|时限|方式|计量单位|型号|规格|备注)$|^是否")
_DATE = regex(
    r"20\d\d[年./-]\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?|(?:20\d\d年)?(?:\d{1,2}月|第?[一二三四1-4]季度)"
)
_LABEL_HEAD = regex(
    r"(?:项目|名称|科目|用途|指标|内容|品目|品目大类|方式|形式|备注|单位|主管部门|类别|目标|说明|类型|情况|级次|性质)$"
)
#: What is spent, or what for, told by its account: a column of codes is none of figures.
_ACCOUNT_HEAD = regex(r"(?:科目|分类|功能|经济)$")
#: 类型 22, 级次 1: a short number there is the key of a sort.
_SORT_HEAD, _KEY = regex(r"(?:类型|类别|级次|性质|等级|方式|形式)$"), regex(r"\d{1,3}")
_LONGEST_KEY = 3
#: Remarks are words, whatever digits one of them holds.
_REMARK = regex(r"(?:备注|说明)$")
_CODE = regex(r"^\d{2,7}$")
#: A measure word is so long at most.
_MEASURE = 4
_ORDINAL_START = regex(r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]+[)）])")
#: Words that head a column wherever they stand, also in the middle of a form.
_HEAD_WORDS = regex(
    r"(?:预算数|执行数|执行率|决算数|级指标|指标值|完成值|目标值|年初目标|分值|得分|全年预算|年初预算|权重|完成情况|偏差)"
)


#: The code of an economic account ahead of its name in a heading: 501机关工资福利支出, but not 500万元以上.
_CODE_AHEAD = regex(
    r"^[(（\[【]?[35]\d{2}(?:\d{2})?[)）\]】]?[-－\s]*(?=[\u4e00-\u9fff])(?![万亿元年月日人个台辆户岁以平公])"
)


class Role(Enum):
    """What a column holds."""

    LABEL = "label"
    CODE = "code"
    INDEX = "index"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Head:
    """The understood head of one table.

    ``start`` is the first body row; ``roles`` one a column; ``labels`` maps each value column to the label and
    code columns of its block; ``subheads`` are body rows that are headings themselves.
    """

    start: int
    roles: tuple[Role, ...]
    labels: tuple[tuple[int, ...], ...]
    subheads: tuple[int, ...]


def read_head(table: Table) -> Head:
    """Understand the head of a table from its cells alone."""
    rows = rows_of(table)
    start = _body_start(table, rows)
    subheads: tuple[int, ...] = ()
    if is_form(table):
        subheads = tuple(r for r in range(table.rows) if _is_subhead(rows.get(r, []), table))
    body = [c for c in table.cells if c.row >= start and c.row not in subheads and c.text]
    roles = tuple(_role(column, table, start, body) for column in range(table.columns))
    asides = {
        c for c in range(1, table.columns) if roles[c] is Role.LABEL and _is_aside(table, start, c, body)
    }
    return Head(start, roles, _blocks(roles, asides), subheads)


def is_form(table: Table) -> bool:
    """A form with headings in its middle (绩效自评表), or a table of unknown kind: no statement with one head."""
    statement = title_to_statement(table.title)
    return statement is UNKNOWN or "绩效" in statement.name


def rows_of(table: Table) -> dict[int, list[Cell]]:
    """Cells with text by the row in which they start, left to right."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text:
            rows.setdefault(cell.row, []).append(cell)
    for row in rows.values():
        row.sort(key=lambda c: c.column)
    return rows


#: The fewest characters of a unit's name, which a heading for a kind of units (所属学校) has not.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Headings:
    """Headings above a body cell, outermost first; the first ``shared`` stand over its row names too."""

    texts: tuple[str, ...]
    shared: int = 0

    @property
    def own(self) -> tuple[str, ...]:
        """Headings of the column alone: what stands over a whole block says which rows it holds, not which part."""
        return self.texts[self.shared :]


def headings(table: Table, head: Head, row: int, column: int) -> Headings:
    """Headings above a body cell: of the head, or of the nearest heading row above it in a form."""
    subhead = max((s for s in head.subheads if s < row), default=None)
    if subhead is None and "绩效" in table.title:
        return Headings(())  # what stands above in a form are other lines of it, not headings
    low, high = (subhead, subhead + 1) if subhead is not None else (0, head.start)
    above = [
        c
        for c in table.cells
        if c.text and low <= c.row < high and c.column <= column < c.column_end and not _is_caption(c, table)
    ]
    texts: list[str] = []
    shared = 0
    for cell in sorted(above, key=lambda c: c.row):
        if is_counter(cell.text) or (texts and texts[-1] == cell.text):
            continue
        texts.append("%" if _OF_RATES.fullmatch(cell.text.strip()) else _CODE_AHEAD.sub("", cell.text))
        if any(cell.column <= label < cell.column_end for label in head.labels[column]):
            shared = len(texts)
    return Headings(tuple(texts), shared)


def column_path(table: Table, head: Head, row: int, column: int) -> tuple[str, ...]:
    """Texts of the headings above a body cell, outermost first."""
    return headings(table, head, row, column).texts


def names_no_figure(label: str) -> bool:
    """Whether digits under a heading, or behind a label, are no figure (联系电话, 起始年度)."""
    return bool(_NO_FIGURE.search(fold(label)))


def is_counter(text: str) -> bool:
    """Whether a heading cell only numbers its column: 栏次, 3, or ** over one that has no number."""
    return fold(text) in ("栏次", "行次") or bool(COUNTER.fullmatch(text.strip()))


def _body_start(table: Table, rows: dict[int, list[Cell]]) -> int:
    for row in range(table.rows):
        if _is_body(rows.get(row, []), table):
            return row
    return table.rows


def _is_body(cells: Sequence[Cell], table: Table) -> bool:
    """Whether a row belongs to the body: an amount, a code, an ordinal, or 合计 with nothing beside it."""
    if not cells or _is_counter_row(cells) or any(_is_caption(c, table) for c in cells):
        return False
    numbers = [c.text for c in cells if parse_number(c.text) is not None]
    if numbers and not (cells[0].row < 3 and all(re.fullmatch(r"20\d\d", text) for text in numbers)):
        return True
    if any(_ORDINAL_START.match(c.text) for c in cells):
        return True
    first = cells[0]
    # A unit beside nothing but dashes and words is a row of its own, as 合计 is.
    if first.row > 0 and first.column == 0 and len(first.text) >= _NAMED and is_body(first.text):
        return first.column_end - first.column < table.columns > 2
    if len(cells) == 1 and first.column_end - first.column < table.columns:
        return is_total_word(first.text) and first.column == 0 and table.columns > 2
    return False


def _is_counter_row(cells: Sequence[Cell]) -> bool:
    """栏次 1 2 3 …: the row that numbers the columns."""
    numbers = [int(c.text) for c in cells if re.fullmatch(r"\d{1,2}", c.text)]
    words = [c for c in cells if not re.fullmatch(r"\d{1,2}", c.text)]
    if fold(cells[0].text) in ("栏次", "行次"):
        return True
    if numbers and all(is_counter(c.text) or fold(c.text) in _CODE_PART for c in cells):
        return True  # 类 | 款 | 项 | 栏次 | 1 | 2: the parts of the code are headed in the same row
    return (
        len(numbers) >= 3
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and len(words) <= 3
    )


def _is_caption(cell: Cell, table: Table) -> bool:
    """A cell of the first rows that holds the title, the body's name or the unit, not a heading."""
    if cell.row > 3:
        return False
    wide = cell.column_end - cell.column > max(1, table.columns // 2)
    text = fold(cell.text)
    if (
        unit_of(cell.text)
        or re.match(r"(?:编制)?(?:部门|单位)(?:名称)?[:：]", cell.text)
        or re.match(r"公开表|(?:公开|预算|决算|财决|附)?\d{1,2}表", text)
    ):
        return True
    return (wide and text.endswith("表")) or (wide and table.title != "" and fold(table.title) in text)


def _is_subhead(cells: Sequence[Cell], table: Table) -> bool:
    if len(cells) < 3 or any(parse_number(c.text) is not None for c in cells):
        return False
    named = sum(1 for c in cells if _HEAD_WORDS.search(fold(c.text)))
    return named >= 2 or (named >= 1 and len(cells) >= table.columns)


#: A heading that is nothing but the mark of its rates: 「%」 below 「2025年比2024年增减」.
_OF_RATES = regex(r"[(（]?[±+]?\s*[%％‰]\s*[)）]?")


def _role(column: int, table: Table, start: int, body: Sequence[Cell]) -> Role:
    heads = [c for c in table.cells if c.text and c.row < start and c.column <= column < c.column_end]
    if any(
        _INDEX_HEAD.match(fold(c.text)) and c.column_end - c.column == 1 and fold(c.text) != "栏次"
        for c in heads
    ):
        return Role.INDEX
    heads = [c for c in heads if not is_counter(c.text) and not _is_caption(c, table)]
    lowest = max(heads, key=lambda c: c.row).text if heads else ""
    if _OF_RATES.fullmatch(lowest.strip()):
        return Role.VALUE
    leaf = fold(lowest)
    held = [c.text for c in body if c.column == column and c.column_end < table.columns]
    if _CODE_HEAD.search(leaf) or leaf in _CODE_PART or _are_codes(column, heads, held, body):
        return Role.CODE
    if tells_years(table, start, column, leaf):
        return Role.LABEL
    numbers = [t for t in held if parse_number(t) is not None]
    if (
        held
        and all(_CODE.match(t) for t in held)
        and len(held) >= 2
        and column + 1 < table.columns
        and not leaf
    ):
        return Role.CODE
    wide = [c.text for c in body if c.column == column and parse_number(c.text) is not None]
    if _holds_no_figures(leaf, held, wide) or (column and _ACCOUNT_HEAD.search(leaf) and _only_codes(held)):
        return Role.INDEX
    if len(numbers) * 2 > len(held):
        return Role.VALUE
    if held:
        return Role.LABEL
    named = leaf and (label_to_account(leaf) or is_total_word(leaf))
    if named or (column and not _REMARK.search(leaf) and _are_amounts(column, table, body)):
        return Role.VALUE
    return Role.LABEL if _LABEL_HEAD.search(leaf) or not leaf or column == 0 else Role.VALUE


def _are_amounts(column: int, table: Table, body: Sequence[Cell]) -> bool:
    """Whether the last column holds nothing but amounts: 其他项目 below 项目支出 ends like a heading of names."""
    told = [c.text for c in body if c.column == column and c.column_end - c.column == 1]
    printed = any("." in text or len(text) > _LONGEST_KEY for text in told)
    return column + 1 == table.columns and printed and all(parse_number(text) is not None for text in told)


def _only_codes(held: Sequence[str]) -> bool:
    """Whether a column holds codes of accounts and nothing else: 功能科目 2070104 beside the name of a project."""
    told = [text for text in held if text.strip(" —–－-") and not is_total_word(text)]
    return bool(told) and all(ACCOUNT_CODE.fullmatch(text) for text in told)


def _are_codes(column: int, heads: Sequence[Cell], held: Sequence[str], body: Sequence[Cell]) -> bool:
    """Whether a column under a heading that it shares holds codes, or parts of those to its left (208 │ 05 │ 02)."""
    leaf = max(heads, key=lambda c: c.row) if heads else None
    told = [text for text in held if not is_total_word(text)]
    if leaf is None or leaf.column_end - leaf.column < 2 or leaf.column_end < column + 2 or len(told) < 2:
        return False
    if all(ACCOUNT_CODE.fullmatch(text) for text in told):
        return True
    before = [c.text for c in body if c.column == leaf.column and not is_total_word(c.text)]
    part = column > leaf.column and all(re.fullmatch(r"\d{2}", text) for text in told)
    return part and len(before) > 1 and all(ACCOUNT_CODE.fullmatch(text) for text in before)


def _holds_no_figures(leaf: str, held: Sequence[str], numbers: Sequence[str]) -> bool:
    """Whether the digits of a column are times, keys of sorts, or count its rows."""
    if names_no_figure(leaf) or (not leaf and _counts_up(held)):
        return True
    rows = ((_TIME_HEAD, _YEAR), (_SORT_HEAD, _KEY))
    return bool(numbers) and any(h.search(leaf) and all(map(form.fullmatch, numbers)) for h, form in rows)


def _counts_up(held: Sequence[str]) -> bool:
    """Whether a column under no heading numbers its rows: 1, 2, 3 …"""
    if len(held) < 3 or not all(re.fullmatch(r"\d{1,3}", text) for text in held):
        return False
    return [int(text) for text in held] == list(range(int(held[0]), int(held[0]) + len(held)))


def unheaded(table: Table, head: Head) -> frozenset[int]:
    """Columns of figures that stand next to each other under no heading: nobody can tell them apart."""
    found: set[int] = set()
    for cells in rows_of(table).values():
        run: set[int] = set()
        for cell in cells:
            if head.roles[cell.column] in (Role.CODE, Role.INDEX):
                continue
            bare = parse_number(cell.text) is not None and cell.row >= head.start
            if not bare:
                run = set()
            elif not column_path(table, head, cell.row, cell.column):
                run.add(cell.column)
                found |= run if len(run) > 1 else set()
    return frozenset(found)


def _is_aside(table: Table, start: int, column: int, body: Sequence[Cell]) -> bool:
    """Whether words of a column say when or how of a row that is named further left: 采购时间, 采购方式, 2023年3月."""
    heads = [c for c in table.cells if c.text and c.row < start and c.column <= column < c.column_end]
    leaf = fold(max(heads, key=lambda c: c.row).text) if heads else ""
    held = [fold(c.text) for c in body if c.column == column]
    if leaf in ("单位", "数量单位") and held:
        return all(len(text) <= _MEASURE for text in held)  # 台, 套: in what the number to its left counts
    return bool(_ASIDE_HEAD.search(leaf)) or (bool(held) and all(map(_DATE.fullmatch, held)))


def _blocks(roles: Sequence[Role], asides: Collection[int] = ()) -> tuple[tuple[int, ...], ...]:
    """For each column the label columns of its block: the nearest run of labels to its left, asides left out."""
    labels: list[tuple[int, ...]] = []
    current: list[int] = []
    after_value = False
    for column, role in enumerate(roles):
        if role is Role.VALUE:
            after_value = True
        elif not (after_value and column in asides):
            current = [column] if after_value else [*current, column]
            after_value = False
        labels.append(tuple(current))
    return tuple(labels)


def undivided(table: Table, head: Head) -> frozenset[int]:
    """Columns of figures below one heading that names none of them: nobody can tell them apart (一个栏名几栏数)."""
    if is_form(table):
        return frozenset()
    found: set[int] = set()
    for cell in table.cells:
        if (
            not cell.text
            or cell.row >= head.start
            or cell.column_end - cell.column < 2
            or _is_caption(cell, table)
        ):
            continue
        under = [c for c in range(cell.column, cell.column_end) if head.roles[c] is Role.VALUE]
        deeper = any(
            c.text and cell.row < c.row < head.start and cell.column <= c.column < cell.column_end
            and not is_counter(c.text)
            for c in table.cells
        )  # fmt: skip
        if len(under) > 1 and not deeper and _stand_beside(table, head.start, under):
            found |= set(under)
    return frozenset(found)


def _stand_beside(table: Table, start: int, columns: Sequence[int]) -> bool:
    """Whether one row prints figures in two of the columns."""
    held: dict[int, int] = {}
    for c in table.cells:
        if c.row >= start and c.column in columns and parse_number(c.text) is not None:
            held[c.row] = held.get(c.row, 0) + 1
    return any(count > 1 for count in held.values())
