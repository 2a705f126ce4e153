"""Performance tables: points add up to the total, none gets more than it can (绩效得分)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ingest.accounts import is_total_word
from ingest.checks.examined import Examined, Rule, operand, settle, side, value_of, worded
from ingest.checks.rounding import sum_allowance
from ingest.model import Check, Fact, Measure, Origin
from ingest.patterns import regex

TOTAL = Rule("scores.total", "总分＝各项分数之和")
WITHIN = Rule("scores.within", "得分不超过分值")

#: What a heading over points says they are at the most.
_MOST = regex(r"得分[(（](\d+)分[)）]")
_TOTALS = ("总分", "总得分", "自评总分", "合计得分")


def check(examined: Examined) -> Iterator[Check]:
    """Every table of points, column by column and row by row."""
    tables: dict[int, list[Fact]] = defaultdict(list)
    for fact in examined.facts:
        if fact.origin is Origin.CELL and fact.measure is Measure.COUNT and fact.unit == "分":
            tables[fact.source.sequence].append(fact)
    for facts in tables.values():
        yield from _totals(facts)
        yield from _within(facts)


def _totals(facts: list[Fact]) -> Iterator[Check]:
    columns: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        columns[fact.breakdown].append(fact)  # 得分（10分） of the money, and 得分 of the indicators
    summed = []
    for column in columns.values():
        totals = [f for f in column if f.subject.name in _TOTALS or is_total_word(f.source.row)]
        parts = [f for f in column if f not in totals]
        if len(totals) == 1 and len(parts) > 1:
            summed.append((column, totals, parts, value_of(totals[0]) - sum(map(value_of, parts))))
    unlisted = any(lacking == _FOR_MONEY for _, _, _, lacking in summed)
    for column, totals, parts, lacking in summed:
        if lacking in _most_for_money(facts) or (unlisted and 0 <= lacking <= _FOR_MONEY):
            continue
        allowed = sum_allowance([value_of(f) for f in column])
        yield settle(TOTAL, side(totals), side(parts, "各项之和"), allowed)


#: The points for spending the money as planned (预算执行率), which many a form prints without a name beside the money.
_FOR_MONEY = Decimal(10)


def _most_for_money(facts: list[Fact]) -> set[Decimal]:
    """The points that the spending of the money can get, which no column of theirs lists: 「得分（10分）」."""
    said = (_MOST.search(fact.source.column) for fact in facts)
    return {Decimal(match[1]) for match in said if match}


def _within(facts: list[Fact]) -> Iterator[Check]:
    rows: dict[tuple[int, str], dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        kind = "得分" if "得分" in fact.source.column or "自评分" in fact.source.column else "分值"
        rows[fact.source.page, fact.source.row][kind] = fact
    for row in rows.values():
        if len(row) == 2 and value_of(row["得分"]) > value_of(row["分值"]):
            got, most = row["得分"], row["分值"]
            message = (
                f"「{got.source.row}」得分 {got.value}，超过分值 {most.value}（第{got.source.page}页）。"
            )
            yield worded(WITHIN, [operand(got), operand(most)], "得分不超过分值", message)
