"""Cells that hold counts: the unit of the table or of the row, and the bare name of what is counted (数量格)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ingest.headings import says_worth
from ingest.model import Fact, Fund, Measure, Table
from ingest.numbers import MONEY, to_yuan
from ingest.patterns import regex
from ingest.quantities import SORTS_OF, unit_in_brackets
from ingest.statements import UNKNOWN, Statement


def without_counter(fact: Fact, label: str) -> Fact:
    """A thing by its bare name: 「车辆（辆）」 is 车辆, 「公务接待批次（个）」 counted in 个 公务接待批次.

    A count beside the “三公”经费 is of no money.
    """
    unit = unit_in_brackets(label)
    counted = fact.measure is Measure.COUNT or (fact.measure is Measure.CHANGE and fact.unit not in MONEY)
    counts = counted and fact.subject.kind in ("其他", "业务量")
    owned = unit in SORTS_OF and fact.subject.kind in ("其他", "业务量")
    if counts and fact.statement == "三公经费表":
        fact = replace(fact, fund=Fund.ALL)
    name = re.sub(r"[(（][^()（）]*[)）]$", "", fact.subject.name)
    bare = (owned or (counts and unit and unit == fact.unit)) and len(name) > 1
    return replace(fact, subject=replace(fact.subject, name=name)) if bare else fact


_COUNT_LINE = regex(r"单\s*位\s*[:：]\s*(人次?|个|辆|台|套|户|家|件|平方米|名)\s*$")


def count_unit(table: Table) -> str:
    """In what a whole table counts, by the line above it (单位：人); empty where none says so."""
    found = (_COUNT_LINE.search(line.text) for line in (*table.caption, *table.footnotes))
    return next((match[1] for match in found if match), "")


def in_its_unit(fact: Fact, unit: str, statement: Statement) -> Fact:
    """A figure in the unit of its row's column of units where it has none: 门急诊人次 │ 人次 │ 486,320."""
    if fact.measure in (Measure.COUNT, Measure.CHANGE) and not fact.unit:
        thing = unit and statement is UNKNOWN and fact.subject.kind == "其他"
        return replace(
            fact, unit=unit, subject=replace(fact.subject, kind="业务量") if thing else fact.subject
        )
    if not unit or statement is not UNKNOWN or says_worth(fact.source.column):
        return fact
    if unit not in MONEY and fact.measure is not Measure.AMOUNT:
        return replace(fact, subject=replace(fact.subject, kind="业务量"))
    if unit == fact.unit == "%":
        return replace(fact, measure=Measure.RATE, subject=replace(fact.subject, kind="业务量"))
    if fact.unit or fact.measure is not Measure.AMOUNT:
        return fact
    if unit in MONEY:
        return replace(fact, unit=unit, yuan=to_yuan(fact.value or Decimal(0), unit))
    measure = Measure.RATE if unit == "%" else Measure.COUNT
    return replace(fact, unit=unit, measure=measure, subject=replace(fact.subject, kind="业务量"))
