"""Two counts of one sentence, each named by a part of its name: 「治鼠害和蝗虫的面积加起来几万亩」 (句中两数).

Each part must be in the name of one count alone, in the unit that is asked, and both stand in one sentence; what else
is said must be the asking, or of their names.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.told import printed_as
from service.listings.said import left_beside
from service.model import Evidence, Finding, Plan
from service.read.conjunctions import ADDS
from service.targets import Point
from service.things.search import unit_fits

_BOTH = regex(
    rf"(?P<one>[\u4e00-\u9fff]{{2,14}}?)(?:以及|还有|加上|[和与跟、]|{ADDS})(?P<other>[\u4e00-\u9fff]{{2,24}})"
)
_SUM = regex(r"一共|总共|共计|合计|合起来|加起来|加在一起|总和")
_GAP = regex(r"相?差(?:[了出])?(?:多少|几)|[多少](?:了|出)?(?:多少|几)")
#: What measures a thing and is seldom in the name of a count.
_MEASURES = "面积数量人规模长度"


def two_counts(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """Both counts and their sum or gap; None where not each is named by its own part."""
    text = plan.parted or plan.text
    said, summed = _BOTH.search(text), _SUM.search(text) is not None
    if said is None or plan.count_unit is None or len(points) != 1 or not (summed or _GAP.search(text)):
        return None
    own = [
        f
        for f in sources.facts
        if f.subject.kind == "业务量" and f.year == plan.year and f.source.quote and f.value is not None
        and f.measure is Measure.COUNT and unit_fits(f, plan.count_unit)
    ]  # fmt: skip
    one = _named([said["one"][-size:] for size in range(len(said["one"]), 1, -1)], own)
    other = _named([said["other"][:size] for size in range(len(said["other"]), 1, -1)], own)
    if one is None or other is None or one is other or one.source.quote != other.source.quote:
        return None
    names = fold(one.subject.name + other.subject.name) + _MEASURES + fold(plan.count_unit)
    if one.unit != other.unit or any(char not in names for char in left_beside(fold(text))):
        return None
    return _told(one, other, summed, sources.body.name)


def _named(parts: Sequence[str], own: Sequence[Fact]) -> Fact | None:
    """The one count whose name has the longest of the parts that any has."""
    for part in parts:
        held = [f for f in own if part in fold(f.subject.name)]
        if held:
            return held[0] if len({(f.subject.name, f.value) for f in held}) == 1 else None
    return None


def _told(one: Fact, other: Fact, summed: bool, body: str) -> Evidence:
    a, b = (_finding(fact, body) for fact in (one, other))
    high, low = (b, a) if not summed and b.value > a.value else (a, b)
    value: Decimal = high.value + low.value if summed else high.value - low.value
    formula = f"{plain(high.value)} {'+' if summed else '−'} {plain(low.value)} = {plain(value)}"
    label = f"{high.label}与{low.label}{'合计' if summed else '之差'}"
    found = Finding(label, value, a.unit, Measure.COUNT, a.year, a.stage, (*high.operands, *low.operands), formula,
                    entity=body)  # fmt: skip
    each = "，".join(f"{f.label} {plain(f.value)} {f.unit}" for f in (a, b))
    word = "合计" if summed else f"{high.label}多"
    return Evidence(
        (found, a, b), told=f"{body}{a.year}年度{each}，{word} {plain(value)} {a.unit}（{formula}）。"
    )


def _finding(fact: Fact, body: str) -> Finding:
    assert fact.value is not None
    return printed_as(fact.subject.name, fact, body)
