"""Which of the totals of a side a change is of, where the text names the side alone (收入总计与本年收入)."""

from __future__ import annotations

from ingest.contexts import Reading
from ingest.grand import GRAND
from ingest.model import Subject
from ingest.patterns import regex
from ingest.phrases import Topic

_OF_YEAR = regex(r"本年(?!度)|当年|合计")


def totals_told(topic: Topic, reading: Reading) -> tuple[str, ...]:
    """The names of the totals that a section has told, a reading's among them."""
    named = (s.name for s in reading.subjects or () if s.kind == "总额")
    return (*topic.totals, *(name for name in named if name not in topic.totals))


def as_told(subjects: tuple[Subject, ...] | None, words: str, topic: Topic) -> tuple[Subject, ...] | None:
    """「收入总计45万元，支出总计45万元，与上年相比，收入减少3万元」 is of 收入总计, the only total told of income.

    「总收入减少」 is so too where the year's own income was told beside it.
    """
    if not subjects or _OF_YEAR.search(words):
        return subjects
    return tuple(_as_told(subject, "总" in words, topic) for subject in subjects)


def _as_told(subject: Subject, whole: bool, topic: Topic) -> Subject:
    grand = GRAND.get(subject.name, "")
    told = grand in topic.totals and (whole or subject.name not in topic.totals)
    return Subject(subject.kind, grand) if told else subject
