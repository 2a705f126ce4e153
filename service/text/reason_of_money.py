"""Why of money that a text tells of by another name: the statement that has the very figures (数额相同处所述之因).

A project 「疫情防控」, 61.20 planned and 58.73 spent, is the item 「突发公共卫生事件应急处理」 whose statement has both
figures, or one of them with its rate: the reason that stands there is the project's. Where several statements with
different reasons have them, none is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from ingest.model import Fact, Measure
from ingest.numbers import convert
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.held import facts_of
from service.model import Evidence, Plan, Quote
from service.text.given import REASON, Given, given_in
from service.text.reason_of_other import of_no_points
from service.text.reasons import goes_against
from service.text.sentences import to_quote

_MONEY = regex(r"(?P<n>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|元)")
_RATE = regex(r"(?P<n>\d+(?:\.\d+)?)\s*[%％]")
#: Of one amount so many figures are no coincidence with a rate beside it; below it everything is rounded.
_RATES = frozenset((Measure.COMPLETION, Measure.RATE))
_AMOUNTS = frozenset((Measure.AMOUNT,))
#: To so many yuan both are rounded: a table in yuan and a text in 万元.
_PRECISION = Decimal(100)
_LEAST = 2


def reason_of_money(plan: Plan, sources: Sources) -> Evidence | None:
    """The one statement with a reason that has two of the account's own figures; None where none or several do."""
    if plan.subject is None or plan.assumed or plan.subject.kind in ("总额", "支出结构"):
        return None
    name = fold(plan.subject.name)
    own = [
        f
        for f in facts_of(sources.facts, plan.subject.name)
        if f.year == plan.year and f.value and fold(f.subject.name) == name
    ]
    amounts, rates = _amounts(own), {f.value for f in own if f.measure in _RATES and f.value != 100}
    if not amounts:
        return None
    found = {
        given.reason: given
        for given in given_in(sources.index())
        if _tells(given, amounts, rates) and not _is_amiss(fold(plan.text), given)
    }
    return Evidence(quotes=(_quote(next(iter(found.values()))),)) if len(found) == 1 else None


def _is_amiss(asked: str, given: Given) -> bool:
    """Whether a statement says why the other way, or not why points were lost."""
    return of_no_points(asked, given) or goes_against(asked, given.context)


def _quote(given: Given) -> Quote:
    return to_quote(given.sentences)


def _amounts(facts: Sequence[Fact]) -> set[Decimal]:
    found = (convert(f.value, f.unit, "元") for f in facts if f.measure in _AMOUNTS and f.value is not None)
    return {_rounded(value) for value in found if value}


def _rounded(value: Decimal) -> Decimal:
    return (value / _PRECISION).quantize(Decimal(1))


def _tells(given: Given, amounts: set[Decimal], rates: set[Decimal | None]) -> bool:
    """Whether a statement gives a reason, and two of the figures before it."""
    if given.none or not any(REASON.search(sentence.text) for sentence in given.sentences):
        return False
    text = "".join(sentence.text for sentence in given.sentences)
    before = text[: match.start()] if (match := REASON.search(text)) else ""
    said = set(_said(before))
    shares = {Decimal(m["n"]) for m in _RATE.finditer(before)} & rates
    held = said & amounts
    return bool(held) and len(held) + len(shares) >= _LEAST


def _said(text: str) -> Iterator[Decimal]:
    for found in _MONEY.finditer(text):
        try:
            value = convert(Decimal(found["n"].replace(",", "")), found["unit"], "元")
        except InvalidOperation:
            continue
        if value:
            yield _rounded(value)
