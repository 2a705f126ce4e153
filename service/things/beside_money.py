"""An amount and a count of the same in one run of a sentence or one row: 「9415万元，建成412公里」 (钱与数同处).

Between them stands no other amount, and no other thing is bought or done for the money. Budgets, changes and shares
that a sentence adds to an amount are asides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.things.indicators import is_target

_AMOUNT = regex(r"(?<![\d.])(?P<value>\d[\d,]*(?:\.\d+)?)(?P<unit>亿元|万元|元)")
_SEGMENT = regex("[；;。]")
#: What a sentence says of an amount and is none for itself.
_ASIDE = regex(
    r"(?:预算|年初|计划|目标|完成|增加|减少|增长|下降|增|减|上年|上升|降低|提高|结余|结转|其中)[^，,。；\d]{0,5}$"
)
#: More is told of than the one thing.
_MORE = regex(r"、(?!\d)|以及|并(?=[\u4e00-\u9fff])|等(?![级于])")
#: What is told as the cause of an amount is none of what it was spent on.
_WHY = regex(r"原因|由于|因为|所致|影响")
_JOINED = regex(r"[与和及、]")


@dataclass(frozen=True, slots=True)
class _At:
    """A number in a sentence: from where to where, and what it is."""

    start: int
    end: int
    value: Decimal


def _amounts(quote: str) -> Iterator[tuple[_At, str]]:
    for m in _AMOUNT.finditer(quote):
        if not _ASIDE.search(quote[: m.start()]):
            yield _At(m.start(), m.end(), Decimal(m["value"].replace(",", ""))), m["unit"]


def _counted(fact: Fact, quote: str) -> _At | None:
    """Where a count stands in its sentence, as a whole number; None where it may be at several places."""
    if fact.value is None:
        return None
    printed = "|".join(re.escape(said) for said in {f"{fact.value}", f"{fact.value:,}"})
    number = rf"(?<![\d.,])(?:{printed})(?![\d.,]*\d)"
    places = list(re.finditer(rf"{number}(?={re.escape(fact.unit)})", quote))
    places = places or list(re.finditer(number, quote))
    return _At(places[0].start(), places[0].end(), fact.value) if len(places) == 1 else None


def _of_one_run(quote: str, one: _At, other: _At, amounts: Sequence[_At]) -> bool:
    """Whether two numbers stand in one segment with no amount, and nothing that is listed, between them."""
    low, high = sorted((one, other), key=lambda at: at.start)
    between = quote[low.end : high.start]
    if (
        _SEGMENT.search(between)
        or _WHY.search(between)
        or any(low.end <= at.start < high.start for at in amounts)
    ):
        return False
    behind = re.split("[，,；;。]", quote[high.end :])[0]
    return not _MORE.search(between.rstrip("、")) and not _MORE.search(behind)


def in_one_segment(one: Fact, other: Fact) -> bool:
    """Whether two counts of a sentence stand in one segment, the first ahead of the other."""
    quote = one.source.quote
    first, later = _counted(one, quote), _counted(other, quote)
    if first is None or later is None or first.start >= later.start:
        return False
    return not _SEGMENT.search(quote[first.end : later.start])


def counts_of_money(value: Decimal, unit: str, fits: Sequence[Fact]) -> list[Fact]:
    """Those of some counts that are told in one run with an amount."""
    found = []
    for fact in fits:
        quote = fact.source.quote
        amounts = list(_amounts(quote)) if quote else []
        at = _counted(fact, quote) if amounts else None
        own = [one for one, said in amounts if one.value * MONEY[said] == value * MONEY[unit]]
        if at is not None and any(_of_one_run(quote, one, at, [a for a, _ in amounts]) for one in own):
            found.append(fact)
    return found


def counts_of_row(row: str, fits: Sequence[Fact]) -> list[Fact]:
    """Those of some counts that stand under the name of what an amount is of; of no name that joins two things."""
    name = fold(row)
    if len(name) < 3 or _JOINED.search(name):
        return []
    return [f for f in fits if name in map(fold, f.subject.path) and not is_target(f)]


def money_of_count(count: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The one amount that is told in one run with a count; None where there are two, or none."""
    quote = count.source.quote
    at = _counted(count, quote) if quote else None
    if at is None:
        return None
    amounts = list(_amounts(quote))
    own = [
        (one.value * MONEY[said])
        for one, said in amounts
        if _of_one_run(quote, one, at, [a for a, _ in amounts])
    ]
    told = [
        f
        for f in facts
        if f.source.quote == quote and f.measure is Measure.AMOUNT and f.yuan in own and "/" not in f.unit
    ]
    return told[0] if len(set(own)) == 1 and told else None
