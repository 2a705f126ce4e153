"""Headings that say only "the amount", and are a part beside a total of the same heading (部分栏)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from ingest.accounts import label_to_account, strip_ordinal
from ingest.header import Head, Headings, Role, column_path
from ingest.headings import OF_WHICH, is_this_year, is_weak
from ingest.model import Table
from ingest.patterns import regex
from ingest.text import fold

_TOTALS = frozenset(("合计", "小计", "总计"))
_CARRIED = regex(r"(?:上年|年初)(?:财政拨款)?结[转余]")


def parts_of(table: Table, head: Head) -> Mapping[int, frozenset[str]]:
    """The headings over a column that are parts: 项目支出 over 小计 and 专项资金, or 合计, 当年预算 and 上年结转.

    The money of the year is a part only where what was brought forward stands beside it: 上年预算 and 本年预算 do not
    make up any 合计.
    """
    paths = {
        column: column_path(table, head, head.start, column)
        for column in range(table.columns)
        if head.roles[column] is Role.VALUE
    }
    beside: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for path in paths.values():
        for depth, text in enumerate(path):
            beside[path[:depth]].add(text)
    found = {
        column: frozenset(text for depth, text in enumerate(path) if _is_part(text, beside[path[:depth]]))
        for column, path in paths.items()
    }
    return {column: texts for column, texts in found.items() if texts}


def _is_part(text: str, beside: set[str]) -> bool:
    if not is_weak(text) or not any(fold(other) in _TOTALS for other in beside):
        return False
    return not is_this_year(text) or any(map(_is_carried, beside))


def _is_carried(heading: str) -> bool:
    """Whether a heading is of money that was brought forward (上年结转, 上年结转财政拨款)."""
    account = label_to_account(heading)
    return (account is not None and account.kind == "结转结余") or bool(_CARRIED.match(fold(heading)))


def as_parts(path: Headings, parts: frozenset[str] | None) -> Headings:
    """The headings of a column, each that is a part said to be one (其中：专项资金)."""
    if not parts:
        return path
    return replace(
        path, texts=tuple(f"{OF_WHICH}{strip_ordinal(t)}" if t in parts else t for t in path.texts)
    )
