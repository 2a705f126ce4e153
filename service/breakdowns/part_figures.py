"""Figures made of the parts that a sentence lists: how many, together, apart, as shares (分项之数)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from service.breakdowns.asked import Ask
from service.breakdowns.enumeration import Enumeration, base_unit, size, total_of
from service.breakdowns.named import Named
from service.figures.ratios import rounded
from service.figures.told import label_of, printed_as
from service.model import Body, Finding, Operand

_ROUGH = "约数"
#: Figures, and what is said of them.
Made = tuple[list[Finding], list[str]]


def counted(ask: Ask, named: Named, listed: Enumeration, chosen: Sequence[Fact], body: Body) -> Made | None:
    """How many kinds there are; where not all of the whole is listed, that these are the ones which are."""
    if not ask.count or ask.mainly or ask.ranks or ask.share or named.parts:
        return [], []
    if not listed.firm:
        return None
    first = listed.parts[0]
    names = "、".join(label_of(p) for p in listed.parts)
    number = Finding("列出的分项数", Decimal(len(listed.parts)), "类", Measure.COUNT, first.year, first.stage.value,
                     tuple(Operand(label_of(p), p) for p in listed.parts),
                     f"{names}，共 {len(listed.parts)} 类", entity=body.name)  # fmt: skip
    return [number], [f"共列出 {len(listed.parts)} 类"]


def added(ask: Ask, named: Named, listed: Enumeration, chosen: Sequence[Fact], body: Body) -> Made | None:
    """The parts together, and how far they are from the whole where that is asked."""
    if ask.count and not ask.added:
        return [], []  # 「一共几类」
    all_of_them = len(chosen) == len(listed.parts) and not named.parts
    if not (ask.sum or ask.to_whole) or len(chosen) < 2 or (ask.share and not ask.added and not ask.sum):
        return [], []
    if all_of_them and listed.whole is not None and not ask.added and not ask.to_whole:
        return None  # 「一共多少」 is of the whole, which is printed
    if all_of_them and not (listed.firm or ask.added):
        return None
    if ask.share:
        return [], []
    total = _sum(chosen, body)
    if total is None:
        return None
    findings, told = [total], [f"{total.label} {plain(total.value)} {total.unit}（{total.formula}）"]
    if ask.to_whole and listed.whole is not None:
        gap = _gap(listed.whole, total, body)
        findings.append(gap)
        told.append(
            f"与写明的{of_fact(listed.whole)}相差 {plain(abs(gap.value))} {gap.unit}（{gap.formula}）"
        )
    return findings, told


def _sum(parts: Sequence[Fact], body: Body) -> Finding | None:
    total = total_of(parts)
    if total is None:
        return None
    unit, values = in_one_unit(parts)
    value = sum(values, Decimal(0))
    formula = f"{' + '.join(plain(v) for v in values)} = {plain(value)}"
    first = parts[0]
    label = f"{'、'.join(label_of(p) for p in parts)}合计"
    return Finding(label, value, unit, first.measure, first.year, first.stage.value,
                   tuple(Operand(label_of(p), p) for p in parts), formula, entity=body.name)  # fmt: skip


def in_one_unit(parts: Sequence[Fact]) -> tuple[str, list[Decimal]]:
    """The values in their own unit where it is one, else in single units."""
    if len({p.unit for p in parts}) == 1:
        return parts[0].unit, [p.value or Decimal(0) for p in parts]
    return base_unit(parts[0]), [size(p) for p in parts]


def _gap(whole: Fact, total: Finding, body: Body) -> Finding:
    value = whole.value or Decimal(0)
    value = value if total.unit == whole.unit else size(whole)
    left = value - total.value
    return Finding(f"{label_of(whole)}与各项合计之差", left, total.unit, whole.measure, whole.year, whole.stage.value,
                   (Operand(label_of(whole), whole), *total.operands),
                   f"{plain(value)} − {plain(total.value)} = {plain(left)}", entity=body.name)  # fmt: skip


def apart(ask: Ask, named: Named, listed: Enumeration, chosen: Sequence[Fact], body: Body) -> Made | None:
    """How far two of them are from each other, the larger less the smaller."""
    if not ask.gap or ask.to_whole:
        return [], []
    if len(chosen) != 2 or base_unit(chosen[0]) != base_unit(chosen[1]):
        return None
    unit, values = in_one_unit(chosen)
    (high, top), (low, last) = sorted(
        zip(values, chosen, strict=True), key=lambda pair: pair[0], reverse=True
    )
    left = high - low
    formula = f"{plain(high)} − {plain(low)} = {plain(left)}"
    gap = Finding(f"{label_of(top)}与{label_of(last)}之差", left, unit, top.measure, top.year, top.stage.value,
                  (Operand(label_of(top), top), Operand(label_of(last), last)), formula, entity=body.name)  # fmt: skip
    said = "两者相同" if not left else f"{label_of(top)}更多，相差 {plain(left)} {unit}（{formula}）"
    return [gap, own_figure(top, body), own_figure(last, body)], [f"{of_fact(top)}，{of_fact(last)}，{said}"]


def shared(ask: Ask, named: Named, listed: Enumeration, chosen: Sequence[Fact], body: Body) -> Made | None:
    """How much of the whole each of them is, or all of them together; of another part where that is named."""
    if not ask.share:
        return [], []
    base = named.base[0] if len(named.base) == 1 else listed.whole
    if base is None or len(named.base) > 1 or base in chosen or not size(base):
        return None
    if not named.parts and not (ask.ranks or ask.each or ask.list):
        return None
    if (ask.sum or ask.added) and len(chosen) > 1:
        total = _sum(chosen, body)
        return None if total is None else _one_share(total.label, chosen, base, body)
    made = [_one_share(label_of(part), [part], base, body) for part in chosen]
    return [f for found, _ in made for f in found], [t for _, told in made for t in told]


def _one_share(label: str, parts: Sequence[Fact], base: Fact, body: Body) -> Made:
    top, bottom = sum(map(size, parts), Decimal(0)), size(base)
    unit, values = in_one_unit([*parts, base])
    share = rounded(top / bottom * 100)
    summed = f"（{' + '.join(plain(v) for v in values[:-1])}）" if len(parts) > 1 else plain(values[0])
    formula = f"{summed} ÷ {plain(values[-1])} × 100% = {plain(share)}%"
    operands = tuple(Operand(label_of(f), f) for f in (*parts, base))
    finding = Finding(f"{label}占{label_of(base)}的比重", share, "%", Measure.SHARE, base.year, base.stage.value,
                      operands, formula, entity=body.name)  # fmt: skip
    amount = f"{plain(sum(values[:-1], Decimal(0)))} {unit}"
    return [finding], [f"{label} {amount}，占{of_fact(base)}的 {plain(share)}%（{formula}）"]


def of_fact(fact: Fact) -> str:
    """A figure with its name and unit, said to be rough where it is printed so."""
    rough = "约 " if fact.breakdown == _ROUGH else " "
    return f"{label_of(fact)}{rough}{plain(fact.value or Decimal(0))} {fact.unit}"


def own_figure(fact: Fact, body: Body) -> Finding:
    """A part by itself, as it is printed."""
    return printed_as(label_of(fact), fact, body.name)
