"""The nearer of what is said: a column within 基本支出, a thing beside another of its kind (就近取义).

「基本支出的公用经费」 is of the inner column; 「公务用车加油和维修」 are both of the cars where one sentence tells
both, and never the account 维修（护）费 of the whole body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.model import CODED_KINDS, PHRASE_KINDS, Plan, Term

_WITHIN = regex(r"基本支出(?:里|中|当中|里面|其中)?的?[，,]?(?:其中)?的?(?P<part>人员经费|公用经费)")
_BASIC = "基本支出"
_AND = "[和与及跟、]"


def nearer_said(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan with the inner column for 基本支出, and with what the sentence of one thing tells beside it."""
    if plan.subject is None:
        return plan
    return _beside(_inner_column(plan, facts), facts)


def _inner_column(plan: Plan, facts: Sequence[Fact]) -> Plan:
    subject, within = plan.subject, _WITHIN.search(plan.text)
    if subject is None or within is None or plan.breakdown != _BASIC or subject.kind not in CODED_KINDS:
        return plan
    part = within["part"]
    own = [f for f in facts if f.year == plan.year and f.subject.name == subject.name and f.breakdown == part]
    if own:
        return replace(plan, breakdown=part)
    return replace(plan, breakdown=part, explained=0.0, taken=(part,))


def _beside(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """Accounts put beside a thing that a sentence tells of, as that sentence has them."""
    terms = [term for term in (plan.subject, *plan.also) if term is not None]
    named = [term for term in terms if term.kind in PHRASE_KINDS]
    if len(named) != 1 or len(terms) < 2:
        return plan
    quotes = {f.source.quote for f in facts if f.year == plan.year and f.subject.name == named[0].name}
    told = [f for f in facts if f.source.quote in quotes - {""} and f.year == plan.year]
    made = [_of_sentence(term, named[0], told, plan.text) for term in terms]
    return replace(plan, subject=made[0], also=tuple(made[1:]))


def _of_sentence(term: Term, named: Term, told: Sequence[Fact], text: str) -> Term:
    """What a sentence tells by the head of the thing named and the words that were heard as an account."""
    if term.kind in PHRASE_KINDS:
        return term
    name = fold(named.name)
    for fact in told:
        other = fold(fact.subject.name)
        head = next((n for n in range(min(len(name), len(other)) - 1, 1, -1) if name[:n] == other[:n]), 0)
        end = other[head:]
        said = (
            re.search(f"(?:{_AND}|{re.escape(name[head:])}){re.escape(end)}", text) if len(end) > 1 else None
        )
        if head and said and end[:2] in fold(term.name):
            s = fact.subject
            return Term(s.name, s.kind, s.code, s.path)
    return term
