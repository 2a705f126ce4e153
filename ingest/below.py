"""Rows of one name under 基本支出 and under 项目支出 of the same column are parts of one account (上下级行)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.partings import Found
from ingest.units import identity

_HALVES = ("基本支出", "项目支出")


def tell_below(found: Sequence[Found]) -> list[Found]:
    """Facts of a table, 商品和服务支出 below 项目支出 told from that below 基本支出.

    Only where a column prints the name under both: a name that stands once is the account's whole amount.
    """
    order = sorted(range(len(found)), key=lambda i: (found[i][3].column, found[i][3].row))
    below, half, column = dict[int, str](), "", -1
    groups: dict[object, list[int]] = defaultdict(list)
    for index in order:
        fact, row, _, cell = found[index]
        half, column = (half, column) if cell.column == column else ("", cell.column)
        account = row.account.name if row.account is not None else ""
        if account in _HALVES:
            half = account
        elif row.account is not None and row.account.kind in ("总额", "结转结余"):
            half = ""
        elif half and fact.subject.kind == "经济分类":
            below[index] = half
            groups[column, row.unit, identity(fact)].append(index)
    twice = {i for held in groups.values() if len({below[i] for i in held}) > 1 for i in held}
    return [
        (replace(fact, breakdown=below[i]), row, path, cell) if i in twice else (fact, row, path, cell)
        for i, (fact, row, path, cell) in enumerate(found)
    ]
