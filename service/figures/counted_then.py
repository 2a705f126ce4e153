"""The same thing counted in another year under a name of its own: 受理问题件数, 全年受理各类问题 (各年叫法)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.figures.lookup import same_subject
from service.things.search import search, unit_fits

#: What is done with things, or how they are held: counts of the one are none of the other.
_DOING = regex(r"购置|新增|新购|保有|报废|更新|处置|淘汰|租赁|现有")
_ON_POSTS = regex(r"实有|在职|在编|在岗|现有")


def counted_then(now: Fact, year: int, facts: Sequence[Fact]) -> Fact | None:
    """What another year's document counts or rates of the thing that a figure is of; None of several numbers."""
    if now.measure not in (Measure.RATE, Measure.COUNT):
        return None
    held = [f for f in facts if f.year == year and f.document_id != now.document_id]
    if now.measure is Measure.RATE:
        return _rated_then(now, held)
    hit = search(fold(now.subject.name), held, now.unit)
    if hit is None or set(_DOING.findall(hit.term.name)) != set(_DOING.findall(now.subject.name)):
        return None  # what was bought is not what there is
    if _is_posts(hit.term.name) is not _is_posts(now.subject.name):
        return None  # posts are no people on them
    named = [f for f in held if same_subject(f, hit.term) and unit_fits(f, now.unit)]
    return named[0] if len({f.value for f in named}) == 1 else None


def _is_posts(name: str) -> bool:
    return "编制" in name and _ON_POSTS.search(name) is None


#: Whose a rate is, said before its name in one document and not in the other: 全县农村自来水普及率.
_WHOSE = regex(r"^(?:(?:全|本|我)[省市县区州旗镇乡村校院]|辖区|全域|区域)?(?:的)?(?:实现|达到|使)?")


def _rated_then(now: Fact, held: Sequence[Fact]) -> Fact | None:
    """The same rate of another year, but for whose it is; None where several are told."""
    name = _WHOSE.sub("", fold(now.subject.name))
    same = [f for f in held if f.measure is Measure.RATE and f.unit == now.unit and f.value is not None]
    named = [f for f in same if _WHOSE.sub("", fold(f.subject.name)) == name]
    return named[0] if len({f.value for f in named}) == 1 else None
