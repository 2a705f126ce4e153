"""The share that a sum has of the whole that is named (合计占比)."""

from __future__ import annotations

from dataclasses import replace

from service.evidence import Sources
from service.figures.ratios import share_of_sum
from service.model import Declined, Evidence, Plan
from service.refuse import cannot_add


def of_whole(found: Evidence, plan: Plan, sources: Sources) -> Evidence | Declined:
    """「甲和乙合计占基本支出的比重」: the share of the sum, where one is asked for."""
    if plan.base is None or found.notes or "占" not in plan.text:
        return found
    made = share_of_sum(found.findings[0], plan, sources.facts)
    if made is None:
        return cannot_add(sources.body, plan, [plan.base.name])
    return replace(found, findings=(made[0], *found.findings[1:], made[1]))
