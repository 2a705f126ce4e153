"""Money by what a document says that it was for: 「…决算45万元，用于困难群众白内障手术补助」 (按用途找科目).

An item is meant whose sentence names one purpose and the question says that purpose; of several purposes the figure
is of all of them together, and none of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.model import Fact, Measure, Origin
from ingest.patterns import regex
from ingest.text import fold
from service.figures.held import once
from service.model import CODED_KINDS, Term
from service.read.citizens_words import as_written, is_other
from service.read.own_content import without_leading
from service.things.search import Hit, covered_by

#: So much of the purpose must be said, and so much of what is asked must be in the purpose or the item's name.
_SAID, _EXPLAINED = 0.6, 0.6
_LEAST = 4
_FOR = regex(r"(?:主要)?(?:用于|用来)(?P<what>[^，。；（(]{4,40})")
#: Several purposes, and an end that says only that money is meant.
_SEVERAL = regex(r"[、和及与]|以及|等")
_END = regex(r"(?:的|等)?(?:补助|补贴|经费|支出|费用|资金|开支|工作|方面)+$")


def purpose_meant(content: str, facts: Sequence[Fact]) -> Hit | None:
    """The one item whose only purpose is what the question says; None where none is, or several are."""
    asked = without_leading(content)
    if len(asked.replace(" ", "")) < _LEAST:
        return None
    found: dict[str, Hit] = {}
    for fact, purpose in once(facts, purpose_meant, lambda: list(_purposes(facts))):
        said = as_written(asked, purpose)
        if is_other(said, purpose):
            continue
        share = covered_by(purpose, said)
        explained = covered_by(said, purpose + fold(fact.subject.name))
        if share >= _SAID and explained >= _EXPLAINED:
            s = fact.subject
            found[s.code or s.name] = Hit(Term(s.name, s.kind, s.code, s.path), share, explained, share)
    return next(iter(found.values())) if len(found) == 1 else None


def _purposes(facts: Sequence[Fact]) -> Iterator[tuple[Fact, str]]:
    """Items with the one purpose that their sentence names."""
    for fact in facts:
        if fact.origin is not Origin.SENTENCE or fact.measure is not Measure.AMOUNT:
            continue
        # A name may have the word itself: 用于其他社会公益事业的彩票公益金支出.
        told = fact.source.quote.replace(fact.subject.name, "") if fact.subject.kind in CODED_KINDS else ""
        found = _FOR.findall(told)
        if len(found) != 1:
            continue
        purpose = _END.sub("", fold(found[0]))
        if len(purpose) >= _LEAST and not _SEVERAL.search(purpose):
            yield fact, purpose
