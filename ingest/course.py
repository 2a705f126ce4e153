"""A sentence while its figures are read: where it stands, and how far it has been read (读到哪里)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.accounts import label_to_account
from ingest.cells import TOTAL, About
from ingest.contexts import Reading
from ingest.model import Box, Fact, Flow, Fund, Origin, Paragraph, Source, Stage, Subject
from ingest.numbers import to_yuan
from ingest.phrases import Topic


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a paragraph, with what holds for its document and the subjects known from its tables."""

    paragraph: Paragraph
    start: int
    end: int
    about: About
    known: Mapping[str, Subject]
    fund: Fund

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]

    def of(self, low: int, high: int) -> tuple[int, Box]:
        """Page and box of characters of the sentence, on the line on which the last of them stands."""
        return self.paragraph.places(self.start + low, self.start + high)[-1]


@dataclass(slots=True)
class Course:
    """How far a sentence has been read: the topic, where the last figure ended, what comparisons are with.

    ``amounts`` are those told since the last 「其中」; ``holder`` is the item whose halves may follow, ``listing`` that
    「其中」 stands behind it; reasons before ``past`` are over; ``aside`` is the last amount within an open bracket;
    ``far`` that changes are from no year before, or cannot be of what was told last; ``staged`` is the stage of the
    last whole, ended at ``staged_end``, at which its parts are told too; ``source`` is the income of one fund
    whose parts are told, ``divided`` the amount whose parts are.
    """

    topic: Topic
    last: int = 0
    deviation: bool = False
    outcome: Stage | None = None
    rated: bool = False
    changed: bool = False
    moved_list: bool = False
    moved: Reading | None = None
    moved_end: int = -1
    first: tuple[Subject, ...] = ()
    outer: Fund | None = None
    counted: tuple[Subject, ...] = ()
    spent: str = ""
    within: str = ""
    holder: tuple[Subject, ...] = ()
    listing: bool = False
    amounts: list[Reading] = field(default_factory=list)
    past: int = 0
    aside: Reading | None = None
    far: bool = False
    staged: Stage | None = None
    staged_end: int = 0
    source: Reading | None = None
    divided: Reading | None = None


def fact_of(reading: Reading, subject: Subject, about: About, place: tuple[int, Box], quote: str) -> Fact:
    """The fact that a reading is of one subject, at a place of the document."""
    account = label_to_account(subject.name)
    stage = reading.stage or about.stage
    if stage is Stage.INITIAL_BUDGET and about.stage is Stage.BUDGET:
        stage = Stage.BUDGET  # in a budget there is no other
    flow = account.flow if account else Flow.EXPENDITURE if subject.kind == "功能分类" else Flow.NONE
    return Fact(
        about.entity, about.year, stage, "", reading.fund, flow, subject, TOTAL, reading.measure,
        reading.value, reading.unit, to_yuan(reading.value, reading.unit), Origin.SENTENCE,
        Source(place[0], place[1], quote=quote), standing=1,
    )  # fmt: skip
