"""Printed percentages computed again: shares, completion, changes (占比、完成率、增减率)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from ingest.cells import TOTAL
from ingest.checks.agreement import stage_of
from ingest.checks.balances import BALANCES
from ingest.checks.examined import Examined, Rule, is_money, settle, side
from ingest.checks.rounding import last_place
from ingest.figures import LEVEL
from ingest.model import Check, Fact, Measure, Origin, Side, Stage
from ingest.text import fold

_HUNDRED = Decimal(100)
#: Stages of what was planned and of what came of it, for 完成率.
_PLANNED = (Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET, Stage.BUDGET)
_DONE = (Stage.FINAL_ACCOUNTS, Stage.EXECUTION)


@dataclass(frozen=True, slots=True)
class Quotient:
    """One way in which a printed ratio may have come about: numerator ÷ denominator, and whether all are near it.

    ``near`` says that the operands stand in the ratio's own sentence or row.
    """

    label: str
    numerator: Decimal
    denominator: Decimal
    operands: tuple[Fact, ...]
    near: bool

    @property
    def percent(self) -> Decimal:
        """The ratio in percent, unrounded."""
        return self.numerator / self.denominator * _HUNDRED


@dataclass(frozen=True, slots=True)
class _Places:
    """Amounts of a document: by what they are of, and by where they stand."""

    examined: Examined
    by_name: dict[tuple[object, ...], list[Fact]]
    by_place: dict[object, list[Fact]]
    changes: dict[object, list[Fact]]


COMPLETION = Rule("ratios.completion", "完成率＝决算（执行）÷预算")
SHARE = Rule("ratios.share", "占比＝部分÷总体")
CHANGE = Rule("ratios.change", "增减率＝增减额÷上年数")

Candidates = Callable[[Fact, _Places], Iterable[Quotient]]


def check(examined: Examined) -> Iterator[Check]:
    """Every printed ratio against the quotients that its neighbours allow; it holds if one of them gives it."""
    places = _places(examined)
    for fact in examined.facts:
        rule = _RULES.get(fact.measure)
        if rule is None or fact.value is None or fact.unit != "%" or fact.standing > 1:
            continue
        yield from _judged(rule[0], fact, list(rule[1](fact, places)))


def _places(examined: Examined) -> _Places:
    by_name: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    by_place: dict[object, list[Fact]] = defaultdict(list)
    changes: dict[object, list[Fact]] = defaultdict(list)
    for fact in examined.facts:
        if is_money(fact):
            by_name[_name(fact)].append(fact)
            by_place[_place(fact)].append(fact)
        elif fact.measure is Measure.CHANGE and fact.yuan is not None and fact.breakdown != LEVEL:
            changes[_place(fact)].append(fact)
    return _Places(examined, by_name, by_place, changes)


def _name(fact: Fact) -> tuple[object, ...]:
    return fact.year, fact.subject.kind, fact.subject.code or fold(fact.subject.name), fact.breakdown


def _place(fact: Fact) -> object:
    """The sentence that a figure stands in, or the row of its table."""
    source = fact.source
    if fact.origin is Origin.SENTENCE:
        return source.quote
    return source.sequence, source.page, source.row, round(source.box[1])


def _judged(rule: Rule, fact: Fact, quotients: Sequence[Quotient]) -> Iterator[Check]:
    """The quotient that fits; else the nearest of those in the ratio's own sentence; nothing where there is none."""
    value = fact.value or Decimal(0)
    place = last_place([value])
    fitting = [q for q in quotients if abs(q.percent - value) <= place]
    near = [q for q in quotients if q.near]
    chosen = min(fitting or near, key=lambda q: abs(q.percent - value), default=None)
    if chosen is None:
        return
    rounded = chosen.percent.quantize(place, ROUND_HALF_UP)
    right = side(chosen.operands, f"按 {chosen.label} 计算", rounded)
    left = side([fact])
    yield settle(rule, left, Side(right.label, rounded, "%", right.operands), place)


def _completion(fact: Fact, places: _Places) -> Iterator[Quotient]:
    near = [f for f in places.by_place[_place(fact)] if _same(f, fact)]
    far = [f for f in places.by_name[_name(fact)] if f not in near and f.fund == fact.fund]
    everything = [*near, *far]
    for planned in everything:
        for done in everything:
            if planned.stage in _PLANNED and done.stage in _DONE and planned.yuan:
                yield Quotient(
                    f"{done.value}÷{planned.value}", done.yuan or Decimal(0), planned.yuan or Decimal(1),
                    (done, planned), planned in near and done in near,
                )  # fmt: skip


def _same(one: Fact, other: Fact) -> bool:
    return one.subject.name == other.subject.name and one.breakdown == other.breakdown


def _share(fact: Fact, places: _Places) -> Iterator[Quotient]:
    here = places.by_place[_place(fact)]
    parts = [f for f in here if _same(f, fact)] or [
        f for f in places.by_name[_name(fact)] if stage_of(f, places.examined.document) == fact.stage
    ]
    if len({f.yuan for f in here if _same(f, fact)}) > 1:
        return  # one name for several parts: whose share it is cannot be told
    wholes = [f for f in here if not _same(f, fact)]
    totals = [f for f in places.examined.facts if is_money(f) and f.yuan and f.subject.kind in _WHOLES]
    for part in parts:
        for whole in [*wholes, *totals]:
            larger = (whole.yuan or Decimal(0)) >= abs(part.yuan or Decimal(0))
            if whole.year == part.year and larger and whole.yuan and whole.breakdown == TOTAL:
                near = part in here and whole is here[0] and whole.subject.name in _TOTALS
                yield Quotient(
                    f"{part.value}÷{whole.value}",
                    part.yuan or Decimal(0),
                    whole.yuan or Decimal(1),
                    (part, whole),
                    near,
                )


#: Accounts that a sentence goes on to divide, where it opens with one of them.
_TOTALS = frozenset({balance.total for balance in BALANCES} - {"公务用车购置及运行维护费"})
#: Kinds of accounts that others are a share of.
_WHOLES = frozenset({"总额", "支出结构", "三公经费", "政府采购", "收入来源", "会议培训", "功能分类"})


def _change(fact: Fact, places: _Places) -> Iterator[Quotient]:
    changes = [f for f in places.changes[_place(fact)] if _same(f, fact)]
    if not changes and fact.origin is Origin.SENTENCE:
        # 「本年支出合计增加 200 万元，增长 20%」: the rate is of what the change before it is of.
        changes = places.changes[_place(fact)][-1:]
        fact = replace(fact, subject=changes[0].subject, fund=changes[0].fund) if changes else fact
    here = [f for f in places.by_place[_place(fact)] if _same(f, fact)]
    last_year = places.by_name[(fact.year - 1, *_name(fact)[1:])]
    far = [f for f in (*places.by_name[_name(fact)], *last_year) if f not in here]
    for change in changes:
        moved = change.yuan or Decimal(0)
        for amount in [*here, *far]:
            before, near = amount.year < change.year, amount in here or not here
            base = (amount.yuan or Decimal(0)) - (0 if before else moved)
            words = f"{amount.value}" if before else f"（{amount.value}－{minus(change.value)}）"
            if base > 0:
                yield Quotient(f"{change.value}÷{words}", moved, base, (change, amount), near)


def minus(value: Decimal | None) -> str:
    """A number as it is written behind a minus sign."""
    return f"（{value}）" if value is not None and value < 0 else str(value)


_RULES: dict[Measure, tuple[Rule, Candidates]] = {
    Measure.COMPLETION: (COMPLETION, _completion),
    Measure.SHARE: (SHARE, _share),
    Measure.CHANGE_RATE: (CHANGE, _change),
}
