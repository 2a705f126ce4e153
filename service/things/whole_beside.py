"""A count as a part of the whole that its own sentence tells before it: 「车里面执法用车占几成」 (同句的整体).

The whole is said before 里面 or 里头, by its number or by a word of its name; the part is one thing that is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.model import Term
from service.read.citizens_words import as_written
from service.read.terms import overlap
from service.things.contrary import HANDLED
from service.things.search import Hit, covered_by, otherwise, search

_SHARE = (
    r"的?(?:所?占的?了?(?:百分[之比]|几成|多少|比(?:例|重|率|$|[是为有多])|多大)"
    r"|(?:比例|比重|百分比)(?:$|[是为有多]))"
)
#: Between whole and part stands a word for it; else the number of the whole: 「在职85人，护士占比」.
_ASKED = tuple(
    regex(rf"(?P<whole>[^占，。？]{{1,20}}?){between}[，, ]*(?P<part>[^占，。？]{{2,20}}?){_SHARE}")
    for between in (r"(?:里面|里头|里边|当中|之中|其中|为分母|[里中])", r"(?<=\d[人名位辆台个户件])")
)
_NUMBER = regex(r"\d[\d,]*")
#: One unit for people and one for cars, whatever a sentence calls each by.
_ALIKE = {"名": "人", "位": "人", "个人": "人", "台": "辆"}


def whole_beside(said: str, facts: Sequence[Fact]) -> tuple[Hit, Term] | None:
    """The part and the whole that a question on a share names; None where one sentence does not tell both."""
    asked = next(filter(None, (pattern.search(said) for pattern in _ASKED)), None)
    if asked is None:
        return None
    part = search(asked["part"], facts)
    own = [f for f in facts if part is not None and f.subject.name == part.term.name and _counts(f)]
    wholes = {f.subject for one in own for f in facts if _holds(f, one, asked["whole"])}
    if part is None or len(wholes) != 1:
        return None
    whole = wholes.pop()
    return part, Term(whole.name, whole.kind)


def _counts(fact: Fact) -> bool:
    return fact.measure is Measure.COUNT and bool(fact.source.quote) and fact.value is not None


def _holds(fact: Fact, part: Fact, said: str) -> bool:
    """Whether a count stands before another in its sentence, in its unit, no smaller, and is what is said."""
    if not _counts(fact) or fact.document_id != part.document_id or fact.source.quote != part.source.quote:
        return False
    value, less = fact.value or 0, part.value or 0
    if fact.subject == part.subject or value < less or _unit(fact) != _unit(part):
        return False
    quote = fact.source.quote.replace(",", "")
    if not 0 <= quote.find(f"{value}") < quote.rfind(f"{less}"):
        return False
    numbers = [number.replace(",", "") for number in _NUMBER.findall(said)]
    return f"{value}" in numbers if numbers else _is_named(fold(fact.subject.name), said)


def _unit(fact: Fact) -> str:
    return _ALIKE.get(fact.unit, fact.unit)


def _is_named(name: str, said: str) -> bool:
    """Whether what is said ends as the name begins or ends, by a character at least: 车 of 车辆."""
    last = re.sub(r"^.*的", "", said)
    return overlap(name, last) > 1 or (len(last) == 1 and last in name)


#: So much of what is said must be in the name of the whole; a part whose name is said like this is meant itself.
_SAID = 0.8


def whole_meant(hit: Hit, content: str, facts: Sequence[Fact]) -> Hit:
    """The whole that a sentence counts before 其中, where its name has as much of what is said as that of the part
    which was found: 「处理多少市民投诉」 is not the 热线电话投诉 among the 群众投诉案件; else the part."""
    own = [f for f in facts if f.subject.name == hit.term.name and _counts(f) and "其中" in f.source.quote]
    wholes = [f for f in facts if any(_leads(f, one) for one in own)] if hit.said < _SAID else []
    thing = HANDLED.sub(" ", content)
    best = max(wholes, key=lambda f: _told(thing, f), default=None)
    if best is None or _told(thing, best) < max(_SAID, _told(thing, own[0])):
        return hit
    return Hit(Term(best.subject.name, best.subject.kind, "", best.subject.path), 1.0, 1.0, 1.0)


def _leads(fact: Fact, part: Fact) -> bool:
    """Whether a count stands before the 其中 of the sentence behind which another stands."""
    before, _, behind = fact.source.quote.replace(",", "").partition("其中")
    same = (fact.document_id, fact.source.quote) == (part.document_id, part.source.quote)
    larger = _counts(fact) and _unit(fact) == _unit(part) and (fact.value or 0) > (part.value or 0)
    return same and larger and f"{fact.value}" in before and f"{part.value}" in behind


def _told(content: str, fact: Fact) -> float:
    """Share of what is said that stands in a name, in the words that it has for it."""
    name = fold(fact.subject.name)
    return max(covered_by(as_written(said, name), name) for said in (content, *otherwise(content)))
