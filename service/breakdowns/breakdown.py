"""A question over what one sentence lists: its parts in order, their shares, sums and gaps (句中分项问答).

The question must say nothing that the sentence and its headings do not tell, and fit one list alone: where two lists
fit as well nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.breakdowns.asked import Ask, asked_of, fold_marked
from service.breakdowns.enumeration import Enumeration, enumerations, size
from service.breakdowns.named import Named, named_in
from service.breakdowns.placed import own_name
from service.breakdowns.worked import worked
from service.evidence import Sources
from service.figures.lookup import same_subject
from service.model import CONFIDENT, PHRASE_KINDS, Evidence, Plan
from service.read.measure_words import counts_alike
from service.targets import Point
from service.things.search import unit_fits

#: A sentence of no more characters before a list stands for a heading.
_HEADING = 20
_WRITTEN = frozenset("份篇期本")
_MARK = regex("[，,、；;。？?！! ]")
_STOP = regex("[。；\n]")
_Fit = tuple[Enumeration, Named]


def breakdown(plan: Plan, points: Sequence[Point], sources: Sources, text: str) -> Evidence | None:
    """What is asked of the parts that a sentence of the year lists; None where no one list is meant.

    ``text`` is the question, which a plan that was taken up from the one before does not hold.
    """
    plan = _as_asked(plan, text)
    ask = asked_of(plan)
    if ask is None or len({p.plan.year for p in points}) > 1 or _of_account(plan):
        return None
    own = [f for f in sources.facts if not plan.home or f.document_id in plan.home]
    looked_up = {p.plan.subject.name for p in points if p.plan.subject is not None}
    for facts in (own, sources.facts):
        fitting = [
            (e, n)
            for e in enumerations(facts, plan.year)
            if (n := _fits(plan, ask, e, sources, looked_up)) is not None
        ]
        meant = _one(fitting, ask)
        if meant is not None:
            return worked(ask, meant[1], meant[0], sources.body)
    return None


def _as_asked(plan: Plan, text: str) -> Plan:
    said = fold(text)
    if all(run in said for run in fold_marked(plan.parted or plan.text).split("，")):
        return plan
    return replace(plan, parted=_MARK.sub("，", text), text=said)


def _of_account(plan: Plan) -> bool:
    """Whether an account is meant, whose parts the statements print."""
    known = plan.subject is not None and plan.subject.kind not in PHRASE_KINDS
    return known and plan.explained > CONFIDENT and not plan.assumed


def _fits(plan: Plan, ask: Ask, listed: Enumeration, sources: Sources, looked_up: set[str]) -> Named | None:
    money = listed.parts[0].yuan is not None
    unit = None if ask.sides else plan.count_unit
    if (money and unit is not None) or (ask.money and not money):
        return None
    if unit is not None and not any(_in_unit(p, unit) for p in listed.parts):
        return None
    if ask.noun and ask.noun not in "".join(own_name(p) for p in listed.parts):
        return None
    named = named_in(plan, listed)
    if named is None:
        named = _named_under(plan, ask, listed, sources)
    if named is None or not _makes_sense(ask, named, listed, looked_up):
        return None
    subject = plan.subject
    first = (listed.whole, *listed.parts[:1])
    linked = subject is not None and any(same_subject(f, subject) for f in first if f is not None)
    linked = linked or (listed.whole is not None and listed.whole.value in ask.numbers)
    return named if named.parts or named.held or linked or (named.around and ask.source) else None


def _named_under(plan: Plan, ask: Ask, listed: Enumeration, sources: Sources) -> Named | None:
    """What is named where the sentence before says what the list is of: as a heading does, or of several by name."""
    before = _before(listed, sources)
    named = named_in(plan, listed, before) if before else None
    headed = len(before) <= _HEADING and not re.search(r"\d", before)
    several = named is not None and len(named.parts) > 1 and (ask.sum or ask.gap)
    return named if headed or several else None


def _in_unit(fact: Fact, unit: str) -> bool:
    """Whether a part may be asked for in a unit: 份 for what the document counts in 篇."""
    alike = counts_alike(unit, fact.unit) or {unit, fact.unit} <= _WRITTEN
    return alike or unit_fits(fact, unit, loose=True)


def _makes_sense(ask: Ask, named: Named, listed: Enumeration, looked_up: set[str]) -> bool:
    """Whether what is asked can be asked of the parts that are named, or of all where none is."""
    parts = len(named.parts)
    if ask.kinds and ask.kinds != (parts or len(listed.parts)):
        return False
    if parts > 1 and not ask.share and {p.subject.name for p in named.parts} == looked_up:
        return False  # each is looked up by its own name
    if ask.which or parts:
        wanted = ask.share or (ask.which and parts == 1) or (parts > 1 and (ask.sum or ask.gap or ask.each))
        return wanted and not (ask.ranks and parts)
    return listed.firm and (not ask.share or ask.ranks or ask.each)


def _one(fitting: Sequence[_Fit], ask: Ask) -> _Fit | None:
    """The one that is meant: the most of whose parts and of whose whole is named; printed twice, the fullest."""
    if not fitting:
        return None

    def rank(fit: _Fit) -> tuple[int, int, int]:
        return len(fit[1].parts) + len(fit[1].base), fit[1].held, fit[1].around

    best = max(map(rank, fitting))
    first = [fit for fit in fitting if rank(fit)[:2] == best[:2]]
    chosen = max(first, key=lambda fit: (fit[0].closed, len(fit[0].parts), -fit[0].parts[0].source.page))
    return chosen if all(_same(fit[0], chosen[0]) for fit in first) else None


def _same(one: Enumeration, other: Enumeration) -> bool:
    """Whether two lists tell one thing: the same whole, or the same parts."""
    if one.whole is not None and other.whole is not None:
        return size(one.whole) == size(other.whole)
    sizes = [{size(p) for p in e.parts} for e in (one, other)]
    return sizes[0] <= sizes[1] or sizes[1] <= sizes[0]


def _before(listed: Enumeration, sources: Sources) -> str:
    """The sentence before that of a list, which may say what it is of: 「开展专项行动。一是…」."""
    quote = listed.parts[0].source.quote
    texts = (
        chunk.text for chunk in sources.index().chunks if chunk.document_id == listed.parts[0].document_id
    )
    held = next((text[: text.index(quote)] for text in texts if quote in text), "")
    return _STOP.split(held.rstrip("。；\n"))[-1]
