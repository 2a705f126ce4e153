"""An average that the documents print themselves: 「网格员人均每天报多少件」 is 人均每日 as it stands (原文均值).

The words for over what it is taken must be the same; what it is an average of stands in the figure's name,
over it or in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.model import PHRASE_KINDS, Operation, Term
from service.read.hearing import Heard
from service.read.measure_words import TIME_TAKEN
from service.read.wording import Wording
from service.things.search import unit_fits

#: Over what an average is taken, by the words for it; 平均 alone says nothing of it.
_OVER: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("人", regex(r"人均|每[个名位]?人(?!次)|平均每人")),
    ("天", regex(r"日均|每[日天]|天均|一天")),
    ("月", regex(r"月均|每个?月")),
    ("户", regex(r"户均|每户")),
    ("车", regex(r"车均|每[辆台]车?")),
    ("次", regex(r"次均|每次")),
)
_MEAN = regex(r"均|每")
#: So much of the other words of a question must stand with the figure.
_HELD = 0.6
_IDLE = regex(r"平均|多少|几|大概|一般|能|要|了|的|是|有|上?报(?=$)")


def is_itself(asked: Operation | None, subject: Term, text: str) -> bool:
    """Whether the figure asked for is printed by its name: an average, a rate (满意率到了百分之多少)."""
    if asked is Operation.AVERAGE:
        return "平均" in subject.name or bool(_over(fold(subject.name)) or TIME_TAKEN.search(subject.name))
    own = fold(subject.name)
    if (
        asked is Operation.SHARE
        and subject.kind in PHRASE_KINDS
        and own.endswith(_SHARES)
        and own in fold(text)
    ):
        return "占" not in fold(text).replace(own, "")  # 「脱贫劳动力安置占比实际完成了多少」
    return asked is Operation.SHARE and "占" not in text and _IS_RATE.search(subject.name) is not None


#: How the name of an indicator ends that is a share itself.
_SHARES = ("占比", "比例", "比重")
#: Names of figures that are rates themselves.
_IS_RATE = regex(r"[率度]$")


def printed_mean(wording: Wording, heard: Heard, facts: Sequence[Fact]) -> Term | None:
    """The figure whose name is the average that is asked for; None where none is, or several are."""
    asked = _over(wording.text)
    if heard.asked is not Operation.AVERAGE or not asked:
        return None
    told = [
        f
        for f in facts
        if f.subject.kind in PHRASE_KINDS and _MEAN.search(f.subject.name) and f.value is not None
    ]
    told = [f for f in told if _over(fold(f.subject.name)) == asked]
    if heard.count_unit is not None:
        told = [f for f in told if unit_fits(f, heard.count_unit)]
    words = [run for run in _words(wording, heard) if len(run) > 1]
    told = [f for f in told if words and all(_holds(f, run) for run in words)]
    if len({(f.subject.name, f.subject.path) for f in told}) != 1:
        return None
    subject = told[0].subject
    return Term(subject.name, subject.kind, "", subject.path)


def _over(text: str) -> frozenset[str]:
    return frozenset(over for over, words in _OVER if words.search(text))


def _words(wording: Wording, heard: Heard) -> list[str]:
    """What is said besides who, when and over what."""
    text = heard.said
    for _, words in _OVER:
        text = words.sub(" ", text)
    return _IDLE.sub(" ", re.sub(r"(?:多少|几)[\u4e00-\u9fff]{0,2}", " ", text)).split()


def _holds(fact: Fact, run: str) -> bool:
    """Whether most of the pairs of characters of a run stand with a figure."""
    around = fold("".join((fact.subject.name, *fact.subject.path, fact.source.row, fact.source.quote)))
    pairs = [run[i : i + 2] for i in range(len(run) - 1)]
    return sum(pair in around for pair in pairs) >= _HELD * len(pairs)
