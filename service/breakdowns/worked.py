"""The parts that are meant, worked into what is asked of them: told in words, with figures (分项作答)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fact
from ingest.numbers import plain
from service.accounts.lexicon import term_of
from service.breakdowns.asked import Ask
from service.breakdowns.enumeration import Enumeration, size, total_of
from service.breakdowns.named import Named
from service.breakdowns.part_figures import added, apart, counted, in_one_unit, of_fact, own_figure, shared
from service.model import Body, Evidence, Finding

#: How a note begins that says which sentence the parts are listed in.
LISTED = "按原文同一句话里列出的分项"
_PLACES = 3


def is_of_list(notes: Sequence[str]) -> bool:
    """Whether an answer with such notes tells of the parts that one sentence lists."""
    return any(note.startswith(LISTED) for note in notes)


def worked(ask: Ask, named: Named, listed: Enumeration, body: Body) -> Evidence | None:
    """What is asked of the parts; None where it cannot be made of them."""
    chosen = _chosen(ask, named, listed)
    if not chosen:
        return None
    if ask.which and len(named.parts) == 1:
        return _place_of(named.parts[0], listed, body)
    findings, told = list[Finding](), list[str]()
    for make in (counted, added, apart, shared):
        made = make(ask, named, listed, chosen, body)
        if made is None:
            return None
        findings += made[0]
        told += made[1]
    values = [own_figure(part, body) for part in chosen]
    lead = _lead(ask, named, listed, chosen)
    if not findings or ask.ranks or ask.listed:
        told = [f"{lead}{'、'.join(of_fact(part) for part in chosen)}", *told]
        findings = [*values, *findings] if ask.ranks and not ask.share else [*findings, *values]
        findings = list(dict.fromkeys(findings))
    open_ = _not_closed(listed) if not ask.to_whole and not named.parts else ""
    first = listed.whole or listed.parts[0]
    text = f"{body.name}{first.year}年度{'；'.join(told)}。{'' if ask.ranks else open_}"
    notes = (f"{LISTED}（第{first.source.page}页）。", *filter(None, [open_ if ask.ranks else ""]))
    return Evidence(tuple(findings), notes=notes, told=text, about=term_of(first))


def _chosen(ask: Ask, named: Named, listed: Enumeration) -> list[Fact]:
    """The parts that are meant, in the order in which they are to be told."""
    if named.parts:
        return list(named.parts)
    parts = list(listed.parts)
    if not ask.ranks:
        return parts
    if not listed.firm:
        return []
    down = sorted(parts, key=size, reverse=True)
    if ask.order and not (ask.top or ask.places):
        return down[::-1] if ask.upwards else down
    if ask.most and ask.least:
        return [down[0], down[-1]]
    order = down[::-1] if ask.least or ask.upwards else down
    if ask.places:
        there = max(ask.places) <= len(order)
        return [p for n in ask.places for p in order if size(p) == size(order[n - 1])] if there else []
    if ask.top:
        return order[: ask.top] if ask.top <= len(order) else []
    if ask.mainly and not ask.most:
        return order if ask.each else order[:_PLACES]
    return [part for part in order if size(part) == size(order[0])]


def _place_of(part: Fact, listed: Enumeration, body: Body) -> Evidence | None:
    """Which place one of them has, from the largest."""
    if not listed.firm:
        return None
    place = 1 + sum(size(other) > size(part) for other in listed.parts)
    first = listed.whole or part
    told = (
        f"{body.name}{first.year}年度列出的 {len(listed.parts)} 项里，{of_fact(part)}，从大到小排第 {place}。"
    )
    note = f"{LISTED}（第{first.source.page}页）。"
    return Evidence((own_figure(part, body),), notes=(note,), told=told, about=term_of(first))


def _lead(ask: Ask, named: Named, listed: Enumeration, chosen: Sequence[Fact]) -> str:
    """What the parts are told as: the largest of a printed whole, those at a place, all of them."""
    of = f"{of_fact(listed.whole)}中，" if listed.whole is not None else "列出的各项中，"
    if named.parts or not ask.ranks:
        return of
    if ask.most and ask.least:
        return f"{of}最多的和最少的分别是"
    if ask.order and not (ask.top or ask.places):
        return f"{of}{'从少到多' if ask.upwards else '从多到少'}依次是"
    way = "从少到多" if ask.least or ask.upwards else "从多到少"
    if ask.places:
        return f"{of}{way}排第{'、'.join(map(str, ask.places))}的是"
    if ask.top or (ask.mainly and not ask.most):
        return f"{of}{way}前 {len(chosen)} 项依次是"
    return f"{of}最{'少' if ask.least else '多'}的是"


def _not_closed(listed: Enumeration) -> str:
    """What is said where the parts do not come to the printed whole."""
    if listed.whole is None or listed.closed:
        return ""
    if total_of(listed.parts) is None:
        return f"原文写明的总数是{of_fact(listed.whole)}，列出的各项计量单位不同，没有相加。"
    unit, values = in_one_unit([*listed.parts, listed.whole])
    total = sum(values[:-1], Decimal(0))
    left = values[-1] - total
    short = f"比写明的{of_fact(listed.whole)}少 {plain(left)} {unit}，其余没有列出。"
    return f"列出的 {len(listed.parts)} 项相加为 {plain(total)} {unit}，{short}"
