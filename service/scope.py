"""Which documents a question is about: body, year and kind, or why that cannot be said (范围)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.entities import entity_key
from ingest.model import Document, Kind, Stage
from service.bodies import Mention, find_bodies
from service.contract import AskRequest
from service.conversation import Turn
from service.model import Body, Declined, Reason
from service.periods import Period, find_period


@dataclass(frozen=True, slots=True)
class Scope:
    """The body asked about, the year where one is asked for, and which characters of the question said so."""

    body: Body | None
    year: int | None
    period: Period
    spans: tuple[tuple[int, int], ...]
    mention: Mention
    text: str


def read_scope(text: str, bodies: Sequence[Body], request: AskRequest, last: Turn | None) -> Scope:
    """Body and year of a question, from its words, the request's limits, the conversation, or the only one loaded."""
    period = find_period(text)
    taken = [any(low <= i < high for low, high in period.spans) for i in range(len(text))]
    mention = find_bodies(text, bodies, taken)
    body = _limited(bodies, request) or _body(mention, bodies, last)
    year = request.year or _year(period, body)
    return Scope(body, year, period, (*period.spans, *mention.spans), mention, text)


def ambiguous(scope: Scope, bodies: Sequence[Body], text: str) -> Declined:
    """Which body is meant cannot be said: the loaded ones as questions that would be answered."""
    candidates = scope.mention.bodies or bodies
    options = tuple((b.name, f"{b.name}{text}") for b in list(candidates)[:8])
    names = "、".join(b.name for b in list(candidates)[:8])
    return Declined(Reason.AMBIGUOUS, f"您问的是哪个单位？可以查询的有：{names}。", options)


def not_loaded(name: str, bodies: Sequence[Body]) -> Declined:
    """A body that is named but not loaded."""
    names = "、".join(b.name for b in list(bodies)[:8])
    more = f"等{len(bodies)}个单位" if len(bodies) > 8 else ""
    return Declined(
        Reason.ENTITY_NOT_LOADED, f"目前没有收录「{name}」的公开资料，无法回答。已收录的有：{names}{more}。"
    )


def documents_for(body: Body, year: int | None, stage: Stage | None) -> tuple[list[Document], int]:
    """Documents that answer for a year and stage, those most to the point first, and the year they are of.

    Without a year: the newest final accounts, since people mean money that was spent; the newest budget where
    budgets are asked for or nothing else is loaded.
    """
    wanted = Kind.BUDGET if stage in (Stage.BUDGET, Stage.INITIAL_BUDGET) else Kind.FINAL_ACCOUNTS
    held = sorted(body.documents, key=lambda d: (d.year, d.kind is wanted), reverse=True)
    if year is None:
        preferred = [d for d in held if d.kind is wanted]
        year = (preferred or held)[0].year
    chosen = [d for d in held if d.year == year]
    return sorted(chosen, key=lambda d: d.kind is not wanted), year


def what_is_loaded(body: Body) -> str:
    """Years and kinds of a body's documents, for an honest refusal."""
    held = sorted({(d.year, d.kind.value) for d in body.documents})
    return "、".join(f"{year}年度{kind}" for year, kind in held)


def _limited(bodies: Sequence[Body], request: AskRequest) -> Body | None:
    if request.document_id:
        return next((b for b in bodies if any(d.id == request.document_id for d in b.documents)), None)
    if request.entity:
        key = entity_key(request.entity)
        exact = next((b for b in bodies if b.key == key), None)
        named = find_bodies(request.entity, bodies, [False] * len(request.entity)).bodies
        return exact or (named[0] if len(named) == 1 else None)
    return None


def _body(mention: Mention, bodies: Sequence[Body], last: Turn | None) -> Body | None:
    if len(mention.bodies) == 1:
        return mention.bodies[0]
    if mention.bodies or mention.unknown:
        return None
    if last is not None:
        kept = next((b for b in bodies if b.key == last.body), None)
        if kept is not None:
            return kept
    return bodies[0] if len(bodies) == 1 else None


def _year(period: Period, body: Body | None) -> int | None:
    if period.years:
        return max(period.years)
    if period.back is not None and body is not None:
        return body.years[-1] - period.back
    return None
