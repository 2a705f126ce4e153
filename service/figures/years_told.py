"""The years that the papers of one year tell of a thing, where how it went over years is asked (一份资料里的历年数).

A form prints the year before beside the year (上年决算数), a sentence several years (「2021年、2022年分别为…」).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ingest.from_to import BEFORE
from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.figures.held import facts_of
from service.figures.lookup import same_subject
from service.model import Body, Plan, Term
from service.read.terms import reads_in
from service.things.indicators import is_target

_COUNT = regex(r"(?P<n>[两二三四五])年(?!级|期|前|制|内)")
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_OF_ITSELF = (Measure.AMOUNT, Measure.COUNT, Measure.RATE)


def years_told(plan: Plan, body: Body, text: str, facts: Sequence[Fact]) -> list[int]:
    """All years that are loaded; where that is one alone, the run of years up to it that its papers tell of.

    Where the question says how many years it means, that many are told or none but the one.
    """
    loaded = list(body.years)
    if len(loaded) != 1 or plan.subject is None or plan.also:
        return loaded
    subject = plan.subject
    own = (f for f in facts_of(facts, subject.name, subject.code) if same_subject(f, subject))
    told = {f.year for f in own if f.value is not None and f.measure in _OF_ITSELF and f.breakdown != BEFORE}
    told |= {loaded[0]} if told and as_told_then(subject, loaded[0], facts) is not subject else set()
    back = itertools.count(loaded[0], -1)
    run = sorted(itertools.takewhile(lambda year: year in told, back))
    said = _COUNT.search(text)
    wanted = _NUMBERS[said["n"]] if said is not None else len(run)
    return run[-wanted:] if 1 < wanted <= len(run) else loaded


def as_told_then(subject: Term | None, year: int, facts: Sequence[Fact]) -> Term | None:
    """The subject; where a year tells nothing of a thing counted by that name, the longer name by which it alone does.

    「2022年秋季在校学生3,268人…2020年、2021年在校生分别为…」: all that bears such a name must be of one number.
    """
    if subject is None or subject.kind != "业务量":
        return subject
    named = [f for f in facts if f.value is not None and f.measure is Measure.COUNT and not is_target(f)]
    own = [f for f in facts_of(named, subject.name) if same_subject(f, subject)]
    if not own or any(f.year == year for f in own):
        return subject
    unit, name = own[0].unit, fold(subject.name)
    alike = [f for f in named if f.year == year and f.unit == unit and reads_in(name, fold(f.subject.name))]
    if len({f.value for f in alike}) != 1:
        return subject
    s = min((f.subject for f in alike), key=lambda s: len(s.name))
    return Term(s.name, s.kind, s.code, s.path)
