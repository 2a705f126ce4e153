"""One number and the words that it is read in (数与上下文)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Fund, Measure, Stage, Subject
from ingest.phrases import Topic


@dataclass(frozen=True, slots=True)
class Reading:
    """One number in its context; ``subjects`` is None where it is about what the text was about before.

    ``year`` is 0 where the words name none; ``stage`` None where the document's holds; ``part`` is the half of
    the subjects that is told (基本支出), empty for all of them.
    """

    subjects: tuple[Subject, ...] | None
    fund: Fund
    measure: Measure
    value: Decimal
    unit: str
    stage: Stage | None = None
    year: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a number is read in: the text since the number before, its last clause, topic and known subjects.

    ``stage`` is that of the document, ``after`` the words straight behind the number; ``parted``: it stands where the
    parts of one amount are listed by their money.
    """

    before: str
    topic: Topic
    known: Mapping[str, Subject]
    year: int
    stage: Stage = Stage.BUDGET
    after: str = ""
    parted: bool = False

    @property
    def clause(self) -> str:
        """The words since the last mark; a mark within brackets ends no clause."""
        return clauses_of(self.before)[-1]


def clauses_of(text: str) -> list[str]:
    """Clauses of a text, asides in brackets that hold a mark of their own left out."""
    return re.split(r"[，。；：:]", re.sub(r"[（(][^（()）]*[，。；：:][^（()）]*[)）]", "", text))
