"""What the rules look at: one read document, and how facts become the sides of a check (核对对象)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import (
    Check,
    Document,
    Fact,
    Fund,
    Measure,
    Operand,
    Origin,
    Page,
    Section,
    Severity,
    Side,
    Table,
    Verdict,
)
from ingest.numbers import plain


@dataclass(frozen=True, slots=True)
class Examined:
    """One document with everything that was read from it."""

    document: Document
    pages: tuple[Page, ...]
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]
    facts: tuple[Fact, ...]

    def cells(self) -> list[Fact]:
        """Money printed in table cells."""
        return [f for f in self.facts if f.origin is Origin.CELL and is_money(f)]

    def spoken(self) -> list[Fact]:
        """Figures printed in sentences."""
        return [f for f in self.facts if f.origin is Origin.SENTENCE and f.value is not None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as data: its key, what it asks, and how much it matters when it does not hold."""

    key: str
    title: str
    severity: Severity = Severity.ERROR


def is_money(fact: Fact) -> bool:
    """Whether a fact is an amount of money that is printed."""
    return fact.measure is Measure.AMOUNT and fact.value is not None and fact.yuan is not None


def value_of(fact: Fact) -> Decimal:
    """The printed value of a fact that has one."""
    return fact.value if fact.value is not None else Decimal(0)


def operand(fact: Fact) -> Operand:
    """A fact as one figure of a check."""
    source = fact.source
    where = source.table if source.table else "正文"
    column = f"·{source.column}" if source.column else ""
    label = (
        f"{where}「{source.row or label_of(fact)}{column}」"
        if source.table
        else f"{where}「{label_of(fact)}」"
    )
    return Operand(label, fact.value, fact.unit, source.page, source.box, source.quote)


def label_of(fact: Fact) -> str:
    """What a fact is of, in words: code, name, part, and what is measured where that is no amount."""
    fund = fact.fund.value if fact.subject.kind in ("总额", "支出结构") and fact.fund is not Fund.ALL else ""
    words = [f"{fund}{fact.subject.code}{fact.subject.name}"]
    if fact.breakdown not in ("合计", ""):
        words.append(fact.breakdown)
    if fact.measure is not Measure.AMOUNT:
        words.append(fact.measure.value)
    return " ".join(words)


def side(facts: Sequence[Fact], label: str = "", value: Decimal | None = None) -> Side:
    """Facts as one side: their sum unless a value is given."""
    total = sum((value_of(f) for f in facts), Decimal(0)) if value is None else value
    return Side(label or operand(facts[0]).label, total, facts[0].unit, tuple(operand(f) for f in facts))


def settle(
    rule: Rule,
    left: Side,
    right: Side,
    allowed: Decimal,
    message: str = "",
    *,
    difference: Decimal | None = None,
) -> Check:
    """A check of two figures; a difference up to ``allowed`` is what rounding explains.

    ``difference`` is given where the sides are not in one unit: it and ``allowed`` are in that of the left.
    """
    if difference is None:
        difference = (left.value or Decimal(0)) - (right.value or Decimal(0))
    verdict, weight = Verdict.HOLDS, Severity.NOTE
    if difference:
        verdict = Verdict.ROUNDING if abs(difference) <= allowed else Verdict.FAILS
    if verdict is Verdict.FAILS:
        weight = rule.severity
    return Check(
        rule.key,
        rule.title,
        verdict,
        weight,
        left,
        right,
        difference,
        message or told(left, right, difference),
    )


def told(left: Side, right: Side, difference: Decimal) -> str:
    """Both sides in one plain sentence."""
    unit = "个百分点" if left.unit == "%" else left.unit
    apart = f"，相差 {figure(abs(difference), unit)}" if difference else "，一致"
    return (
        f"{at(left)} {figure(left.value, left.unit)}，{at(right)} {figure(right.value, right.unit)}{apart}。"
    )


def at(side: Side) -> str:
    """A side's label with the pages on which it stands."""
    pages = sorted({o.page for o in side.operands})
    return f"{side.label}（第{'、'.join(map(str, pages[:3]))}页）" if pages else side.label


def figure(value: Decimal | None, unit: str) -> str:
    """A value with its unit as told to people."""
    return "空白" if value is None else f"{plain(value)}{'' if unit == '%' else ' ' if unit else ''}{unit}"


def worded(rule: Rule, operands: Iterable[Operand], expected: str, message: str) -> Check:
    """A check of words, that does not hold: what is printed, and what was expected."""
    printed = tuple(operands)
    label = printed[0].label if printed else "文件"
    return Check(
        rule.key, rule.title, Verdict.FAILS, rule.severity, Side(label, None, "", printed), Side(expected, None, ""),
        None, message,
    )  # fmt: skip
