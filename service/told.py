"""How a figure is called (称谓)."""

from __future__ import annotations

from ingest.cells import TOTAL
from ingest.model import Fact


def label_of(fact: Fact) -> str:
    """Name of a figure for people: subject, and the part of it where it is a part."""
    name = fact.subject.name
    return name if fact.breakdown in (TOTAL, "约数") else f"{name}（{fact.breakdown}）"
