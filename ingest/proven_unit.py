"""The unit of a table that states none, proven by the text that tells its total with one (由正文证明的单位)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.accounts import is_total_word
from ingest.model import Cell, Section, Table
from ingest.numbers import parse_number
from ingest.patterns import regex

_SAID = regex(r"(?<![\d.,])(?P<number>\d[\d,]*\.\d+)\s*(?P<unit>亿元|万元|千元|元)")
#: Sums of fewer digits than this are told by chance too.
_DIGITS = 4

Said = dict[Decimal, set[str]]


def amounts_said(sections: Sequence[Section]) -> Said:
    """The amounts that running text tells, each with the units that it has there."""
    said: Said = defaultdict(set)
    for section in sections:
        for paragraph in section.paragraphs:
            for match in _SAID.finditer(paragraph.text):
                said[Decimal(match["number"].replace(",", ""))].add(match["unit"])
    return said


def proven_unit(table: Table, said: Said) -> str:
    """The one unit in which the text tells a total of the table, the sum of a column, or two amounts of it at least.

    Empty where none does, or several do: 「共1,586.40万元，明细如下」 above a table that ends 合计 1,586.40.
    """
    for amounts, least in ((set(_totals(table)), 1), (set(filter(None, map(_amount, table.cells))), 2)):
        told = [said[amount] for amount in amounts if _is_long(amount) and amount in said]
        units = set().union(*told)
        if len(told) >= least:
            return units.pop() if len(units) == 1 else ""
    return ""


def _totals(table: Table) -> Iterator[Decimal]:
    """Amounts with decimals in rows of totals, and the sum of each column that has two at least and no total."""
    summed = {c.row for c in table.cells if is_total_word(c.text)}
    columns: dict[int, list[Decimal]] = defaultdict(list)
    for cell in table.cells:
        value = _amount(cell)
        if value is None:
            continue
        if cell.row in summed:
            yield value
        columns[cell.column].append(value)
    if not summed:
        yield from (sum(values, Decimal(0)) for values in columns.values() if len(values) > 1)


def _amount(cell: Cell) -> Decimal | None:
    return parse_number(cell.text) if "." in cell.text else None


def _is_long(value: Decimal) -> bool:
    return len(value.as_tuple().digits) >= _DIGITS
