"""The lists of a document as they stand: rows of things of its own, the words and the figures of each (清单).

Purchases with quantity and price, colleges with pupils and classes, projects with money and score: no account of the
classification names their rows, so a question names them by their own words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Fact
from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.text.lines import Line
from service.text.table_rows import TableRow, number_of, table_rows

FactsIn = Callable[[str], Sequence[Fact]]

#: Headings of the column that names the rows, the surest first; any other column of words that tells them apart serves.
_KEYS = tuple(
    map(
        regex,
        (
            r"^(?:政府)?(?:采购|购买(?:服务)?)(?:项目|内容|品目|物品|标的|事项|货物)(?:名称)?$",
            r"(?:设备|货物|物品|资产|品目|标的|商品|项目)名称$",
            r"名称$|名字$",
        ),
    )
)
_NO_COLUMN = regex(r"序号|编[码号]|代码|年份|时间|日期|电话|^备注")
_MEASURED_IN = regex(r"^(?:计量)?单位$")
_MANY = regex(r"数量$|^(?:采购|购置|配置)数$")
_HEADED = regex(r"(百万元|亿元|万元|千元|元)$")
_SMALL = regex(r"[(（][^()（）]*[)）]")
_BLANK = frozenset(("", "—", "-", "--", "/", "无", "——"))
#: Columns that describe a row and do not name it, by their heading or by the length of what stands in them.
_DESCRIBES = regex(r"内容$|说明|用途|简介|依据|目标|理由|情况")
_LONG = 30
#: So much of the names ends alike where they are of one kind of thing.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a row: its value, its unit, empty where none is printed, and the fact that it was read as."""

    value: Decimal
    unit: str
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class Item:
    """A row: what names it, all its words and all its figures by the headings of their columns, where it is told."""

    name: str
    words: Mapping[str, str]
    cells: Mapping[str, Cell]
    line: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: the headings above it, the heading of the names, those of its columns of words and of figures."""

    heading: str
    above: str
    key: str
    words: tuple[str, ...]
    columns: tuple[str, ...]
    items: tuple[Item, ...]

    def bare(self, column: str) -> str:
        """A column's heading without its unit."""
        facts = (i.cells[column].fact for i in self.items if column in i.cells)
        printed = next((f.source.column for f in facts if f is not None and f.source.column), column)
        named = fold(_SMALL.sub("", printed)) or column
        return _HEADED.sub("", named).removesuffix("数") or named

    def is_price(self, column: str) -> bool:
        """Whether a column says what one of a thing costs."""
        return "单价" in column

    def is_money(self, column: str) -> bool:
        """Whether a column is of money."""
        return any(i.cells[column].unit in MONEY for i in self.items if column in i.cells)


def listings_of(sources: Sources, facts_in: FactsIn) -> list[Listing]:
    """The lists of the documents that are asked, two rows and more; forms, which head every cell, are none.

    ``facts_in`` gives all figures of a document, those of the units in its rows too.
    """
    held: dict[tuple[str, tuple[str, ...], str], list[TableRow]] = {}
    for row in table_rows(sources.index().chunks):
        chunk, first = row.line[0].chunk, row.cells[0][0]
        if not _is_of_form(row):
            held.setdefault((chunk.document_id, chunk.path, first), []).append(row)
    documents = dict.fromkeys(document for document, _, _ in held)
    facts = _by_value([fact for document in documents for fact in facts_in(document)])
    found = (_listing(rows, facts) for rows in held.values() if len(rows) > 1)
    return [listing for listing in found if listing is not None]


def _is_of_form(row: TableRow) -> bool:
    return row.name not in {value for _, value in row.cells}


def _by_value(facts: Sequence[Fact]) -> dict[tuple[str, Decimal], list[Fact]]:
    found: dict[tuple[str, Decimal], list[Fact]] = {}
    for fact in facts:
        if fact.value is not None and fact.source.row:
            found.setdefault((fact.document_id, fact.value), []).append(fact)
    return found


def _listing(rows: Sequence[TableRow], facts: Mapping[tuple[str, Decimal], Sequence[Fact]]) -> Listing | None:
    labels = list(dict.fromkeys(label for row in rows for label, _ in row.cells))
    named = [label for label in labels if not _NO_COLUMN.search(label)]
    figured = [label for label in named if _is_figured(label, rows)]
    words = [label for label in named if label not in figured and not _is_measure(label, rows)]
    key = _key(words, rows)
    words = [label for label in words if label == key or not _describes(label, rows)]
    if not key or not figured:
        return None
    measure = next((label for label in named if _is_measure(label, rows)), "")
    items = tuple(
        Item(
            row.value(key),
            {label: row.value(label) for label in words if row.value(label) not in _BLANK},
            {c: cell for c in figured if (cell := _cell(row, c, key, measure, facts)) is not None},
            row.line,
        )
        for row in rows
        if row.value(key) not in _BLANK
    )
    path = rows[0].line[0].chunk.path
    return Listing(rows[0].table, fold("".join(path)), key, tuple(words), tuple(figured), items)


def _is_figured(label: str, rows: Sequence[TableRow]) -> bool:
    values = [v for row in rows if (v := row.value(label)) not in _BLANK]
    return bool(values) and all(number_of(value)[0] for value in values)


def _is_measure(label: str, rows: Sequence[TableRow]) -> bool:
    return bool(_MEASURED_IN.search(label)) and all(len(row.value(label)) < 4 for row in rows)


def _describes(label: str, rows: Sequence[TableRow]) -> bool:
    values = [row.value(label) for row in rows]
    return (bool(_DESCRIBES.search(label)) and any(len(v) > 8 for v in values)) or max(
        map(len, values)
    ) > _LONG


def _key(words: Sequence[str], rows: Sequence[TableRow]) -> str:
    """The column that names the rows: one that says it does and is short, else the first that tells all rows apart."""
    short = [w for w in words if all(len(row.value(w)) <= _LONG for row in rows)]
    for form in _KEYS:
        said = [w for w in short if form.search(w)]
        if said:
            return said[0]
    return next((w for w in short if len({row.value(w) for row in rows}) == len(rows)), "")


def _cell(
    row: TableRow, column: str, key: str, measure: str, facts: Mapping[tuple[str, Decimal], Sequence[Fact]]
) -> Cell | None:
    number, behind = number_of(row.value(column))
    if not number:
        return None
    value = Decimal(number)
    near = facts.get((row.line[0].chunk.document_id, value), ())
    name = fold(row.value(key))
    own = [f for f in near if name in fold(f.source.row) and fold(f.source.column) in (column, "")]
    fact = next((f for f in own if f.source.column), own[0] if own else None)
    headed = _HEADED.search(column)
    unit = behind or (fact.unit if fact is not None else "") or (headed[1] if headed else "")
    if not unit and measure and _MANY.search(column):
        unit = row.value(measure)
    return Cell(value, unit, fact)


def unit_of(items: Sequence[Item], column: str) -> str:
    """The one unit of a column's figures; empty where there are several or none is known."""
    units = {item.cells[column].unit for item in items if column in item.cells}
    return next(iter(units)) if len(units) == 1 else ""


def is_count(column: str) -> bool:
    """Whether a column says how many of a thing there are."""
    return bool(_MANY.search(column))


def kind_of(names: Iterable[str]) -> str:
    """What names end in alike: 学院, 小学; empty where they are of several kinds."""
    folded = [fold(name) for name in dict.fromkeys(names)]
    ends: dict[str, int] = {}
    for name in folded:
        for size in (2, 3):
            if len(name) > size:
                ends[name[-size:]] = ends.get(name[-size:], 0) + 1
    often = [end for end, count in ends.items() if count >= max(2, len(folded) * _ALIKE)]
    return max(often, key=len, default="")
