"""Whether a question that names only a place says the thing that a figure is of (所问即所指)."""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.inquiry import Found
from service.model import PHRASE_KINDS, Evidence
from service.read.terms import overlap

#: What is counted of the people of a place as well as of those that one body has to do with, and what is rated: so
#: many characters of it say which it is.
_SAYS = {"人": 3, "万人": 3, "名": 3, "位": 3, "户": 3, "万户": 3, "%": 4}
#: Where fewer are said, no more than this may be left unsaid.
_UNSAID = 1
#: What the name of a thing has beside it.
_BESIDE = regex(r"[（(][^（）()]*[）)]|[总人户件个次家台]?数量?$|[、“”‘’《》\s]")


def says_all(found: Found) -> bool:
    """Whether the one figure that was found is of a thing that the question says: the 老人 of a district are not those
    that its bureau visits, nor is a rate of one sort the rate of all. Of accounts and lists it is not asked here."""
    findings = found.evidence.findings if isinstance(found.evidence, Evidence) else ()
    facts = [operand.fact for finding in findings for operand in finding.operands]
    if len(facts) != 1 or facts[0].subject.kind not in PHRASE_KINDS:
        return True
    return says_thing(facts[0].subject.name, facts[0].unit, found.plan.text)


def says_thing(name: str, unit: str, text: str) -> bool:
    """Whether a question says so much of a thing's name that no other can be meant, where it is so many ``unit``."""
    own, least = fold(_BESIDE.sub("", name)), _SAYS.get(unit, 0)
    said = overlap(own, fold(text)) if least else 0
    return said >= least or len(own) - said <= _UNSAID
