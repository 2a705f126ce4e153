"""A note that there is none of an account, left over beside a table that prints some of it (与表不符的空表说明)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact, Measure, Origin
from service.model import Term


def is_belied(note: Fact, asked: Term, facts: Sequence[Fact]) -> bool:
    """Whether a figure other than zero is printed of what a note declares absent, or of what is asked for.

    ``facts`` are those of the year; only the stage that the note is of counts: a budget of some and an outcome of none
    are both true.
    """
    names = {note.subject.name, asked.name}
    return any(
        fact.value
        and fact.origin is not Origin.DECLARATION
        and fact.measure is Measure.AMOUNT
        and fact.subject.name in names
        and fact.stage is note.stage
        and fact.fund is note.fund
        for fact in facts
    )
