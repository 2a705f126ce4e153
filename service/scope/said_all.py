"""Whether a question that names only a place says the thing that a figure is of (所问即所指)."""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.accounts.lexicon import term_of
from service.inquiry import Found
from service.model import PHRASE_KINDS, Evidence
from service.read.terms import overlap

#: So many characters of a thing say which it is; where fewer are said, no more than this may be left unsaid.
_SAYS, _UNSAID = 4, 1
#: What the name of a thing has beside it.
_BESIDE = regex(r"[（(][^（）()]*[）)]|[总人户件个次家台]?数量?$|[、“”‘’《》\s]")


def says_all(found: Found) -> bool:
    """Whether all figures that were found are of things that the question says: the 老人 of a district are not those
    that its bureau visits, nor is a rate of one sort the rate of all. Of accounts it is not asked here."""
    findings = found.evidence.findings if isinstance(found.evidence, Evidence) else ()
    terms = [term_of(operand.fact) for finding in findings for operand in finding.operands]
    return all(says_thing(term.name, found.plan.text) for term in terms if term.kind in PHRASE_KINDS)


def says_thing(name: str, text: str) -> bool:
    """Whether a question says so much of a thing's name that no other can be meant."""
    own = _BESIDE.sub("", fold(name))
    said = overlap(own, fold(text))
    return said >= _SAYS or len(own) - said <= _UNSAID
