"""Columns of a flat head behind the total of one side: 本年收入合计 │ 其中：财政拨款 │ 本年支出合计 (收支两边)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ingest.accounts import label_to_account
from ingest.header import Head, Headings, Role
from ingest.model import Flow, Table
from ingest.patterns import regex
from ingest.text import fold

#: Whose rows such a table has: what a unit takes in and spends stands in one row.
_OF_UNITS = regex(r"单位|机构|学校|院校|医院|部门")
_SIDES = {Flow.INCOME: "本年收入", Flow.EXPENDITURE: "本年支出"}


def sides_of(table: Table, head: Head) -> Mapping[int, str]:
    """The side that each column of a table of units is of; none where no heading, or a heading over others, says it."""
    above = [
        c for c in table.cells if c.text and c.row < head.start and c.column_end - c.column < table.columns
    ]
    names = [c for c in above if head.roles[c.column] is not Role.VALUE]
    flat = all(c.column_end - c.column == 1 for c in above if c not in names)
    if not flat or not any(_OF_UNITS.search(fold(c.text)) for c in names):
        return {}
    found: dict[int, str] = {}
    side = ""
    for cell in sorted(above, key=lambda c: c.column):
        account = label_to_account(cell.text)
        if account is not None and account.kind == "总额":
            side = _SIDES.get(account.flow, "")
        if side and head.roles[cell.column] is Role.VALUE:
            found[cell.column] = side
    return found if set(_SIDES.values()) <= set(found.values()) else {}


def of_side(path: Headings, side: str) -> Headings:
    """The headings of a column with the side that it is of over them."""
    return replace(path, texts=(side, *path.texts)) if side else path
