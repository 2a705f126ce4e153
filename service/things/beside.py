"""What is counted in the clause of a figure, or in the next one: what was done for whom, how many of them (同句所计).

What another part of the sentence counts in the same unit is of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.things.search import unit_fits

#: Words for those that something is done for.
PEOPLE = (
    "农民工|老年人|老人|学生|孩子|儿童|孤儿|居民|群众|百姓|农户|贫困户|残疾人|病人|患者|村民|企业|家庭|职工|劳动者|干部"
    "|教师|老师"
)
_SEGMENTS, _CLAUSES = regex("[；;。]"), regex("[，,、：:]")


def counted_beside(own: Sequence[Fact], unit: str, noun: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Counts in the unit beside the figures of ``own``; ``noun`` is what must be in their names, 团 for groups."""
    for fact in own:
        quote = fact.source.quote
        same = [f for f in facts if quote and f.source.quote == quote and f.document_id == fact.document_id]
        counts = [f for f in same if f.measure is Measure.COUNT and f is not fact and fits(f, unit, noun)]
        yield from _nearest(fact, counts)


def fits(fact: Fact, unit: str, noun: str) -> bool:
    """Whether a count is in the unit, and of the noun where one is said; groups of people are none of other things."""
    name = fold(fact.subject.name)
    if noun == "团" or ("团组" in name and fact.unit == "个"):
        return noun == "团" and "团" in name and fact.unit in ("个", "团组")
    if len(noun) > 1 and not noun.endswith("车") and noun not in name:
        return False
    people = unit in ("人", "名") and fact.unit.removeprefix("万") == "人次"
    return people or unit_fits(fact, unit, loose=True)


def _nearest(fact: Fact, counts: Sequence[Fact]) -> Sequence[Fact]:
    """Those of the counts that stand in the same part of the sentence, then in its clause, then in the next behind."""
    at = _place(fact)
    if at < 0:
        return ()
    held = [f for f in counts if not _SEGMENTS.search(_between(fact, at, _place(f)))]
    if len(held) > 1:
        inner = [f for f in held if not _CLAUSES.search(_between(fact, at, _place(f)))]
        behind = sorted((f for f in held if _place(f) > at), key=_place)
        held = inner or behind[:1]
    return held


def _between(fact: Fact, one: int, other: int) -> str:
    return fact.source.quote[min(one, other) : max(one, other)]


def _place(fact: Fact) -> int:
    """Where the number of a fact stands in its sentence, -1 where it is printed otherwise."""
    written = (str(fact.value), f"{fact.value:,}" if fact.value is not None else "")
    said = (re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d.])", fact.source.quote) for number in written)
    return next((m.start() for m in said if m is not None), -1)
