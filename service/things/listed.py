"""Counts that one sentence lists as parts of another: 共办理…42,618件，其中…33,952件，…4,078件 (句中分项).

The parts follow 其中 in the sentence of the whole, count the same sort of thing, and together are no more than it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fact, Measure
from service.figures.lookup import same_subject
from service.model import Plan
from service.things.search import unit_fits

_WITHIN = ("其中", "包括", "分别为", "分别是")
#: 「车辆15辆：甲4辆、乙3辆」: a list that nothing but a mark opens, taken where its parts come to the whole.
_MARKED = ("：", ":")


def counted_parts(plan: Plan, facts: Sequence[Fact]) -> list[Fact]:
    """The counts listed as parts of what the plan is about, largest first; none where no sentence lists them."""
    subject = plan.subject
    if subject is None:
        return []
    wholes = [
        f
        for f in facts
        if f.year == plan.year
        and f.measure is Measure.COUNT
        and f.value
        and f.source.quote
        and same_subject(f, subject)
    ]
    for whole in wholes:
        parts = _parts(whole, facts)
        if len(parts) > 1:
            return sorted(parts, key=lambda f: f.value or Decimal(0), reverse=not plan.least)
    return []


def counted_wholes(year: int | None, facts: Sequence[Fact]) -> list[tuple[Fact, list[Fact]]]:
    """Counts of a year with the parts that their sentences list: two at least, or one that is all of it."""
    wholes = [
        f for f in facts if f.year == year and f.measure is Measure.COUNT and f.value and f.source.quote
    ]
    opened = (f for f in wholes if any(word in f.source.quote for word in (*_WITHIN, *_MARKED)))
    listed = ((f, _parts(f, wholes)) for f in opened)
    return [(whole, parts) for whole, parts in listed if len(parts) > 1 or _is_all(whole, parts)]


def _is_all(whole: Fact, parts: Sequence[Fact]) -> bool:
    return [f.value for f in parts] == [whole.value]


def is_listed(fact: Fact, wholes: Sequence[Fact], facts: Sequence[Fact]) -> bool:
    """Whether a count is listed as a part of one of ``wholes``."""
    return any(fact in _parts(whole, facts) for whole in wholes if whole is not fact)


def listed_under(part: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The count that a count is listed as a part of, in its own sentence."""
    beside = (
        f
        for f in facts
        if f is not part and f.source.quote == part.source.quote != "" and f.year == part.year
    )
    wholes = [f for f in beside if f.measure is Measure.COUNT and part in _parts(f, facts)]
    return max(
        wholes, key=lambda f: _place(f, 0), default=None
    )  # 「编制218人，在职211人，其中…」 is of the nearer


def said_before(fact: Fact) -> str:
    """The words of its sentence that a count stands right behind: 年末实有在职人员."""
    quote, place = fact.source.quote, _place(fact, 0)
    return re.split(r"[，,。；;、：:（）()]", quote[:place])[-1] if place > 0 else ""


def _parts(whole: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """Counts of the whole's sentence, from the word that opens the list on, as long as they stay within the whole."""
    quote, start = whole.source.quote, _place(whole, 0)
    if start < 0:
        return []
    behind = _behind(whole, start)
    inner = quote[behind:].startswith(_OPENED)
    end = _closed(quote, behind) if inner else len(quote)
    opened = min((p for word in _WITHIN if (p := quote.find(word, start, end)) >= 0), default=-1)
    if (
        opened < 0 and inner
    ):  # 「893人（甲286人、乙472人）」 lists, 「893人（不含临时工12人），其中…」 does not
        parts = _from(whole, behind + 1, facts)
        if sum((f.value or Decimal(0) for f in parts), Decimal(0)) == whole.value:
            return parts
        opened = min((p for word in _WITHIN if (p := quote.find(word, end)) >= 0), default=-1)
    if opened >= 0:
        return _from(whole, opened, facts)
    if not quote[behind:].startswith(_MARKED):
        return []
    parts = _from(whole, behind, facts)
    return parts if sum((f.value or Decimal(0) for f in parts), Decimal(0)) == whole.value else []


def _from(whole: Fact, opened: int, facts: Sequence[Fact]) -> list[Fact]:
    """Counts of the whole's sentence behind a place, as long as they stay within the whole; what stands in brackets
    behind one of them is a part of that one."""
    quote = whole.source.quote
    end = _closed(quote, opened)
    beside = [
        f
        for f in facts
        if f.document_id == whole.document_id
        and f.source.page == whole.source.page
        and f.source.quote == quote
        and f.measure is Measure.COUNT
        and f.value
        and f.subject.name != whole.subject.name
        and 0 <= _place(f, opened) < end
        and _depth(quote, opened, _place(f, opened)) == 0
        and (unit_fits(f, whole.unit) or {f.unit, whole.unit} <= set(_SINGLES))
    ]
    total, found = Decimal(0), list[Fact]()
    for fact in sorted(beside, key=lambda f: _place(f, opened)):
        total += fact.value or Decimal(0)
        if total > (whole.value or Decimal(0)):
            break
        found.append(fact)
    return found


_SINGLES = ("个", "处", "起", "件", "家", "项")


_OPENED, _CLOSED = ("（", "("), ("）", ")")


def _behind(fact: Fact, place: int) -> int:
    """Where the text goes on behind a fact's number and unit."""
    value = fact.value or Decimal(0)
    written = format(value, "f")
    if not fact.source.quote.startswith(written, place):
        written = f"{int(value):,}"
    return place + len(written) + len(fact.unit)


def _depth(quote: str, start: int, place: int) -> int:
    """How many brackets that open behind ``start`` are open at a place."""
    said = quote[start:place]
    return sum(map(said.count, _OPENED)) - sum(map(said.count, _CLOSED))


def _closed(quote: str, start: int) -> int:
    """Where the bracket that is open at a place closes, else the end of the sentence."""
    opening = quote[start : start + 1] in _OPENED
    for place in range(start + 1, len(quote)):
        if quote[place] in _CLOSED and _depth(quote, start, place) == int(opening):
            return place
    return len(quote)


def _place(fact: Fact, start: int) -> int:
    """Where a fact's number stands in its sentence."""
    value = format(fact.value or Decimal(0), "f")
    places = [fact.source.quote.find(written, start) for written in (value, f"{int(fact.value or 0):,}")]
    return min((p for p in places if p >= 0), default=-1)
