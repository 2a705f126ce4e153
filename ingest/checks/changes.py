"""Changes in figures and in words: 增减额 = 本年 − 上年, 「与上年持平」 beside both years' amounts (增减)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ingest.checks.examined import (
    Examined,
    Rule,
    figure,
    is_money,
    operand,
    settle,
    side,
    value_of,
    worded,
)
from ingest.checks.rounding import last_place
from ingest.level_told import LEVEL
from ingest.model import Check, Fact, Measure, Operand, Origin, Paragraph, Severity, Side
from ingest.numbers import MONEY, to_yuan
from ingest.patterns import regex
from ingest.sections import sentences

#: 「…15,039.09 万元，较上年减少 2,281.96 万元，下降 13.17%」 as it stands in running text.
_SPOKEN = regex(
    r"(?:(?P<amount>\d[\d,]*(?:\.\d+)?)(?P<unit>亿元|万元|元)[，,]?)?(?P<base>[^，。；\d]{0,12}(?:20\d\d年度?)?[^，。；\d]{0,12}[，,]?)"
    r"(?P<way>增加|减少)了?(?P<moved>\d[\d,]*(?:\.\d+)?)(?P<moved_unit>亿元|万元|元)[，,、]?"
    r"(?P<trend>增长|增加|上升|提高|下降|减少|降低)了?(?P<rate>\d+(?:\.\d+)?)%"
)
_BASE = regex(r"[比较与同]|上年|去年")
_DOWN = ("减少", "下降", "降低")
WAYS = Rule("changes.ways", "增减额与增减率的方向一致")
SPOKEN = Rule("changes.rate", "增减率＝增减额÷上年数")
DIFFERENCE = Rule("changes.difference", "增减额＝本年数－上年数")
LEVELLED = Rule("changes.level", "“持平”的说法与数字一致", Severity.WARNING)

#: What people still call 持平, as a part of last year's amount.
_SLACK = Decimal("0.05")


def check(examined: Examined) -> Iterator[Check]:
    """Every change whose own sentence, or row, also prints the amounts of both years."""
    places: dict[object, list[Fact]] = defaultdict(list)
    for fact in examined.facts:
        if fact.standing < 2 and (is_money(fact) or fact.measure is Measure.CHANGE):
            places[_place(fact)].append(fact)
    rates = {(f.source.quote, abs(value_of(f))) for f in examined.facts if f.measure is Measure.CHANGE_RATE}
    known = _Known(rates, _amounts(examined))
    for section in examined.sections:
        for paragraph in section.paragraphs:
            for start, end in sentences(paragraph):
                for match in _SPOKEN.finditer(paragraph.text, start, end):
                    yield from _spoken(paragraph, match, paragraph.text[start:end], known)
    for facts in places.values():
        for change in (f for f in facts if f.measure is Measure.CHANGE and f.yuan is not None):
            yield from _changed(change, [f for f in facts if is_money(f) and _same(f, change)])


@dataclass(frozen=True, slots=True)
class _Known:
    """What the facts say by sentence and printed number: rates, and the amount in 元 that a change is of."""

    rates: AbstractSet[tuple[str, Decimal]]
    amounts: Mapping[tuple[str, Decimal], Decimal]


def _amounts(examined: Examined) -> dict[tuple[str, Decimal], Decimal]:
    """The amount that each spoken change is of, where the document prints it elsewhere with one value only."""
    printed: dict[tuple[object, ...], set[Decimal]] = defaultdict(set)
    for fact in examined.facts:
        if is_money(fact) and fact.standing < 2 and fact.yuan is not None:
            printed[fact.year, fact.subject.name, fact.fund, fact.breakdown].add(fact.yuan)
    found: dict[tuple[str, Decimal], Decimal] = {}
    for fact in examined.spoken():
        held = printed.get((fact.year, fact.subject.name, fact.fund, fact.breakdown), set())
        if fact.measure is Measure.CHANGE and len(held) == 1:
            found[fact.source.quote, abs(value_of(fact))] = next(iter(held))
    return found


def _spoken(paragraph: Paragraph, match: re.Match[str], sentence: str, known: _Known) -> Iterator[Check]:
    """A change in running text: one direction, and the rate that the amount before it gives."""
    page, box = paragraph.places(match.start("rate"), match.end("rate"))[-1]
    rate, moved = (Decimal(match[n].replace(",", "")) for n in ("rate", "moved"))
    said = Operand(f"正文「{match['trend']}{match['rate']}%」", rate, "%", page, box, match[0])
    if (match["way"] in _DOWN) != (match["trend"] in _DOWN):
        first = f"正文先说{match['way']} {moved} {match['moved_unit']}"
        message = f"{first}，后说{match['trend']}{rate}%（第{page}页），方向相反。"
        yield worded(WAYS, [said], match["way"], message)
        return
    amount = known.amounts.get((sentence, moved))
    if match["amount"] and _BASE.search(match["base"]):
        amount = to_yuan(Decimal(match["amount"].replace(",", "")), match["unit"])
    change = (to_yuan(moved, match["moved_unit"]) or Decimal(0)) * (-1 if match["way"] in _DOWN else 1)
    if amount is None or amount - change <= 0 or (sentence, rate) in known.rates:
        return
    place = last_place([rate])
    percent = abs(change / (amount - change) * 100).quantize(place, ROUND_HALF_UP)
    words = f"按增减 {moved} {match['moved_unit']}、本年 {(amount / MONEY[match['moved_unit']]).normalize():f} 计算"
    yield settle(SPOKEN, Side(said.label, rate, "%", (said,)), Side(words, percent, "%"), place)


def _place(fact: Fact) -> object:
    source = fact.source
    if fact.origin is Origin.SENTENCE:
        return source.quote
    return source.sequence, source.page, source.row, round(source.box[1])


def _same(one: Fact, other: Fact) -> bool:
    return one.subject == other.subject and one.fund is other.fund


def _changed(change: Fact, amounts: Sequence[Fact]) -> Iterator[Check]:
    """One amount of each year, or nothing can be told."""
    now = [f for f in amounts if f.year == change.year]
    last = [f for f in amounts if f.year == change.year - 1]
    if len({f.yuan for f in now}) != 1 or len({f.yuan for f in last}) != 1:
        return
    moved = (now[0].yuan or Decimal(0)) - (last[0].yuan or Decimal(0))
    if change.breakdown == LEVEL:
        if abs(moved) > _SLACK * abs(last[0].yuan or Decimal(0)):
            told = f"本年 {figure(now[0].value, now[0].unit)}，上年 {figure(last[0].value, last[0].unit)}"
            said = operand(change)
            message = f"正文说「{change.subject.name}」持平（第{said.page}页），而{told}。"
            yield worded(LEVELLED, [said, operand(now[0]), operand(last[0])], told, message)
        return
    factor = MONEY[change.unit]
    right = Side(
        f"{now[0].value}－{last[0].value}", moved / factor, change.unit, (operand(now[0]), operand(last[0]))
    )
    allowed = last_place([f.value or Decimal(0) for f in (change, now[0], last[0])])
    yield settle(DIFFERENCE, side([change]), right, max(allowed, Decimal("0.01")))
