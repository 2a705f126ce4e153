"""One document against another of the same body: last year's figures, the budget, the other half (跨文件核对)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.checks.agreement import allowed_apart, identity, is_aside, single
from ingest.checks.examined import Rule, is_money, operand, settle, told
from ingest.level_told import LEVEL
from ingest.model import Check, Document, Fact, Kind, Measure, Severity, Side, Stage
from ingest.numbers import MONEY

SAME = Rule("across.same", "与同一单位另一份文件里的同一数字一致", Severity.WARNING)
CHANGE = Rule("across.change", "本年数减增减额＝上年文件的数", Severity.WARNING)

Key = tuple[object, ...]
Index = Mapping[Key, list[Fact]]

#: Stages that two kinds of documents call by different names: the first budget of a year.
_BUDGETS = (Stage.BUDGET, Stage.INITIAL_BUDGET)


@dataclass(frozen=True, slots=True)
class Disclosed:
    """A stored document with its facts."""

    document: Document
    facts: Sequence[Fact]


def check(own: Disclosed, others: Sequence[Disclosed]) -> Iterator[Check]:
    """Figures of a document against those that another one of the same body prints for the same year."""
    mine = _index(own)
    for other in others:
        if not other.document.current or not related(own.document, other.document):
            continue
        theirs = _index(other)
        yield from _same(mine, theirs, other.document)
        if _is_last_year(own.document, other.document):
            yield from _changes(own, mine, theirs, other.document)


def related(own: Document, other: Document) -> bool:
    """Another document of the same body: of the year or the year before; of later ones they tell themselves."""
    body, also = (document.disclosure.split("|")[:2] for document in (own, other))
    return bool(own.disclosure) and own.id != other.id and body == also and own.year - other.year in (0, 1)


def _is_last_year(own: Document, other: Document) -> bool:
    return own.kind is other.kind and own.year - other.year == 1


def _index(disclosed: Disclosed) -> dict[Key, list[Fact]]:
    found: dict[Key, list[Fact]] = defaultdict(list)
    for fact in disclosed.facts:
        own = is_money(fact) and fact.entity == disclosed.document.entity
        key = identity(fact, disclosed.document) if own else None
        if key is not None and not is_aside(fact):
            found[_key(key)].append(fact)
    return {key: kept for key, facts in found.items() if (kept := single(facts))}


def _key(key: Key) -> Key:
    measure, year, stage, *rest = key
    return measure, year, Stage.BUDGET if stage in _BUDGETS else stage, *rest


def _same(mine: Index, theirs: Index, other: Document) -> Iterator[Check]:
    """A figure that both print; where one of them contradicts itself, any of its values will do."""
    for key in mine.keys() & theirs.keys():
        pairs = [(one, two) for one in mine[key] for two in theirs[key]]
        one, two = min(pairs, key=lambda pair: abs(_yuan(pair[0]) - _yuan(pair[1])))
        yield _compared(SAME, _own(one), _other(two, other), _yuan(one) - _yuan(two), one, two)


def _changes(own: Disclosed, mine: Index, theirs: Index, other: Document) -> Iterator[Check]:
    """「比上年减少 63.14 万元」: what last year must have been, against what last year's document prints."""
    for change in own.facts:
        moved = change.measure is Measure.CHANGE and change.yuan is not None and change.breakdown != LEVEL
        if not moved or change.year != own.document.year or _is_other_base(change, own.document):
            continue
        key = identity(replace(change, measure=Measure.AMOUNT), own.document)
        amounts = mine.get(_key(key), []) if key else []
        before = theirs.get(_last_year(_key(key)), []) if key else []
        pairs = [(amount, last) for amount in amounts for last in before]
        if pairs:
            amount, last = min(pairs, key=lambda p: abs(_yuan(p[0]) - _yuan(change) - _yuan(p[1])))
            yield _from_change(change, amount, last, other)


def _is_other_base(change: Fact, document: Document) -> bool:
    """A budget may be compared with what was carried out: that is not what last year's budget prints."""
    words = change.source.quote + change.source.column
    return document.kind is Kind.BUDGET and ("执行" in words or "决算" in words)


def _last_year(key: Key) -> Key:
    measure, year, *rest = key
    return (measure, int(str(year)) - 1, *rest)


def _from_change(change: Fact, amount: Fact, last: Fact, other: Document) -> Check:
    base = _yuan(amount) - _yuan(change)
    factor = MONEY[change.unit]
    words = f"{amount.value}－（{change.value}）"
    left = Side(
        f"按正文 {words} 推算的上年数", base / factor, change.unit, (operand(amount), operand(change))
    )
    return _compared(CHANGE, left, _other(last, other), base - _yuan(last), change, last)


def _compared(rule: Rule, left: Side, right: Side, yuan: Decimal, one: Fact, two: Fact) -> Check:
    difference = yuan / MONEY[left.unit]
    allowed = allowed_apart(one, two) * 2
    if one.unit != two.unit and abs(difference) <= allowed:
        difference = Decimal(0)
    return settle(rule, left, right, allowed, told(left, right, difference), difference=difference)


def _own(fact: Fact) -> Side:
    return Side(operand(fact).label, fact.value, fact.unit, (operand(fact),))


def _other(fact: Fact, document: Document) -> Side:
    there = replace(operand(fact), document_id=document.id)
    label = f"《{document.title or document.file}》{there.label}"
    return Side(label, fact.value, fact.unit, (replace(there, label=label),))


def _yuan(fact: Fact) -> Decimal:
    return fact.yuan if fact.yuan is not None else Decimal(0)
