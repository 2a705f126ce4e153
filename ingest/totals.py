"""A bare 合计 below a block of a statement that prints the block's own total too: it is that of the whole (总计行)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.accounts import is_total_word, label_to_account
from ingest.model import Fact, Subject
from ingest.partings import Found
from ingest.statements import Statement
from ingest.subjects import TOTAL
from ingest.units import identity


def tell_totals(found: Sequence[Found], statement: Statement, title: str) -> list[Found]:
    """Facts of a table, 「合计」 at the foot of 公用经费 beside 「公用经费合计」 named as the statement's total.

    Where a row of the statement's own account prints another amount (“三公”经费小计, then 会议费), 合计 is wider.
    """
    account = label_to_account(statement.total) if statement.total else None
    if account is None:
        return list(found)
    named: dict[object, set[object]] = defaultdict(set)
    for fact, row, _, _ in found:
        if row.account is not None and row.account.name == fact.subject.name:
            named[identity(fact)].add(fact.value)
    whole = Subject(account.kind, account.name, level="合计")
    wider = Subject("其他", f"{title}{TOTAL}")
    return [
        (
            replace(fact, subject=wider if fact.subject.name == account.name else whole, flow=account.flow),
            row,
            path,
            cell,
        )
        if is_total_word(row.text) and _is_other(fact, named)
        else (fact, row, path, cell)
        for fact, row, path, cell in found
    ]


def _is_other(fact: Fact, named: dict[object, set[object]]) -> bool:
    """Whether a row of the same account by its name has another amount."""
    held = named.get(identity(fact), set())
    return bool(held) and fact.value not in held
