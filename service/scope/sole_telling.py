"""The one body of a region whose text tells of what is asked, where only the region is named (独家述及)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ingest.patterns import regex
from ingest.text import fold
from service.inquiry import Found, Inquiry
from service.model import PHRASE_KINDS, Body, Evidence, Operation
from service.progress import unheard
from service.rosters.roster_asked import read_wanted
from service.text.asked import read_asked
from service.text.shortfalls import read_shortfall

#: A run of this many characters that a text has is a thing of its own: 白内障.
_THING = 3
#: No more bodies than this are read.
_MOST = 6
#: Words for money of which every body has some.
_ACCOUNT = regex("支出|收入|经费|三公|结[转余]|预算|决算|财政|采购|接待|公务|资产|补助|人员|工资")
#: The region itself is meant, of which a department's text tells nothing.
OF_REGION = regex(
    "全[区市县镇乡省]|整个|财政收|一般公共预算收|税收|非税|GDP|生产总值|财力|政府债|总?人口|户籍|常住|居民|地方|[区市县]里"
)


def sole_telling(asked: Inquiry, find: Callable[[Inquiry, Body], Found]) -> Inquiry | None:
    """The question as one of the only body of the region whose text tells of the thing that it names; else None.

    ``find`` answers a question as one of a body. A figure is never found so: words alone, which say whose they are.
    """
    bodies = asked.scope.mention.bodies
    if len(bodies) > _MOST or OF_REGION.search(asked.text):
        return None
    telling = [
        told for told in (of_body(asked, body) for body in bodies) if _tells(find(told, told.scope.bodies[0]))
    ]
    return telling[0] if len(telling) == 1 else None


def of_body(asked: Inquiry, body: Body) -> Inquiry:
    """The question as one of a body, with the note that it was taken so."""
    note = f"问题没有写明单位，按{body.name}回答。"
    return replace(asked, scope=replace(asked.scope, bodies=(body,)), understood=unheard, heard_as=note)


def _tells(found: Found) -> bool:
    """Whether words were found that tell of a thing named in the question, and not only of money as a whole."""
    if found.plan.operation is not Operation.NARRATIVE and read_wanted(found.plan.text) is None:
        return False
    text = _told(found)
    return any(t[at : at + _THING] in text for t in _things(found) for at in range(len(t) - _THING + 1))


def tells_alone(found: Found) -> bool:
    """Whether words alone were found that have a thing of the question whole, where no other body may be meant."""
    evidence = found.evidence
    alone = isinstance(evidence, Evidence) and not evidence.findings
    text = _told(found) if alone else ""
    bought = found.plan.subject is not None and found.plan.subject.kind == "政府采购"
    return bool(text) and (bought or any(len(thing) > 1 and thing in text for thing in _things(found)))


def _told(found: Found) -> str:
    """All that is quoted, with its headings."""
    evidence = found.evidence
    if not isinstance(evidence, Evidence):
        return ""
    return fold("".join(part for q in evidence.quotes for part in (*q.chunk.path, *q.sentences)))


def _things(found: Found) -> list[str]:
    """What the question names in so many words, but for money of which every body has some."""
    plan = found.plan
    said = [form for concept in read_asked(plan).concepts for form in concept.forms]
    own = plan.subject is not None and plan.subject.kind in PHRASE_KINDS
    said += [fold(plan.subject.name)] if own and plan.subject is not None else []
    said += [form for concept in read_shortfall(fold(plan.text)).matter for form in concept.forms]
    return [form for form in said if not _ACCOUNT.search(form)]
