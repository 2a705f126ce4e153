"""Projects of one name at several units, told as one with their sum: 校舍维修 of three schools (同名项目合并)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.text import fold
from service.figures.several import add_up
from service.model import Finding


def by_name(told: Sequence[Finding]) -> tuple[Finding, ...]:
    """Figures of projects, one for each name, in the order in which the names come; others as they are."""
    groups: dict[tuple[str, object], list[Finding]] = {}
    for index, finding in enumerate(told):
        fact = finding.printed
        own = fact is not None and fact.subject.kind == "项目"
        name = fold(fact.subject.name) if fact is not None and own else str(index)
        groups.setdefault((name, finding.stage), []).append(finding)
    return tuple(held[0] if len(held) == 1 else _one(held) for held in groups.values())


def _one(held: Sequence[Finding]) -> Finding:
    fact = held[0].printed
    return replace(add_up(held), label=fact.subject.name if fact is not None else held[0].label)


def by_size(told: Sequence[Finding], least: bool) -> tuple[Finding, ...]:
    """The same with the largest first, or the smallest."""
    merged = by_name(told)
    if len(merged) == len(told):
        return tuple(told)
    return tuple(sorted(merged, key=lambda f: f.value, reverse=not least))
