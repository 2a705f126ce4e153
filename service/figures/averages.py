"""Averages and amounts per unit: a figure over a count that the documents print, or over a year's parts (平均)."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.figures.divisors import has_divisor, is_flow, is_of_the_thing, may_divide, months_too
from service.figures.lookup import look_up
from service.figures.ratios import rounded
from service.figures.told import label_of
from service.model import Finding, Operand, Operation, Plan
from service.read.terms import overlap
from service.things.beside_money import money_of_count
from service.things.listed import is_listed
from service.things.search import unit_fits

Outcome = tuple[Finding | None, tuple[Fact, ...]]

#: Parts of a year, which every year has as many of.
_OF_A_YEAR = {"月": (12, "个月"), "天": (365, "天"), "季度": (4, "个季度"), "周": (52, "周")}
#: What is counted for an average, where the subject alone does not say it: unit, endings of names, best first.
_COUNTED: dict[str, tuple[str, ...]] = {
    "人": ("实有人数", "在职人员", "在编在职", "在职", "年末人数", "职工人数", "编制人数", "人员"),
    "辆": ("公务用车保有量", "保有量", "车辆", "一般公务用车"),
    "个": ("项目",),
}
#: What is kept from year to year.
_KEPT = ("人", "辆")
#: Units that say what is counted: the only count in them is meant.
_SOLE = ("辆", "批次")
#: Where a question says which money it means, the amount beside a count must go by so much of that name.
_MONEY_SAID, _NAMED = regex(r"支出|经费|预算(?!项目|单位)|资金|[用路油电水]费|收入"), 2
#: Below this an average is told in 元.
_SMALL = Decimal("0.1")
#: Things that are counted for what they cost: words of the subject, words of the counted thing.
_BELONGS = (("接待", "接待"), ("出国", "出国"), ("会议", "会议"), ("培训", "培训"), ("项目", "项目"))


def average(plan: Plan, facts: Sequence[Fact]) -> Outcome:
    """The average that is asked for, over the very thing that is named; see ``_average``."""
    finding, others = _average(plan, facts)
    names = [operand.fact.subject.name for operand in finding.operands] if finding is not None else []
    return (finding, others) if is_of_the_thing(names, plan.text) else (None, ())


def _average(plan: Plan, facts: Sequence[Fact]) -> Outcome:
    """The plan's figure over what ``per`` counts; nothing where the document prints no such count, or several."""
    pair = _money_of_counted(plan, facts)
    if pair is not None:
        return _over(plan, *pair), ()
    counted_in = plan.count_unit if plan.per in _OF_A_YEAR else None
    found = look_up(replace(plan, operation=Operation.LOOKUP, unit=None, count_unit=counted_in), facts)
    if found is None or found.fact.value is None:
        return None, ()
    fact = found.fact
    if plan.per in _OF_A_YEAR:
        if not is_flow(fact, plan.text):
            return None, ()
        count, word = _OF_A_YEAR[plan.per]
        count = _days(fact.year, plan.text) if plan.per == "天" else count
        value = _quotient(found.fact.value, Decimal(count))
        formula = f"{plain(found.fact.value)} ÷ {count} {word} = {plain(value)} {fact.unit}"
        return _finding(plan, fact, value, (Operand(label_of(fact), fact),), formula), ()
    if plan.per == "辆" and fact.subject.kind == "经济分类" and "车" not in fact.subject.name:
        return None, ()  # 「车均维修费」: what is spent on buildings too is none of vehicles
    known = bool(plan.per) and has_divisor(fact, plan.per, plan.text)
    counted = _count(plan, fact, facts) if known else None
    if counted is None or not counted.value or fact.measure is Measure.COUNT:
        return None, ()  # a count over a count is no average
    return _over(plan, fact, counted), ()


def _days(year: int, text: str) -> int:
    """Days that an average is taken over: as many as the question says, else those of the year."""
    said = re.search(r"按(?:一年)?(\d{2,3})个?(?:工作日|天)", text)
    return int(said[1]) if said and int(said[1]) else 365 + isleap(year)


def _over(plan: Plan, fact: Fact, counted: Fact) -> Finding:
    """A figure over a count, neither of them blank or zero."""
    whole, count, unit = fact.value or Decimal(0), counted.value or Decimal(1), fact.unit
    if counted.unit == f"万{plan.per}":
        count, counted = count * 10000, replace(counted, unit=plan.per)
    if fact.yuan is not None and plan.unit is None and abs(whole / count) < _SMALL:
        whole, unit = fact.yuan, "元"  # 206.12 元 says more than 0.02061 万元
    monthly = months_too(plan.text, plan.per)
    value = _quotient(whole, count * 12 if monthly else count)
    of_year = "" if counted.year == fact.year else f"（{counted.year}年的数）"
    over = f"{plain(count)} {counted.unit}{of_year}" + (" ÷ 12 个月" if monthly else "")
    formula = f"{plain(whole)} {unit} ÷ {over} = {plain(value)} {unit}"
    operands = (Operand(label_of(fact), fact), Operand(label_of(counted), counted))
    return replace(_finding(plan, fact, value, operands, formula), unit=unit)


def _money_of_counted(plan: Plan, facts: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """「编报绩效目标的项目平均每个多少万元」: the one amount told in the sentence of the count, and the count."""
    if plan.per in _OF_A_YEAR or not plan.per:
        return None
    found = look_up(
        replace(plan, operation=Operation.LOOKUP, unit=None, count_unit=plan.per, stage=None), facts
    )
    if found is None or found.fact.measure is not Measure.COUNT or not found.fact.value:
        return None
    count = found.fact
    beside = {f.yuan for f in facts if f.yuan is not None and f.source.quote == count.source.quote}
    money = money_of_count(count, facts)
    if money is None or money.year != count.year or len(beside) != 1:
        return None
    said = _MONEY_SAID.search(plan.text) is not None
    return None if said and overlap(fold(money.subject.name), plan.text) < _NAMED else (money, count)


def _shared(counted: Fact, fact: Fact, plan: Plan) -> int:
    """Characters that a counted thing's name shares with the question, outside of the name of what it costs."""
    rest = plan.text.replace(fold(fact.subject.name), " ")
    return overlap(fold(counted.subject.name), rest)


def _quotient(value: Decimal, count: Decimal) -> Decimal:
    """Two places, more where the quotient is small, so that 0.1949 is not told as 0.19."""
    exact = value / count
    return rounded(exact) if abs(exact) >= 1 else Decimal(format(exact, ".4g"))


def _finding(plan: Plan, fact: Fact, value: Decimal, operands: tuple[Operand, ...], formula: str) -> Finding:
    label = f"平均每{plan.per}{'每月' if months_too(plan.text, plan.per) else ''}{label_of(fact)}"
    measure = fact.measure if fact.measure is Measure.COUNT else Measure.AMOUNT
    return Finding(label, value, fact.unit, measure, fact.year, fact.stage.value, operands, formula)


def _at_hand(counted: Fact, per: str) -> bool:
    """Whether a count is of people who are there, and not of posts; a vehicle is there."""
    return per != "人" or re.search(r"实有|在职|在编(?!制)|职工|户籍|学生", counted.subject.name) is not None


def _count(plan: Plan, fact: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The one count that the figure is divided by: of the same year, of what the subject or the question names."""
    of_unit = [f for f in facts if f.value and unit_fits(f, plan.per) and f.breakdown != "约数"]
    fit = [f for f in of_unit if may_divide(f, fact, plan.per, plan.text)]
    held = [f for f in fit if f.year == fact.year]
    if plan.per in _KEPT and not any(_at_hand(f, plan.per) for f in held):
        # Those at hand when the budget was made, rather than the posts that there may be.
        before = [f for f in fit if f.document_id == fact.document_id and f.year == fact.year - 1]
        held = [f for f in before if _at_hand(f, plan.per)] or held or before
    held = [f for f in held if f.unit == plan.per] or held
    for least in (2, 1):
        named = [f for f in held if len(f.subject.name) > 2 and _shared(f, fact, plan) > least]
        named = named if least == 2 else [f for f in named if not is_listed(f, named, facts)]
        if len({f.value for f in named}) == 1:
            return named[0]
    words = [thing for word, thing in _BELONGS if word in fact.subject.name + plan.text]
    for name in (*_COUNTED.get(plan.per, ()), *words):
        fitting = [f for f in held if name in fold(f.subject.name)]
        exact = [f for f in fitting if fold(f.subject.name).endswith(name)] or fitting
        if exact:
            return exact[0] if len({f.value for f in exact}) == 1 else None
    sole = len({(f.subject.name, f.value) for f in held}) == 1 or (
        bool(held) and "购置" in fact.subject.name and len({f.value for f in held}) == 1
    )  # 「购置公务用车2辆」 and 「更新老旧执法车2辆」 are the same two
    return held[0] if sole and plan.per in _SOLE else None
