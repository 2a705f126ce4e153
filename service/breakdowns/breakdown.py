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
from service.breakdowns.enumeration import Enumeration, enumerations, size, told_together, total_of
from service.breakdowns.lost_addend import lost_addends
from service.breakdowns.named import Named, named_in
from service.breakdowns.part_figures import of_fact
from service.breakdowns.placed import own_name
from service.breakdowns.unnamed_part import unnamed_part
from service.breakdowns.worked import worked
from service.evidence import Sources
from service.figures.lookup import same_subject
from service.figures.told import label_of
from service.model import CONFIDENT, PHRASE_KINDS, Declined, Evidence, Plan, Reason
from service.read.measure_words import counts_alike
from service.refuse import cannot_add
from service.targets import Point
from service.things.search import unit_fits

_BOUND = regex(r"(?P<of>[一-龥]{2,8}?)(?:及|和|含)?(?:以上|以下|以内|以外)")
_SEVERAL = regex("[，、和与]|以及|加上")
#: A sentence of no more characters before a list stands for a heading.
_HEADING = 20
_WRITTEN = frozenset("份篇期本")
_MARK = regex("[，,、；;。？?！! ]")
_STOP = regex("[。；]")
_ORDINAL = regex(r"^\s*[（(]?\d+[）)]?[.．、]?")
_Fit = tuple[Enumeration, Named]


def breakdown(plan: Plan, points: Sequence[Point], sources: Sources, text: str) -> Evidence | Declined | None:
    """What is asked of the parts that a sentence of the year lists; None where no one list is meant.

    ``text`` is the question, which a plan that was taken up from the one before does not hold.
    """
    plan = _as_asked(plan, text)
    if (bound := _bounded(plan, sources.facts) or unnamed_part(plan, sources.facts)) is not None:
        return bound
    ask = asked_of(plan)
    if ask is None or len({p.plan.year for p in points}) > 1 or _of_account(plan) or plan.base_year:
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
        lost = lost_addends(meant[1], text) if meant is not None and (ask.sum or ask.gap or ask.each) else []
        if lost:
            return cannot_add(sources.body, plan, lost)
        if meant is not None:
            return worked(ask, meant[1], meant[0], sources.body)
    return _not_added(plan, own) if ask.sum and not (ask.share or ask.each) else None


def _bounded(plan: Plan, facts: Sequence[Fact]) -> Declined | None:
    """「省级以上的几处」 of a whole whose parts are told one by one: neither the whole nor any of them."""
    bound = _BOUND.search(plan.parted or plan.text)
    if bound is None or plan.subject is None:
        return None
    for listed in enumerations(facts, plan.year):
        told = [f for f in (listed.whole, *listed.parts) if f is not None and same_subject(f, plan.subject)]
        if told and any(bound["of"][-2:] in own_name(part) for part in listed.parts):
            each = "、".join(of_fact(part) for part in listed.parts)
            said = f"原文只分别写明：{each}，没有写明所问范围的合计，没有给出。"
            return Declined(Reason.NOT_DISCLOSED, said)
    return None


def _not_added(plan: Plan, facts: Sequence[Fact]) -> Declined | None:
    """That figures of one sentence are not added, where those that are named are counted in several units."""
    for listed in told_together(facts, plan.year):
        named = named_in(plan, listed) if _SEVERAL.search(plan.parted) else None
        parts = named.parts if named is not None else ()
        if len(parts) > 1 and total_of(parts) is None:
            each = "，".join(f"「{label_of(part)}」按{part.unit}计" for part in parts)
            return Declined(Reason.NOT_DISCLOSED, f"{each}，计量单位不同，不能相加，没有给出合计。")
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
    """What is named where a sentence before says what the list is of: as a heading does, or of several by name."""
    said = _before(listed, sources)
    headings = " ".join(sentence for sentence in said if _is_heading(sentence))
    named = named_in(plan, listed, headings) if headings else None
    if named is None and said and (ask.sum or ask.gap):
        named = named_in(plan, listed, said[-1])
        named = named if named is not None and len(named.parts) > 1 else None
    return named


def _is_heading(sentence: str) -> bool:
    return len(sentence) <= _HEADING and not re.search(r"\d", _ORDINAL.sub("", sentence))


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
    if ask.gap and not (ask.ranks or ask.to_whole):
        return False  # two must be named that are apart
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


def _before(listed: Enumeration, sources: Sources) -> list[str]:
    """The sentences before that of a list, in its line, or the last of the line before: 「开展专项行动。一是…」."""
    quote = listed.parts[0].source.quote
    own = listed.parts[0].document_id
    texts = (chunk.text for chunk in sources.index().chunks if chunk.document_id == own)
    held = next((text[: text.index(quote)] for text in texts if quote in text), "")
    line = held.rsplit("\n", 1)[-1] or held.rstrip("\n").rsplit("\n", 1)[-1]
    return [sentence for sentence in _STOP.split(line) if sentence.strip()]
