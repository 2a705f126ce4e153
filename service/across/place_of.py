"""One place in the order of several bodies, with all of the order beside it (名次)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Measure
from ingest.numbers import convert, plain
from ingest.patterns import regex
from service.model import Evidence, Finding

#: A department's own office: whoever asks for the units below it may not mean it to be among them.
_OFFICE = regex(r"(?:机关|本级|本部)[)）]?$")


def at_place(ordered: Sequence[Finding], nth: int, least: bool) -> Evidence | None:
    """The figure at the ``nth`` place of an order of several bodies, from 1, and the others behind it.

    None where the figures are of one body, or fewer than that.
    """
    if len({f.entity for f in ordered}) < 2 or not 0 < nth <= len(ordered):
        return None
    chosen = ordered[nth - 1]
    rest = [f for f in ordered if f is not chosen]
    return Evidence((chosen, *rest), told=_told(chosen, ordered, nth, least))


def _told(chosen: Finding, ordered: Sequence[Finding], nth: int, least: bool) -> str:
    stage = chosen.stage if chosen.measure is Measure.AMOUNT else ""
    same = [f.entity for f in ordered if f is not chosen and is_same(f, chosen)]
    beside = f"（与{'、'.join(same)}相同）" if same else ""
    way = "从低到高" if least else "从高到低"
    return (
        f"{chosen.entity}{chosen.year}年度{chosen.label}{stage}为 {plain(chosen.value)} {chosen.unit}，"
        f"在列出这一项的{len(ordered)}个单位里{way}排第{nth}{beside}。{way}依次是：{in_order(ordered)}。"
        f"{_without_office(ordered, nth)}"
    )


def _without_office(ordered: Sequence[Finding], nth: int) -> str:
    """Who is at the place where the department's own office, at it or before it, is not counted."""
    below = [f for f in ordered if not _OFFICE.search(f.entity)]
    if len(below) == len(ordered) or len(below) < nth or below[nth - 1] is ordered[nth - 1]:
        return ""
    other = below[nth - 1]
    return f"如果不算机关本级，排第{nth}的是{other.entity} {plain(other.value)} {other.unit}。"


def in_order(ordered: Sequence[Finding]) -> str:
    """The bodies in their order, each with its figure."""
    years = len({f.year for f in ordered}) > 1
    return "、".join(
        f"{f.entity}{f'{f.year}年度' if years else ''} {plain(f.value)} {f.unit}"
        f"{f'（{f.stage}）' if f.measure is Measure.AMOUNT else ''}"
        for f in ordered
    )


def is_same(one: Finding, other: Finding) -> bool:
    """Whether two figures are the same amount."""
    value = convert(other.value, other.unit, one.unit)
    return (other.value if value is None else value) == one.value
