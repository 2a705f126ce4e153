"""The one body of a region whose documents know what is asked about (独家知情)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from service.inquiry import Found, Inquiry
from service.library import Library
from service.model import CONFIDENT, PHRASE_KINDS, Body, Operation, Plan
from service.roster_asked import read_wanted
from service.scope import Scope
from service.sole_telling import sole_telling
from service.understand import understand


def sole(
    asked: Inquiry, plan: Plan, library: Library, find: Callable[[Inquiry, Body], Found]
) -> Inquiry | None:
    """The question as one of the only body of its region that can answer it, by its figures or its words."""
    body = sole_knowing(asked.text, asked.scope, library)
    if body is not None:
        return replace(asked, scope=replace(asked.scope, bodies=(body,)))
    words = plan.operation is Operation.NARRATIVE or read_wanted(plan.text) is not None
    return sole_telling(asked, find) if words else None


def sole_knowing(text: str, scope: Scope, library: Library) -> Body | None:
    """Of the bodies of the region that is named, the only one whose documents know what is asked about."""
    knowing = []
    for body in scope.mention.bodies:
        plan = understand(text, scope.spans, library.lexicon(body.documents), scope.period.base)
        known = plan.subject is not None and plan.subject.kind in (*PHRASE_KINDS, "政府采购")
        if known and plan.explained > CONFIDENT:
            knowing.append(body)
    return knowing[0] if len(knowing) == 1 else None
