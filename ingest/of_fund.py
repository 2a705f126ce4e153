"""Rows of incomes that say no money of their own and stand below a row of one budget: they are of it (所属资金)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ingest.accounts import label_to_account
from ingest.header import Head, Role, rows_of
from ingest.headings import fund_of
from ingest.labels import depth
from ingest.model import Flow, Fund, Table
from ingest.statements import Statement

Labels = Sequence[tuple[int, str]]
#: Kinds of accounts whose rows end what stands below a numbered one.
_ENDS = ("总额", "结转结余")


def funds_below(table: Table, head: Head, statement: Statement) -> Mapping[tuple[int, int], Fund]:
    """The money of rows by row and column of their figures: 1.经费拨款 below （一）一般公共预算拨款收入.

    Only of statements that print incomes; a row that names its own money is left out.
    """
    if statement.flow not in (Flow.NONE, Flow.INCOME):
        return {}
    found: dict[tuple[int, int], Fund] = {}
    rows = rows_of(table)
    for column, role in enumerate(head.roles):
        if role is not Role.VALUE or not head.labels[column]:
            continue
        names = {
            row: [c.text for c in cells if head.labels[column][0] <= c.column <= head.labels[column][-1]]
            for row, cells in rows.items()
            if row >= head.start
        }
        labels = [(row, texts[-1]) for row, texts in sorted(names.items()) if texts]
        found |= {(row, column): fund for row, fund in _inherited(labels).items()}
    return found


def _inherited(labels: Labels) -> dict[int, Fund]:
    """The money of rows that stand below a row of one budget and before the next row of its own level."""
    found: dict[int, Fund] = {}
    above: list[tuple[int, Fund | None]] = []
    plain: Fund | None = None
    for index, (row, label) in enumerate(labels):
        own, level = _narrow(label), depth(label)
        held: Fund | None = None
        if level:
            above = [outer for outer in above if outer[0] < level]
            held = above[-1][1] if above else None
            above.append((level, own or held))
            plain = None
        elif label.startswith("其中"):
            held = plain or (above[-1][1] if above else None)
        elif above and _is_enclosed(labels[index:], above[-1][0]):
            held, plain = above[-1][1], own
        else:
            above, plain = [], own
        if own is None and held is not None:
            found[row] = held
    return found


def _narrow(label: str) -> Fund | None:
    """The one budget that a label names; 财政拨款 is of several."""
    fund = fund_of([label])
    return None if fund is Fund.APPROPRIATION else fund


def _is_enclosed(labels: Labels, level: int) -> bool:
    """Whether a row of at least this level follows a row without a number, before any total or balance."""
    for _, label in labels:
        account = label_to_account(label)
        if account is not None and account.kind in _ENDS:
            return False
        if 0 < depth(label) <= level:
            return True
    return False
