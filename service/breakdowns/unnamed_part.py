"""A part found for words that say nothing of what sets it apart: 「有多少学生」 are no 残疾学生 (未指明的分项)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.breakdowns.enumeration import enumerations
from service.breakdowns.part_figures import of_fact
from service.breakdowns.placed import own_name
from service.figures.lookup import same_subject
from service.model import Declined, Operation, Plan, Reason
from service.read.citizens_words import as_written
from service.things.search import otherwise

#: Names that list several things have words of their parts themselves.
_SEVERAL = regex("[、，]|等")
_OPERATIONS = (Operation.LOOKUP, Operation.EXISTENCE)


def unnamed_part(plan: Plan, facts: Sequence[Fact]) -> Declined | None:
    """Why the part is not told, where only words of its whole were said; None where it may be."""
    if plan.operation not in _OPERATIONS or plan.subject is None or plan.also:
        return None
    said = fold(plan.text)
    for listed in enumerations(facts, plan.year):
        whole = fold(listed.whole.subject.name) if listed.whole is not None else ""
        part = next((p for p in listed.parts if same_subject(p, plan.subject)), None)
        if part is None or not whole or _SEVERAL.search(whole):
            continue
        name = own_name(part)
        shared = [pair for pair in _pairs(name) if pair in whole]
        apart = [pair for pair in _pairs(name) if pair not in whole]
        told = (said, as_written(said, name), *otherwise(said))
        if (
            apart
            and any(pair in said for pair in shared)
            and not any(p in text for p in apart for text in told)
        ):
            each = "、".join(of_fact(p) for p in listed.parts)
            return Declined(
                Reason.LOW_CONFIDENCE,
                f"没有写明问的是哪一项，不敢给出数字。原文写明：{of_fact(listed.whole or part)}，其中{each}。",
            )
    return None


def _pairs(name: str) -> list[str]:
    return re.findall("(?=(..))", name)
