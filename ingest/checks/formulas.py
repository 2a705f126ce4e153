"""Formulas that a statement prints of its own columns: 「1栏各行＝（2＋3＋4＋5＋6＋7）栏各行」 (表内公式)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest.checks.examined import Examined, Rule, figure, settle
from ingest.checks.rounding import sum_allowance
from ingest.model import Cell, Check, Operand, Side, Table
from ingest.numbers import parse_number
from ingest.patterns import regex
from ingest.statements import clean_title
from ingest.text import fold

COLUMNS = Rule("formulas.columns", "表内印的栏次公式成立")

_FORMULA = regex(
    r"(?P<total>\d{1,2})\s*栏(?:各行)?\s*[=＝]\s*(?P<terms>[（(\d＋+\-－—）)\s栏]+?)(?:栏)?(?:各行)?(?=[。；;，,]|$)"
)
_TERM = regex(r"(?P<sign>[＋+\-－—]?)\s*[（(]?\s*(?P<column>\d{1,2})")
_COUNTERS = ("栏次", "行次", "次")


def check(examined: Examined) -> Iterator[Check]:
    """Every row of every statement by each formula that stands below it."""
    for table in examined.tables:
        formulas = [m for line in table.footnotes for m in _FORMULA.finditer(line.text)]
        counters = _counters(table) if formulas else None
        if counters is None:
            continue
        row, numbers = counters
        for match in formulas:
            yield from _rows(table, row, numbers, match)


def _counters(table: Table) -> tuple[int, dict[int, int]] | None:
    """The row that numbers the columns, and which column each number stands over."""
    for row in range(min(table.rows, 8)):
        cells = [c for c in table.cells if c.row == row and c.text]
        numbers = {int(c.text): c.column for c in cells if re.fullmatch(r"\d{1,2}", c.text)}
        if len(numbers) >= 2 and (
            any(fold(c.text) in _COUNTERS for c in cells) or sorted(numbers) == _run(numbers)
        ):
            return row, numbers
    return None


def _run(numbers: dict[int, int]) -> list[int]:
    return list(range(1, len(numbers) + 1))


def _rows(table: Table, start: int, numbers: dict[int, int], match: re.Match[str]) -> Iterator[Check]:
    terms = [
        (-1 if t["sign"] in ("-", "－", "—") else 1, int(t["column"])) for t in _TERM.finditer(match["terms"])
    ]
    total = int(match["total"])
    if total not in numbers or any(column not in numbers for _, column in terms):
        return
    held = {(c.row, c.column): c for c in table.cells if c.row > start and parse_number(c.text) is not None}
    for row in sorted({r for r, _ in held}):
        left = held.get((row, numbers[total]))
        parts = [(sign, held[row, numbers[n]]) for sign, n in terms if (row, numbers[n]) in held]
        if left is not None and parts:
            yield _checked(table, left, parts, match[0])


def _checked(table: Table, total: Cell, parts: list[tuple[int, Cell]], formula: str) -> Check:
    values = [_value(total), *(_value(cell) for _, cell in parts)]
    computed = sum((sign * _value(cell) for sign, cell in parts), Decimal(0))
    label = f"{clean_title(table.title)}第{total.row + 1}行"
    left = Side(label, values[0], "", (_operand(label, total),))
    right = Side(f"按「{formula}」", computed, "", tuple(_operand(label, cell) for _, cell in parts))
    message = (
        f"{label}（第{total.page}页）印 {figure(values[0], '')}，按「{formula}」应为 {figure(computed, '')}。"
    )
    return settle(COLUMNS, left, right, sum_allowance(values), message)


def _value(cell: Cell) -> Decimal:
    return parse_number(cell.text) or Decimal(0)


def _operand(label: str, cell: Cell) -> Operand:
    return Operand(label, parse_number(cell.text), "", cell.page, cell.box, cell.text)
