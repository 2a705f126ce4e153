"""Shares of a thing that stand in brackets behind its number: 「热线案件339件（街道占比91.2%）」 (括注占比).

The part must be said, and the thing that the brackets stand behind: a share of one thing is never told of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.told import printed_as
from service.model import Evidence, Plan
from service.targets import Point

#: How a share is called, and how the share of a part is asked for.
_ENDING = "占比"
_ASKED = regex(r"占(?![地道用])|比[例重]|百分比|份额")
#: Another figure, another year, or all the parts in their order are asked for.
_ELSE = regex(r"比(?:上年|去年|20\d\d)|[增减涨降]|变化|为什么|为啥|原因|差|合计|加起来|最|排|哪")
#: A number of the thing with brackets behind it.
_THING = regex(
    r"(?P<thing>[\u4e00-\u9fffA-Za-z]{2,20})[\d,.]+[\u4e00-\u9fff]{1,2}[（(](?P<list>[^（）()]+)[)）]"
)
_EACH = regex(r"各|分别")
#: So many characters at the end of the thing's name must be said, where it has as many.
_SAID = 4


@dataclass(frozen=True, slots=True)
class _Share:
    """A printed share of a part, and the thing that it is of."""

    fact: Fact
    part: str
    thing: str


def share_in_brackets(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The shares of the parts that are asked for; None where no part is said, or not what it is of."""
    text = fold(plan.text)
    if any(p.plan.year != plan.year for p in points) or not _ASKED.search(text) or _ELSE.search(text):
        return None
    shares = [s for s in _shares(plan, sources) if s.thing[-_SAID:] in text]
    rest = {share.thing: _without(text, share.thing) for share in shares}
    said = [share for share in shares if share.part in rest[share.thing]]
    told = {(s.thing, s.part): s for s in (shares if said and _EACH.search(text) else said)}
    if not told or len({thing for thing, _ in told}) > 1 or len({s.fact.value for s in shares}) < len(told):
        return None
    if len({(s.thing, s.part, s.fact.value) for s in shares if (s.thing, s.part) in told}) > len(told):
        return None  # two places tell it differently
    findings = (printed_as(f"{s.thing}中的{s.part}占比", s.fact, sources.body.name) for s in told.values())
    return Evidence(tuple(findings))


def _without(text: str, thing: str) -> str:
    """The question without the thing's own name, which may hold that of a part."""
    end = text.index(thing[-_SAID:]) + len(thing[-_SAID:])
    start = next(at for at in range(end) if text[at:end] in thing)
    return f"{text[:start]} {text[end:]}"


def _shares(plan: Plan, sources: Sources) -> Iterator[_Share]:
    """The shares of the year that stand in brackets behind a number."""
    own = {d.id for d in sources.documents}
    for fact in sources.facts:
        name = fold(fact.subject.name)
        if fact.measure is not Measure.SHARE or not name.endswith(_ENDING) or fact.document_id not in own:
            continue
        if fact.year != plan.year or fact.value is None:
            continue
        for match in _THING.finditer(fact.source.quote):
            if name in fold(match["list"]):
                thing = fold(match["thing"]).removeprefix("其中")
                yield _Share(fact, name.removesuffix(_ENDING), thing)
