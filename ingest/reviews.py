"""What people decided on failed checks: real, or no matter; a check that changes is open again (核对处理)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.model import Check, Side


class Decision(StrEnum):
    """What was decided on a failed check (处理结果)."""

    OPEN = "待处理"
    CONFIRMED = "确有不符"
    DISMISSED = "不算问题"


@dataclass(frozen=True, slots=True)
class Review:
    """One decision on one check of a document: who took it, when (ISO 8601, UTC), why; ``message`` tells the check."""

    document_id: str
    mark: str
    decision: Decision
    reason: str
    by: str
    at: str
    message: str = ""
    id: int = 0


def mark_of(check: Check) -> str:
    """What makes a check this one: its rule, what it says, both sides and where their figures stand.

    A later reading that finds anything else gives another mark, so that no old decision covers it.
    """
    told = "|".join((check.rule, check.verdict.value, check.message, *map(_side, (check.left, check.right))))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def decided(checks: Sequence[Check], reviews: Mapping[str, Review]) -> list[tuple[Check, Review | None]]:
    """Each check with the last decision on it, None where it is open; ``reviews`` by mark."""
    pairs = [(check, reviews.get(mark_of(check))) for check in checks]
    return [(c, r if r and r.decision is not Decision.OPEN else None) for c, r in pairs]


def without_dismissed(checks: Sequence[Check], reviews: Mapping[str, Review]) -> list[Check]:
    """The checks that nobody has dismissed."""
    if not reviews:
        return list(checks)
    return [c for c, r in decided(checks, reviews) if r is None or r.decision is not Decision.DISMISSED]


def _side(side: Side) -> str:
    value = "" if side.value is None else format(side.value, "f")
    operands = ";".join(f"{o.label},{o.value},{o.unit},{o.page},{o.document_id}" for o in side.operands)
    return f"{side.label}={value}{side.unit}[{operands}]"
