"""Figures computed in front of the reader: exact, with the formula and its operands (计算)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.model import Fact
from ingest.numbers import convert, plain
from ingest.patterns import regex
from service.figures.appropriated import appropriated
from service.figures.averages import average
from service.figures.changes import change, change_rate, points
from service.figures.finest import finest
from service.figures.lookup import look_up
from service.figures.moved_said import at_first, or_moved
from service.figures.ratios import share
from service.figures.summed_rows import summed_rows
from service.figures.told import label_of, unit_of
from service.figures.variances import completion, variance, variance_rate
from service.model import Finding, Operand, Operation, Plan

Outcome = tuple[Finding | None, tuple[Fact, ...]]


def compute(plan: Plan, facts: Sequence[Fact]) -> Outcome:
    """The headline figure of a plan, and figures elsewhere in the documents that contradict its operands."""
    operation = _OPERATIONS.get(plan.operation)
    return operation(plan, facts) if operation is not None else (None, ())


def in_unit(finding: Finding, unit: str | None) -> Finding:
    """The finding in another unit of money, with the conversion in its formula."""
    if unit is None or unit == finding.unit or (finding.formula is not None and finding.unit == "%"):
        return finding
    value = convert(finding.value, finding.unit, unit)
    if value is None:
        return finding
    formula = f"{plain(finding.value)} {finding.unit} = {plain(value)} {unit}"
    return replace(finding, value=value, unit=unit, formula=formula)


#: Units that are asked for by another word for the same: as printed, how it is asked for, as it is told.
_CALLED: tuple[tuple[str, str, str], ...] = (
    ("名", r"(?:几|多少)个?人|多少[^，。？]{0,8}人(?!次)|人数", "人"),
    ("台（套）", r"(?:几|多少)台(?!\(?套)", "台"),
    ("台（套）", r"(?:几|多少)套", "套"),
    (
        "个",
        r"(?:单位|机构|企业|公司)[^，。？]{0,6}(?:几|多少)家|(?:几|多少)家[^，。？]{0,6}(?:单位|机构|企业|公司)",
        "家",
    ),
    (
        "家",
        r"(?:单位|机构|企业|公司)[^，。？]{0,6}(?:几|多少)个|(?:几|多少)个[^，。？]{0,6}(?:单位|机构|企业|公司)",
        "个",
    ),
)


def as_counted(finding: Finding, text: str) -> Finding:
    """The finding in the word for its unit that the question counts in, where both mean the same."""
    called = unit_called(finding.unit, text, finding.label)
    return finding if called == finding.unit else replace(finding, unit=called)


#: What is counted by the house; projects and aims are not, whoever has them.
_HOUSES = regex("单位|机构|企业|公司|部门|[院校所站局厂店社户家商行会室馆]")


def unit_called(unit: str, text: str, label: str = "单位") -> str:
    """The word for a unit that the question counts in, where both mean the same (名, 人); else the unit.

    ``label`` is what is counted: only houses are told in 家.
    """
    for printed, asked, told in _CALLED:
        if told == "家" and not _HOUSES.search(label):
            continue
        if unit.replace("(", "（").replace(")", "）") == printed and re.search(asked, text):
            return told
    return unit


def _lookup(plan: Plan, facts: Sequence[Fact]) -> Outcome:
    found = look_up(plan, facts)
    if found is None or found.fact.value is None:
        return appropriated(plan, facts), ()
    if (whole := summed_rows(plan, found.fact, facts)) is not None:
        return whole, ()
    fact = finest(found.fact, facts) if plan.unit == "元" else found.fact
    return told_of(at_first(fact, plan.text, facts)), found.others


def told_of(fact: Fact) -> Finding:
    """A figure as it is printed; ``fact`` has a value."""
    assert fact.value is not None
    return Finding(
        label_of(fact), fact.value, unit_of(fact), fact.measure, fact.year, fact.stage.value,
        (Operand(label_of(fact), fact),), printed=fact,
    )  # fmt: skip


_OPERATIONS: dict[Operation, Callable[[Plan, Sequence[Fact]], Outcome]] = {
    Operation.LOOKUP: _lookup,
    Operation.EXISTENCE: _lookup,
    Operation.SHARE: share,
    Operation.POINTS: or_moved(points),
    Operation.CHANGE: or_moved(change),
    Operation.CHANGE_RATE: or_moved(change_rate),
    Operation.VARIANCE: variance,
    Operation.VARIANCE_RATE: variance_rate,
    Operation.COMPLETION: completion,
    Operation.AVERAGE: average,
}
