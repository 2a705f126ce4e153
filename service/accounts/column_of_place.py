"""A column of a table by the place that heads it: what one county gets of a transfer (分地区栏)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact
from ingest.patterns import regex
from service.figures.held import facts_of
from service.model import Plan

_PLACE = regex(r"[\u4e00-\u9fff]{1,8}(?:[县区市旗州盟镇乡]|街道)")


def in_place(plan: Plan, text: str, spans: Sequence[tuple[int, int]], facts: Sequence[Fact]) -> Plan:
    """The plan for the column of the one place that a question names besides its body, ``spans`` left aside."""
    if plan.subject is None or plan.breakdown is not None:
        return plan
    name = plan.subject.name
    heads = {
        f.breakdown for f in facts_of(facts, name) if f.subject.name == name and _PLACE.fullmatch(f.breakdown)
    }
    if not heads:
        return plan
    free = "".join("\0" if any(low <= i < high for low, high in spans) else c for i, c in enumerate(text))
    said = [place for place in heads if place in free]
    return replace(plan, breakdown=said[0]) if len(said) == 1 else plan
