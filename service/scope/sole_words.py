"""The only body whose documents hold a run of the question's own words: 「岚阳古城墙加固安排多少」 (独有之词).

Where no body is named, a thing that one body alone writes of says whose it is. What every body has, and what two of
them write of, says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import fold
from service.inquiry import Found, Inquiry
from service.library import Library
from service.model import CONFIDENT, PHRASE_KINDS, Body, Declined, Evidence, Plan, Reason
from service.scope.said_all import says_all
from service.scope.sole_telling import OF_REGION, of_body

#: A run this long is a thing of its own; one in quotation marks is named so, and may be shorter.
_RUN, _QUOTED = 5, 3
#: So much shorter any run must be that another body writes.
_APART = 2
#: Names of no more bodies are looked through.
_MOST = 200
_OWN_KINDS = frozenset((*PHRASE_KINDS, "项目", "政府采购"))
#: Words of money and of asking, which make no run a thing of one body.
_COMMON = regex(
    r"20\d\d年?|一般公共预算|政府性基金|国有资本经营|财政拨款|机关运行经费|三公经费|公务用车|公务接待|因公出国|政府采购"
    r"|基本支出|项目支出|人员经费|公用经费|结转和?结余|预算|决算|支出|收入|经费|资金|金额|合计|总计|多少|安排|一共|总共"
    r"|[，,。；;：:？?！!、\s（）()]"
)
_NAMED = regex(r"[“\"「《‘](?P<name>[^“”\"「」《》‘’]{3,24})[”\"」》’]")


def sole_of_words(
    bodies: Sequence[Body],
    written: Callable[[str], Sequence[Chunk]],
    declined: Declined,
    asked: Inquiry,
    plan: Plan,
    library: Library,
    find: Callable[[Inquiry, Body], Found],
) -> Inquiry | None:
    """The question as one of the only body that writes of what it names, where its documents then answer it.

    ``written`` are the passages that hold most of some words; ``declined`` is what is told where nobody is found.
    """
    if declined.reason is not Reason.AMBIGUOUS or asked.scope.mention.bodies or OF_REGION.search(asked.text):
        return None
    owner = _owner(asked.text, bodies, written, library)
    if owner is None:
        return None
    told = of_body(asked, owner)
    found = find(told, owner)
    known = isinstance(found.evidence, Evidence) and found.plan.explained > CONFIDENT
    return told if known and says_all(found) and _is_of_thing(found.plan, asked.text) else None


def _is_of_thing(plan: Plan, text: str) -> bool:
    """Whether what was understood is named in the very words of the question, and not only by a total."""
    return (
        plan.subject is not None
        and plan.subject.kind != "总额"
        and _longest(text, plan.subject.name) >= _QUOTED
    )


def _owner(
    text: str, bodies: Sequence[Body], written: Callable[[str], Sequence[Chunk]], library: Library
) -> Body | None:
    """The one body whose documents hold a run of the text, where those of every other hold clearly less of it."""
    quoted = _NAMED.search(text)
    said, least = (quoted["name"], _QUOTED) if quoted else (text, _RUN)
    of_document = {d.id: place for place, body in enumerate(bodies) for d in body.documents}
    held = [_in_names(said, body, library) for body in bodies] if len(bodies) <= _MOST else [0] * len(bodies)
    for chunk in written(said):
        place = of_document.get(chunk.document_id)
        if place is not None:
            held[place] = max(held[place], _longest(said, "\n".join((*chunk.path, chunk.text))))
    first, *rest = sorted(held, reverse=True)
    return bodies[held.index(first)] if first >= least and max(rest, default=0) <= first - _APART else None


def _in_names(said: str, body: Body, library: Library) -> int:
    """The same of the names that the body's tables print for its projects and what it counts."""
    names = {f.subject.name for f in library.facts(body.documents) if f.subject.kind in _OWN_KINDS}
    return _longest(said, "\n".join(names))


def _longest(said: str, text: str) -> int:
    """How long the longest run of the question's own words is that a text has."""
    text = fold(text)
    parts = [part for part in _COMMON.sub(" ", fold(said)).split() if len(part) >= _QUOTED]
    runs = (
        part[at:end]
        for part in parts
        for at in range(len(part))
        for end in range(at + _QUOTED, len(part) + 1)
    )
    return max((len(run) for run in runs if run in text), default=0)
