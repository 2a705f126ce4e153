"""Row labels of a table: code, name, what they stand under, block by block (行名)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.accounts import (
    Account,
    is_total_word,
    label_to_account,
    label_to_class,
    label_to_economy,
    strip_ordinal,
)
from ingest.bundles import Bundles, accounts_beside, read_bundles, without_project
from ingest.economic_lists import code_in, list_of
from ingest.entities import is_body
from ingest.fields import read_fields
from ingest.header import Head, Role, is_form, rows_of
from ingest.headings import says_when
from ingest.model import Cell, Flow, Subject, Table
from ingest.numbers import parse_quantity
from ingest.patterns import regex
from ingest.statements import Statement
from ingest.text import fold

#: A code with its name: 2010301行政运行, [2010301]行政运行, 30101-基本工资.
_GLUED = regex(r"^[\[【(（]?(\d{3,7})[\]】)）]?\s*[-—_－.:：|]?\s*((?!年)“?[\u4e00-\u9fff].+)$")
#: Targets of a performance table that are no names: 97%--100%, ≥20000件, 及时.
_TARGET = regex(
    r"^(?!20\d\d年|\d{1,2}\s*[.．、]\s*(?!\d))(?:下降|增长|提高|不低于|不高于|不少于|大于|小于|达到|控制在)?[≥≧≤≦><＞＜=]?\s*[\d.,%]+(?:\s*[-~—–至]+\s*[\d.,%]+)?\s*[\u4e00-\u9fff]{0,4}$"
)
_LEVELS = {3: "类", 5: "款", 7: "项"}


@dataclass(frozen=True, slots=True)
class Row:
    """The understood label of one row within one block.

    ``unit`` is the body that it is of, where the row names one; ``part`` the economic account that a row of a
    functional one prints beside it; ``year`` is what a column of years says of the row (2021年). ``besides`` name what
    tells rows of one subject apart: the project and the wider account beside it.
    """

    subject: Subject | None
    account: Account | None
    text: str
    unit: str = ""
    part: str = ""
    year: str = ""
    besides: tuple[str, ...] = ()
    wider: str = ""


#: The code of a section or an item of the functional classification.
_OF_ITEM = regex(r"2\d{4}(?:\d{2})?")
#: What the rows of a statement are where no account knows them, by the end of its name.
_KINDS = (("项目支出表", "项目"), ("政府采购表", "政府采购"))


#: Statements of one account, whose totals are that account's.
_ONE_ACCOUNT = frozenset({"三公经费表", "机关运行经费表", "政府采购表"})


class Labels:
    """Row labels of a table, block by block; remembers what a row stands under."""

    def __init__(self, table: Table, head: Head, statement: Statement) -> None:
        self._head, self._statement, self._form = head, statement, is_form(table)
        self._title = table.title
        self._lists: dict[tuple[int, ...], str] = {}
        self._rows = rows_of(table)
        self._spans = [c for c in table.cells if c.text and c.row_end - c.row > 1]
        self._paired = _is_paired(table, head)
        self._names: dict[str, str] = {}
        self._cache: dict[tuple[int, tuple[int, ...]], Row] = {}
        self._parents: dict[tuple[int, ...], tuple[str, int]] = {}
        self._incomes: dict[tuple[int, ...], set[str]] = {}
        self._fields = read_fields(table, head.start, statement.name)
        self._bundles = read_bundles(table, head) if self._has_bundles() else Bundles()
        self._units: dict[tuple[int, ...], str] = {}
        self._listed = any(statement.name.endswith(form) for form, _ in _KINDS)
        self._above: dict[tuple[int, ...], dict[int, Cell]] = {}
        self._sorts: dict[tuple[int, ...], list[Cell]] = {}
        self._above_it: dict[tuple[int, ...], str] = {}
        self._years: set[tuple[tuple[int, ...], str]] = set()

    def _has_bundles(self) -> bool:
        """Whether a project beside accounts is none of what the statement lists."""
        return self._fields.subject is None and not self._form

    def of(self, cell: Cell) -> Row:
        """The row label that a value cell belongs to."""
        columns = self._head.labels[cell.column]
        if self._form and not self._paired:
            columns = tuple(c for c in range(cell.column) if self._head.roles[c] is not Role.INDEX)
        elif self._head.roles[cell.column] is not Role.VALUE:
            columns = tuple(c for c in columns if c < cell.column)
        key = (cell.row, columns)
        if key not in self._cache:
            for row in range(self._head.start, cell.row + 1):
                if (row, columns) not in self._cache:
                    self._cache[row, columns] = self._read(row, columns)
        return self._cache[key]

    @property
    def mixes_projects(self) -> bool:
        """Whether a heading says that the rows are bodies and projects in turn: 单位名称（项目）."""
        return self._fields.mixes_projects

    def tells_year(self, cell: Cell) -> bool:
        """Whether a cell says of which year its row is."""
        return cell.column in self._fields.years

    def counted_in(self, row: int) -> str:
        """In what a row counts (台, 套, 人次, 元, %), from its column of units; empty where there is none."""
        return next((c.text for c in self._rows.get(row, []) if c.column == self._fields.counted), "")

    def _read(self, row: int, columns: tuple[int, ...]) -> Row:
        cells = [c for c in self._rows.get(row, []) if _overlaps(c, columns) or self._is_all(c)]
        cells += [c for c in self._spans if c.row < row < c.row_end and _overlaps(c, columns)]
        cells.sort(key=lambda c: c.column)
        year = next((c.text for c in cells if c.column in self._fields.years), "")
        told = self._told_by([c for c in cells if c.column not in self._fields.years], columns)
        return replace(told, year=year, text=told.text or year) if year else told

    def _is_all(self, cell: Cell) -> bool:
        """Whether a cell in a column of numbers says that its row is the total: 序号 … 合计."""
        return self._head.roles[cell.column] is Role.INDEX and is_total_word(cell.text)

    def _told_by(self, cells: list[Cell], columns: tuple[int, ...]) -> Row:
        unit, cells = self._unit(cells, columns)
        booked = without_project(cells, self._bundles, self._head.roles)
        code, names, part = self._code_and_names(booked.cells, columns, bool(unit))
        text = " ".join([unit, *names] if unit and not names else names)
        project = next((c for c in cells if self._fields.projects and c.column == self._fields.subject), None)
        named, besides = project is not None, booked.besides
        if project is not None:
            besides = accounts_beside(cells, project.column, self._head.roles)
        subject = None if named else self._coded(code, names[-1] if names else "")
        if subject is not None and subject.level == "类" and not unit and _is_bodys(subject.name):
            return Row(
                None, None, f"{code} {subject.name}", subject.name
            )  # 「218 石桥镇人民政府」: a body's own key
        if subject is not None:
            text = " ".join([*reversed(besides), code, subject.name])
            return Row(subject, None, text, unit, part, besides=besides, wider=booked.wider)
        account = label_to_account(names[-1]) if names else None
        if account is None and len(names) > 1 and is_total_word(names[-1]):
            account = label_to_account(names[-2])
        if (
            account is not None
            and self._statement.name == "政府采购表"
            and account.kind not in ("政府采购", "总额")
        ):
            account = None  # 会议费 in a table of purchases is what is bought for meetings
        if account is not None and account.kind == "总额" and self._statement.name in _ONE_ACCOUNT:
            account = label_to_account(self._statement.total)  # 支出合计 of the “三公”经费 is all of them
        parent = self._parent(columns, names[-1] if names else "", account)
        if parent:
            # 「（一）一般公共预算拨款」 below 「二、上年结转」 is a part of that balance, not income.
            name = f"{parent}（{strip_ordinal(names[-1])}）"
            return Row(Subject("结转结余", name, path=(parent,)), None, f"{parent} {text}", unit)
        within = self._within(columns, names[-1] if names else "", account)
        if within:
            name = f"{within}（{strip_ordinal(names[-1])}）"
            return Row(Subject("其他", name, path=(within,)), None, text, unit)
        account = self._grand(columns, account, names[-1] if names else "")
        return Row(self._named(names, account, columns), account, text, unit, besides=besides)

    def _unit(self, cells: Sequence[Cell], columns: tuple[int, ...]) -> tuple[str, list[Cell]]:
        """The body that a row is of, and the cells that do not name it; a row of a code is of the body above it."""
        fields = self._fields
        code = "".join(c.text for c in cells if c.text.isdigit() and c.column not in fields.codes)
        mixed = (
            fields.mixed if not _OF_ITEM.fullmatch(code) else frozenset[int]()
        )  # 「2100201 综合医院」 is an item
        named = [c for c in cells if c.column in fields.units or (c.column in mixed and is_body(c.text))]
        named = [c for c in named if not is_total_word(c.text)]
        rest = [c for c in cells if c not in named and c.column not in fields.codes]
        if named:
            self._units[columns] = named[-1].text
        elif any(is_total_word(c.text) for c in cells) or not self._is_under(rest):
            self._units.pop(columns, None)
        return self._units.get(columns, ""), rest

    def _is_under(self, cells: Sequence[Cell]) -> bool:
        """Whether a row that names no body is of the one above it: by its code, or where bodies head their rows."""
        fields = self._fields
        if fields.headed & fields.units or any(c.column in fields.headed for c in cells):
            return True
        return any(c.text.isdigit() for c in cells)

    def _grand(self, columns: tuple[int, ...], account: Account | None, label: str) -> Account | None:
        """The grand total: a second 「收入合计」 below 「当年收入小计」, or in a form of two halves a bare 「合计」."""
        if account is None and label and is_total_word(label) and not self._statement.total:
            years = [name for held, name in self._years if held == columns]
            whole = label_to_account(years[0]) if len(years) == 1 else None
            return label_to_account(f"{whole.flow.value}总计") if whole is not None else None
        if account is None or account.kind != "总额" or not account.name.startswith("本年"):
            return account
        if (columns, account.name) in self._years:
            return label_to_account(f"{account.flow.value}总计")
        self._years.add((columns, account.name))
        return account

    def _code_and_names(
        self, cells: Sequence[Cell], columns: tuple[int, ...], named: bool
    ) -> tuple[str, list[str], str]:
        """Code, names, and the name behind a second code of the economic list where the first is functional.

        ``named`` says that the row is of a body, which is what it is about where nothing else is.
        """
        return self._pair(self._told(cells, columns, named))

    def _pair(self, told: Sequence[Cell]) -> tuple[str, list[str], str]:
        """The same of cells that are known to tell what the row is about."""
        code = ""
        names: list[str] = []
        for index, cell in enumerate(told):
            role = self._head.roles[cell.column]
            glued = _GLUED.match(cell.text)
            if role is Role.INDEX and cell.text.isdigit():
                continue
            # Without a heading for codes, three digits are one only ahead of the name: 「设备 │ 210」 counts.
            ahead = not names or code
            digits = cell.text.isdigit() and (
                role is Role.CODE or (ahead and re.fullmatch(r"[235]\d{2,6}", cell.text))
            )
            if code and names and (digits or (glued and role is not Role.VALUE)):
                # A second pair: the governments' economic account beside the departments', or 经济 beside 功能.
                second = self._pair(told[index:])
                # Several departments' accounts stand beside one of the government's: theirs tell the rows apart.
                if code[0] == "5" and second[0][:1] == "3" and second[1]:
                    return second
                return code, names, second[1][-1] if second[1] and code[0] == "2" != second[0][:1] else ""
            if digits:
                # 「301 | 2」: a spreadsheet dropped the zero of 02.
                code += cell.text.zfill(2) if code and len(cell.text) == 1 else cell.text
            elif glued and role is not Role.VALUE:
                code, names = code + glued[1], [*names, glued[2]]
            elif fold(cell.text) not in ("类", "款", "项") and not _is_amount(cell.text):
                names.append(cell.text)
        return code, names, ""

    def _told(self, cells: Sequence[Cell], columns: tuple[int, ...], named: bool) -> list[Cell]:
        """Cells that tell what a row is about, the one that names it last: without who does it, and how."""
        told = [c for c in cells if c.column not in self._fields.asides]
        told = self._subtotal(cells, told, columns)
        if all(c.text.isdigit() or _is_amount(c.text) for c in told) and not named:
            told = [c for c in cells if c.column != self._fields.counted] or list(cells)
        subject = self._fields.subject
        if subject is not None:
            told = [c for c in told if c.column <= subject] or told
        return self._with_groups(told, columns) if self._listed else told

    def _subtotal(self, cells: Sequence[Cell], told: list[Cell], columns: tuple[int, ...]) -> list[Cell]:
        """「A-货物 │ 小计」: the sort to the left of 小计, or above there, is what the row is about."""
        left = [c for c in cells if c.column in self._fields.asides and told and c.column < told[0].column]
        sort = self._sorts[columns] = left[-1:] or self._sorts.get(columns, [])
        if told and sort and all(fold(c.text) == "小计" for c in told):
            return sort
        if told and any(is_total_word(c.text) for c in told):
            self._sorts.pop(columns)
        return told

    def _with_groups(self, told: list[Cell], columns: tuple[int, ...]) -> list[Cell]:
        """Cells of a row of a list with those above it that it leaves blank: 货物, 办公设备, then a row an article."""
        if not told or any(is_total_word(c.text) for c in told):
            self._above[columns] = {}
            return told
        first = told[0].column
        groups = {c: cell for c, cell in self._above.get(columns, {}).items() if c < first}
        self._above[columns] = groups | {c.column: c for c in told}
        return [*(groups[c] for c in sorted(groups)), *told]

    def _coded(self, code: str, name: str) -> Subject | None:
        if not name or not re.fullmatch(r"2\d{2}(?:\d{2}){0,2}|[35]\d{2}(?:\d{2})?", code):
            return None
        kind = "功能分类" if code[0] == "2" else "经济分类"
        name = strip_ordinal(name)
        self._names[code] = name
        parents = [code[:n] for n in (3, 5) if n < len(code)]
        path = tuple(self._names[p] for p in parents if p in self._names)
        return Subject(kind, name, code, _LEVELS[len(code)], path)

    def _named(
        self, names: Sequence[str], account: Account | None, columns: tuple[int, ...]
    ) -> Subject | None:
        if account is not None:
            return Subject(account.kind, account.name, path=tuple(names[:-1]))
        if not names or is_total_word(names[-1]) or says_when(names[-1]):
            return None  # 2023年预算数, 增减额: the row says when and how, the column of what
        kind = next((k for form, k in _KINDS if self._statement.name.endswith(form)), "其他")
        if kind == "其他" and self._statement.flow is not Flow.INCOME:
            if known := label_to_class(names[-1]):
                return Subject("功能分类", known[1], known[0], "类")
            if known := label_to_economy(names[-1]):
                return Subject("经济分类", known[1], known[0] or code_in(known[1], self._list(columns)), "类")
        return Subject(kind, strip_ordinal(names[-1]), path=tuple(strip_ordinal(n) for n in names[:-1]))

    def _list(self, columns: tuple[int, ...]) -> str:
        """The list of economic accounts that the rows of a block are of, as its first digit."""
        if columns not in self._lists:
            body = (c for row, cells in self._rows.items() if row >= self._head.start for c in cells)
            self._lists[columns] = list_of((c.text for c in body if c.column in columns), self._title)
        return self._lists[columns]

    def _within(self, columns: tuple[int, ...], label: str, account: Account | None) -> str:
        """「其中：财政拨款」 straight below 一般公共预算 is a part of that, and not all that the treasury gives."""
        above, self._above_it[columns] = self._above_it.get(columns, ""), account.name if account else ""
        part = label.startswith("其中") and account is not None and account.name == "财政拨款收入"
        return above if part and above == "一般公共预算财政拨款收入" else ""

    def _parent(self, columns: tuple[int, ...], label: str, account: Account | None) -> str:
        """Name of the balance that a row is a part of, empty if it stands by itself.

        A part is numbered more deeply than the balance; where neither is numbered, it repeats an income that
        stands above already.
        """
        level = depth(label)
        seen = self._incomes.setdefault(columns, set())
        balance, balance_depth = self._parents.get(columns, ("", 0))
        if account is not None and account.kind == "收入来源" and balance:
            deeper = level > balance_depth if level else account.name in seen
            if deeper:
                return balance
        if account is not None and account.kind == "收入来源":
            seen.add(account.name)
        if label and (level <= balance_depth or not balance):
            held = account is not None and account.kind == "结转结余"
            self._parents[columns] = (account.name, level) if account and held else ("", 0)
        return ""


def _is_paired(table: Table, head: Head) -> bool:
    """Whether a form is two lists side by side (项目 行次 决算数 项目 行次 决算数): a row is of its own half."""
    blocks = {columns for columns in head.labels if columns}
    named = [c for c in table.cells if c.row < head.start and fold(c.text) == "项目"]
    return len(blocks) > 1 and len(named) == len(blocks)


#: How labels are numbered, outermost first.
_DEPTHS = (
    r"^[一二三四五六七八九十]{1,3}\s*[、.．]",
    r"^[(（][一二三四五六七八九十]{1,3}[)）]",
    r"^\d{1,2}\s*[.．、]|^[(（]\d",
)


def depth(label: str) -> int:
    """0 for a label without a number, else 1 for 一、, 2 for （一）, 3 for 1."""
    return next((i for i, pattern in enumerate(_DEPTHS, start=1) if re.match(pattern, label)), 0)


def _is_bodys(name: str) -> bool:
    """Whether a name beside three digits is a body's, and of no class (公立医院 and 人民检察院 are deeper down)."""
    return is_body(name) and label_to_class(name) is None


def _is_amount(text: str) -> bool:
    """A number, a quantity or a target (≥90%): it names nothing."""
    return bool(_TARGET.match(text)) or parse_quantity(text) is not None


def _overlaps(cell: Cell, columns: Sequence[int]) -> bool:
    return any(cell.column <= column < cell.column_end for column in columns)
