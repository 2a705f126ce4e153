"""Changes that are printed in words: 「与上年持平」, 「比去年无增减变化」 (持平)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ingest.changes_told import is_of_item
from ingest.contexts import Reading
from ingest.course import Place, fact_of
from ingest.model import Fact, Fund, Measure, Stage, Subject
from ingest.patterns import regex
from ingest.phrases import Topic, subjects_of

#: Breakdown of a change that is printed in words only (持平).
LEVEL = "持平"

_SAME = r"(?:基本)?(?:持平|一致|相同|无变化|无增减|没有变化|没有增减)(?:变化|变动)?(?!\d)"
_LEVEL = regex(
    rf"(?<![或未])(?:与|比|较|同)(?:上年|去年|(?P<year>20\d\d)年)度?(?:年初|全年)?(?:支出|收入)?(?P<stage>决算|预算|执行)?数?(?:安排)?(?:相比)?{_SAME}"
)
#: The same against the year's own budget.
_LEVEL_OFF = regex(rf"(?<![合或未])(?:与|比|较|同)(?:年初|全年|调整后?|当年)?预算数?(?:相比)?{_SAME}")
_CLAUSE = regex(r"[^，。；：:]+")


def level(low: int, high: int, place: Place, topic: Topic) -> Iterator[Fact]:
    """Changes of nothing told between two places of a sentence, each of what its clause or the one before names."""
    named: tuple[Subject, ...] | None = None
    fund = topic.fund
    for clause in _CLAUSE.finditer(place.text, low, high):
        match = _LEVEL.search(clause[0])
        off = _against_budget(match, clause[0], place)
        same = off or match
        if same is None:
            told, of_it = _compared(clause[0], topic)
            named, fund = (told, of_it) if told else (named, fund)
            continue
        start, end = clause.start() + same.start(), clause.start() + same.end()
        if end == high and place.text[high : high + 1].isdigit():  # 「与2024年预算一致0万元」 has its number
            continue
        told, of_it = subjects_of(clause[0][: same.start()], topic, {})
        if told and told[0].kind == "总额" and is_of_item(clause[0][: same.start()], topic):
            told = None  # 「购置费支出决算为0万元，支出决算与预算一致」
        named, fund = (told, of_it) if told else (named, fund)
        if match is not None and off is None and not _of_year_before(match, place):
            continue
        measure = Measure.VARIANCE if off else Measure.CHANGE
        reading = Reading(named, fund if named else topic.fund, measure, Decimal(0), "万元")
        for subject in named or topic.subjects:
            fact = fact_of(reading, subject, place.about, place.of(start, end), place.text)
            yield replace(fact, breakdown=LEVEL)


#: From what a figure is told to differ.
_BASE = regex(r"(?:与|比|较|同)(?:上年|去年|20\d\d年|年初|全年|当年|预算)")


def _compared(clause: str, topic: Topic) -> tuple[tuple[Subject, ...] | None, Fund]:
    """What a clause compares that has no figure, 「公务接待费较上年略有减少」: the next is of it too."""
    base = _BASE.search(clause)
    return subjects_of(clause[: base.start()], topic, {}) if base else (None, topic.fund)


def _against_budget(match: re.Match[str] | None, clause: str, place: Place) -> re.Match[str] | None:
    """The words that hold a figure of final accounts against its own budget, 「与2023年度预算持平」 in 2023's."""
    if place.about.stage is not Stage.FINAL_ACCOUNTS:
        return None
    own = match is not None and match["stage"] == "预算" and match["year"] == str(place.about.year)
    return match if own else _LEVEL_OFF.search(clause)


def _of_year_before(match: re.Match[str], place: Place) -> bool:
    """Whether a figure is held against that of the year before."""
    return not match["year"] or int(match["year"]) == place.about.year - 1
