"""One of several years from the document of the year after it, where none of its own is loaded (次年文件倒推)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.figures.told import label_of
from service.figures.worked_back import worked_back
from service.model import Declined, Finding, Operation, Place, Plan, Where
from service.targets import Point

#: Operations that only tell figures side by side; what is worked out of one that is worked out is told by no cell.
_SIDE_BY_SIDE = (Operation.LOOKUP, Operation.COMPARE, Operation.TREND)


def as_change(points: Sequence[Point], operation: Operation) -> Plan | None:
    """「2022年和2021年差多少」 where no document of 2021 is loaded: the change that the later one prints."""
    if operation is not Operation.DIFFERENCE or len({point.plan.subject for point in points}) != 1:
        return None
    years = sorted({point.plan.year or 0 for point in points})
    if len(points) != 2 or len(years) != 2 or years[1] != years[0] + 1:
        return None
    later = next(point for point in points if point.plan.year == years[1])
    if any(document.year == years[0] for document in later.body.documents):
        return None
    return replace(later.plan, operation=Operation.CHANGE, base_year=years[0])


def from_next_year(point: Point, operation: Operation, known: Sequence[Point]) -> Finding | None:
    """A year's figure, exactly, from the next year's figure and its printed change, where that one is ``known`` and
    told beside it; None where a document of the year is loaded."""
    plan, body = point.plan, point.body
    if not any(
        (p.body, p.plan.subject, p.plan.year) == (body, plan.subject, (plan.year or 0) + 1) for p in known
    ):
        return None
    if operation not in _SIDE_BY_SIDE or plan.operation not in _SIDE_BY_SIDE or plan.subject is None:
        return None
    if plan.per or any(document.year == plan.year for document in body.documents):
        return None
    made = worked_back(plan, Place(Where.BEFORE), body, point.facts)
    found = None if isinstance(made, Declined) else made.findings[-1]
    if found is None or "=" not in (found.formula or ""):
        return None
    return replace(found, label=label_of(found.operands[0].fact))
