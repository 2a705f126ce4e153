"""All that a unit spends, in a list of units with what goes into it: 单位名称 │ 合计 │ 基本支出 │ 项目支出 (单位合计).

合计 there has no account above it; it is all that the unit spends where basic and project expenditure of the same row
come to just that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.accounts import label_to_account
from ingest.model import Fact, Measure, Subject

_PARTS = ("基本支出", "项目支出")
_WHOLE = "本年支出合计"
#: The page and the height at which a row is printed.
_Row = tuple[int, float]


def wholes_of_units(facts: Sequence[Fact]) -> list[Fact]:
    """Facts of a table, those of a unit's row that are the sum of both its parts named as the unit's whole."""
    parts: dict[_Row, dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        if fact.subject.name in _PARTS and fact.measure is Measure.AMOUNT:
            parts[_row(fact)].setdefault(fact.subject.name, fact)
    return [_named(fact, parts.get(_row(fact), {})) for fact in facts]


def _row(fact: Fact) -> _Row:
    return fact.source.page, round(fact.source.box[1], 1)


def _named(fact: Fact, parts: dict[str, Fact]) -> Fact:
    """The whole expenditure of the unit whose basic and project expenditure make a fact; any other as it is."""
    values = [part.value for part in parts.values() if part.value is not None]
    units = {part.entity for part in parts.values()}
    account = label_to_account(_WHOLE)
    if len(values) != len(_PARTS) or units != {fact.subject.name} or account is None:
        return fact
    same = fact.measure is Measure.AMOUNT and fact.unit == next(iter(parts.values())).unit
    if not same or fact.value != sum(values):
        return fact
    whole = Subject(account.kind, account.name, level="合计")
    return replace(fact, entity=fact.subject.name, subject=whole, flow=account.flow)
