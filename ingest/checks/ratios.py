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
from ingest.level_told import LEVEL
from ingest.model import Check, Fact, Measure, Origin, Side, Stage
from ingest.numbers import MONEY
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

    @property
    def slack(self) -> Decimal:
        """How far off the ratio may be, in percent, because its operands are rounded to what is printed of them."""
        halves = [
            last_place([f.value or Decimal(0)]) * MONEY.get(f.unit, Decimal(1)) / 2 for f in self.operands
        ]
        share = abs(self.numerator / self.denominator)
        return (1 + share) * max(halves, default=Decimal(0)) * len(halves) / abs(self.denominator) * _HUNDRED


@dataclass(frozen=True, slots=True)
class _Places:
    """Amounts of a document: by what they are of, and by where they stand."""

    examined: Examined
    by_name: dict[tuple[object, ...], list[Fact]]
    by_place: dict[object, list[Fact]]
    changes: dict[object, list[Fact]]
    wholes: list[Fact]
    rounded: bool


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
        yield from _judged(rule[0], fact, list(rule[1](fact, places)), places.rounded)


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
    wholes = [f for f in examined.facts if _is_whole(f)]
    # Tables in 元, text in 万元: what the text divides was divided before it was rounded.
    units = {(f.origin, f.unit) for f in examined.facts if is_money(f)}
    rounded = (Origin.CELL, "元") in units and (Origin.SENTENCE, "万元") in units
    return _Places(examined, by_name, by_place, changes, wholes, rounded)


def _name(fact: Fact) -> tuple[object, ...]:
    return fact.year, fact.subject.kind, fact.subject.code or fold(fact.subject.name), fact.breakdown


def _place(fact: Fact) -> object:
    """The sentence that a figure stands in, or the row of its table."""
    source = fact.source
    if fact.origin is Origin.SENTENCE:
        return source.quote
    return source.sequence, source.page, source.row, round(source.box[1])


def _judged(rule: Rule, fact: Fact, quotients: Sequence[Quotient], rounded: bool) -> Iterator[Check]:
    """The quotient that fits; else the nearest of those in the ratio's own sentence; nothing where there is none."""
    value = fact.value or Decimal(0)
    place = last_place([value])
    fitting = [q for q in quotients if abs(q.percent - value) <= place]
    near = [q for q in quotients if q.near]
    chosen = min(fitting or near, key=lambda q: abs(q.percent - value), default=None)
    if chosen is None:
        return
    told = chosen.percent.quantize(place, ROUND_HALF_UP)
    right = side(chosen.operands, f"按 {chosen.label} 计算", told)
    left = side([fact])
    allowed = max(place, chosen.slack) if rounded and fact.origin is Origin.SENTENCE else place
    yield settle(rule, left, Side(right.label, told, "%", right.operands), allowed)


def _completion(fact: Fact, places: _Places) -> Iterator[Quotient]:
    near = [f for f in places.by_place[_place(fact)] if _same(f, fact)]
    far = [f for f in places.by_name[_name(fact)] if f not in near and f.fund is fact.fund]
    beside = [*near, *_only(far, near, _PLANNED), *_only(far, near, _DONE)]
    everything = [*near, *far]
    for planned in everything:
        for done in everything:
            if planned.stage in _PLANNED and done.stage in _DONE and planned.yuan:
                yield Quotient(
                    f"{done.value}÷{planned.value}", done.yuan or Decimal(0), planned.yuan, (done, planned),
                    planned in beside and done in beside,
                )  # fmt: skip


def _only(far: Sequence[Fact], near: Sequence[Fact], stages: Sequence[Stage]) -> list[Fact]:
    """The amount that stands elsewhere where the sentence gives none of these stages, and only one value is printed."""
    found = [f for f in far if f.stage in stages]
    wanting = not any(f.stage in stages for f in near)
    return found if wanting and len({f.yuan for f in found}) == 1 else []


def _same(one: Fact, other: Fact) -> bool:
    return one.subject.name == other.subject.name and one.breakdown == other.breakdown


def _share(fact: Fact, places: _Places) -> Iterator[Quotient]:
    here = places.by_place[_place(fact)]
    parts = [f for f in here if _same(f, fact)] or [
        f for f in places.by_name[_name(fact)] if stage_of(f, places.examined.document) == fact.stage
    ]
    if len({f.yuan for f in here if _same(f, fact)}) > 1:
        return  # one name for several parts: whose share it is cannot be told
    yield from _of_all_three(parts, here)
    for part in parts:
        beside = [f for f in here if not _same(f, fact)]
        for whole in [*beside, *(f for f in places.wholes if _may_divide(f, part))]:
            larger = (whole.yuan or Decimal(0)) >= abs(part.yuan or Decimal(0))
            if whole.year == part.year and larger and whole.yuan and whole.breakdown == TOTAL:
                opens = part in here and whole is here[0] and whole.subject.name in TOTALS
                yield Quotient(
                    f"{part.value}÷{whole.value}", part.yuan or Decimal(0), whole.yuan, (part, whole),
                    opens or _divides(whole, part, fact),
                )  # fmt: skip


def _of_all_three(parts: Sequence[Fact], here: Sequence[Fact]) -> Iterator[Quotient]:
    """A sentence that gives all three 三公经费 gives their sum, whether it prints it or not."""
    held = {f.subject.name: f for f in here if f.subject.name in _THREE}
    total = sum((f.yuan or Decimal(0) for f in held.values()), Decimal(0))
    if len(held) == len(_THREE) and total and len({f.unit for f in held.values()}) == 1:
        words = "＋".join(str(f.value) for f in held.values())
        for part in parts:
            if part.subject.name in held:
                operands = tuple(held.values())
                yield Quotient(f"{part.value}÷（{words}）", part.yuan or Decimal(0), total, operands, True)


_THREE = ("因公出国（境）费", "公务用车购置及运行维护费", "公务接待费")
#: Accounts that a sentence goes on to divide, where it opens with one of them.
TOTALS = frozenset({balance.total for balance in BALANCES} - {"公务用车购置及运行维护费"})
#: What a share is of where nothing else is said: kind of the part, its name where only some have it, the whole.
_NATURAL: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("功能分类", (), "本年支出合计"),
    ("支出结构", ("基本支出", "项目支出"), "本年支出合计"),
    ("收入来源", (), "本年收入合计"),
)


def _is_whole(fact: Fact) -> bool:
    """Whether others are a share of it: totals, and all that a table of 三公经费 prints."""
    named = fact.subject.kind == "总额" or fact.subject.name in TOTALS
    return is_money(fact) and (named or bool(fact.subject.code) or fact.statement == "三公经费表")


def _may_divide(whole: Fact, part: Fact) -> bool:
    """A class has shares of its sections and items alone; the table of 三公经费 of what stands in it."""
    if whole.subject.code:
        return part.subject.code.startswith(whole.subject.code) and part.subject.code != whole.subject.code
    named = whole.subject.kind == "总额" or whole.subject.name in TOTALS
    return named or part.subject.kind == "三公经费"


def _divides(whole: Fact, part: Fact, share: Fact) -> bool:
    """Whether a total is what the share of a part is naturally of: the same money, all of it."""
    if part.subject.level in ("款", "项") or whole.fund is not share.fund or whole.stage is not part.stage:
        return False
    return any(
        part.subject.kind == kind
        and (not names or part.subject.name in names)
        and whole.subject.name == total
        for kind, names, total in _NATURAL
    )


def _change(fact: Fact, places: _Places) -> Iterator[Quotient]:
    changes = [f for f in places.changes[_place(fact)] if _same(f, fact)]
    if not changes and fact.origin is Origin.SENTENCE:
        # 「本年支出合计增加 200 万元，增长 20%」: the rate is of what the change before it is of.
        changes = places.changes[_place(fact)][-1:]
        fact = replace(fact, subject=changes[0].subject, fund=changes[0].fund) if changes else fact
    here = [f for f in places.by_place[_place(fact)] if _same(f, fact)]
    if not changes:
        yield from _between_years(fact, here)
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


def _between_years(fact: Fact, here: Sequence[Fact]) -> Iterator[Quotient]:
    """「上年执行 20 万元，本年安排 25 万元，增加 25%」: the amounts of both years stand beside the rate."""
    for last in (f for f in here if f.year < fact.year and f.yuan):
        for amount in (f for f in here if f.year == fact.year):
            moved = (amount.yuan or Decimal(0)) - (last.yuan or Decimal(0))
            label = f"（{amount.value}－{minus(last.value)}）÷{last.value}"
            yield Quotient(label, moved, last.yuan or Decimal(1), (amount, last), True)


def minus(value: Decimal | None) -> str:
    """A number as it is written behind a minus sign."""
    return f"（{value}）" if value is not None and value < 0 else str(value)


_RULES: dict[Measure, tuple[Rule, Candidates]] = {
    Measure.COMPLETION: (COMPLETION, _completion),
    Measure.SHARE: (SHARE, _share),
    Measure.CHANGE_RATE: (CHANGE, _change),
}
