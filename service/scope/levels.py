"""A department that publishes twice for one year, with the bodies below it and for its office alone (部门与本级)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.model import Document, Fact, Origin
from ingest.patterns import regex
from service.contract import AskRequest
from service.model import Body
from service.scope.roll import Roll

#: How the accounts of the office alone are called in a question; 市本级 is a level of government.
_OWN = regex(r"(?<![省市县区州])本级|局本部|机关本部|单位(?:决算|预算)")
_WHOLE = regex(r"部门|汇总|合并")
OWN = "（本级）"
FactsOf = Callable[[Sequence[Document]], Sequence[Fact]]


def one_level(bodies: Roll, request: AskRequest, before: str, facts_of: FactsOf) -> Roll:
    """The bodies with one publication a year and kind: the whole department's, the office's where it is meant.

    ``before`` is the name of the body that the conversation is about: once the office was asked about, it stays
    the office until the whole is named. Figures of the two are never mixed.
    """
    twice = bodies.once("twice", lambda: _twice(bodies, facts_of))
    return bodies.narrowed(
        {place: _narrowed(bodies[place], groups, request, before) for place, groups in twice.items()}
    )


def _twice(bodies: Sequence[Body], facts_of: FactsOf) -> dict[int, list[list[Document]]]:
    """The bodies, by their places, that publish twice for a year, with the documents of each such year."""
    found = {
        place: [group for group in _groups(body) if _printed_twice(group, facts_of)]
        for place, body in enumerate(bodies)
        if len({d.level for d in body.documents}) > 1
    }
    return {place: groups for place, groups in found.items() if groups}


def _narrowed(body: Body, twice: Sequence[Sequence[Document]], request: AskRequest, before: str) -> Body:
    own = _means_office(body, request, before)
    dropped = {d.id for group in twice for d in group if (d.level == "单位") is not own}
    kept = tuple(d for d in body.documents if d.id not in dropped)
    return replace(body, name=body.name + OWN if own else body.name, documents=kept)


def _groups(body: Body) -> list[list[Document]]:
    """The documents of one year and kind."""
    found: dict[tuple[int, str], list[Document]] = {}
    for d in body.documents:
        found.setdefault((d.year, d.kind.value), []).append(d)
    return list(found.values())


def _printed_twice(documents: Sequence[Document], facts_of: FactsOf) -> bool:
    """Whether both levels print a statement; a narrative and its tables, one of them misnamed, do not."""
    if len({d.level for d in documents}) < 2:
        return False
    own, whole = (
        {f.statement for f in facts_of([d for d in documents if (d.level == "单位") is office])
         if f.origin is Origin.CELL and f.standing == 0}
        for office in (True, False)
    )  # fmt: skip
    return bool(own & whole)


def _means_office(body: Body, request: AskRequest, before: str) -> bool:
    text = request.question + (request.entity or "")
    if any(d.id == request.document_id for d in body.documents):
        return any(d.id == request.document_id and d.level == "单位" for d in body.documents)
    return bool(_OWN.search(text)) or (before == body.name + OWN and not _WHOLE.search(text))
