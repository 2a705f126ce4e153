"""Rows of one account in a table that names a wider account and a project beside it: parts of it (同科目各行)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.partings import Found
from ingest.subjects import TOTAL
from ingest.units import identity


def tell_besides(found: Sequence[Found]) -> list[Found]:
    """Facts of a table, an account that several rows print told apart by the wider one and the project beside it."""
    groups: dict[object, list[int]] = defaultdict(list)
    for index, (fact, row, _, cell) in enumerate(found):
        groups[row.unit, cell.column, identity(fact)].append(index)
    told = list(found)
    for members in groups.values():
        names = {found[i][1].besides for i in members}
        if len(names) < 2:
            continue
        shared = set.intersection(*(set(held) for held in names if held))
        for index in members:
            fact, row, path, cell = found[index]
            parts = [name for name in row.besides if name not in shared]
            if fact.breakdown != TOTAL:
                parts.insert(0, fact.breakdown)
            if row.besides and parts:
                part = parts[0] + "".join(f"（{name}）" for name in parts[1:])
                told[index] = (replace(fact, breakdown=part), row, path, cell)
        _tell_codes(told, members)
    return told


def _tell_codes(told: list[Found], members: Sequence[int]) -> None:
    """Rows that even these names leave alike, 行政运行 of two sections, by the code of the wider account."""
    alike = Counter(told[index][0].breakdown for index in members)
    for index in members:
        fact, row, path, cell = told[index]
        if alike[fact.breakdown] > 1 and row.wider and row.besides:
            part = fact.breakdown.replace(row.besides[0], f"{row.besides[0]}（{row.wider}）", 1)
            told[index] = (replace(fact, breakdown=part), row, path, cell)
