"""One list of a department asked about several of its units: which school has more pupils, both together (同表几家)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.model import Document
from service.evidence import Sources
from service.inquiry import Inquiry
from service.library import Library
from service.listings.asked import in_listing
from service.model import Body, Declined, Evidence, Plan
from service.scope.scope import documents_for, years_of


def in_listing_of_all(
    plan: Plan | None, evidence: Evidence | Declined, asked: Inquiry, plan_of: Callable[[Inquiry, Body], Plan],
    sources_of: Callable[[Body, Sequence[Document]], Sources], library: Library,
) -> tuple[Plan | None, Evidence | Declined]:  # fmt: skip
    """What one list tells of several units of one department, with the plan that it was asked by; plan and evidence as
    they are where nothing was refused, or no list tells it."""
    bodies = asked.scope.bodies
    first = bodies[0]
    if (
        not isinstance(evidence, Declined)
        or any(body.within != first.within for body in bodies)
        or not first.within
    ):
        return plan, evidence
    own = plan_of(asked, first)
    latest = max(years_of(asked.scope, first, asked.talk), default=None)
    documents, year = documents_for(first, latest, own.stage)
    own = replace(own, year=year)
    told = in_listing(
        evidence, own, sources_of(first, documents), library.facts_in, among=[b.name for b in bodies]
    )
    return (plan, evidence) if isinstance(told, Declined) else (own, told)
