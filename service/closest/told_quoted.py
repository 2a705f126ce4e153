"""The one number of a quoted passage that the question can mean: by its measure, or as its only amount (引文里的数).

A passage that was found to answer has been told already; where nothing but a number answers, and it has one alone of
the sort that is asked for, the number is told out of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fact
from ingest.numbers import plain
from ingest.patterns import regex
from service.closest.alike import Said, held
from service.closest.number_asked import fit_of
from service.closest.places import ROWS, Place, places_of
from service.closest.query import Query
from service.closest.scorer import load_talk
from service.model import Evidence, Quote

#: By how much something changed, or what it was before, is told behind what it is.
_CHANGED = regex(
    r"(?:比|较|同比|上年|去年|年初|增[加长]|减少|下降|上升|提高|降低|[增减升降][了幅])[^，。；]{0,12}$"
)
#: So much of a word must stand there to be said; a word of talk says nothing.
_HELD, _TELLS = 0.5, 0.5
_CLAUSE, _LISTS = regex("[，,；;。]"), regex("、|等|[和及与]")
#: A clause that opens a sentence says what it is of: 「3.病虫害控制35.00万元，原因是……」.
_OPENS = regex(r"^[\s\d.、（()）一二三四五六七八九十]*[^，,；;。：:]{0,20}$")


def number_of(evidence: Evidence, rows: Sequence[Place], text: str, year: int) -> Place | None:
    """The number of the quoted sentences, or of the quoted ``rows``, that is meant; None where there is none, or
    several may be."""
    query = Query.of(text, load_talk(), year)
    quoted = [place for quote in evidence.quotes for place in _places_in(quote, rows)]
    fits = {at: fit_of(query.asked, place) for at, place in enumerate(quoted)}
    best = max(fits.values(), default=0.0)
    if best < _ALIKE:
        return None
    meant = [
        place
        for at, place in enumerate(quoted)
        if fits[at] == best and not place.is_old and (query.of_change or not _CHANGED.search(place.own))
    ]
    if len({(place.value, place.unit) for place in meant}) != 1:
        return None
    return meant[0] if _is_said(query, meant[0]) else None


def _places_in(quote: Quote, rows: Sequence[Place]) -> list[Place]:
    """The numbers of the sentences of a quote; of a quoted row its cells."""
    pages = {page for page, _ in quote.places}
    told = "".join(quote.sentences)
    own = [
        place for place in rows if place.fact and place.fact.source.page in pages and _names(place.fact, told)
    ]
    return own or [
        place
        for place in places_of([quote.chunk], ())
        if any(place.sentence.strip() in one or one in place.sentence for one in quote.sentences)
    ]


def _names(fact: Fact, told: str) -> bool:
    """Whether a quoted row is that of a fact."""
    name, printed = fact.subject.name, fact.source.quote or plain(fact.value or Decimal(0))
    return fact.subject.kind in ROWS and len(name) >= _NAME and name in told and printed in told


#: Units that stand for each other fit so well; a name has so many characters.
_ALIKE, _NAME = 0.7, 3


def _is_said(query: Query, place: Place) -> bool:
    """Whether a word of the question stands by the number, or in the sentence that it opens or measures alone.

    One of several that a clause lists is a part of what the number is of: 「50万元，主要用于电梯维修、绿化养护」.
    """
    near = f"{place.own}{place.after}"
    alone = query.asked.unit == place.unit or place.fact is not None  # nothing else in it is measured so
    opened = [] if not _OPENS.match(place.before) else _CLAUSE.split(place.sentence)
    beside = [place.sentence] if alone else [near, *(one for one in opened if not _LISTS.search(one))]
    return any(_tells(said) and held(said, text) >= _HELD for said in query.said for text in beside)


def _tells(said: Said) -> bool:
    return said.word.weight >= _TELLS and len(said.word.text) > 1
