"""The parts of an account, or what running text says of them, as an answer's evidence (分项取证)."""

from __future__ import annotations

from dataclasses import replace

from service.evidence import Sources, gather, no_such_fund
from service.model import Declined, Evidence, Operation, Plan
from service.parts.contents import contents
from service.parts.grouped import asks_parts, grouped
from service.parts.members import ranks_money
from service.parts.place_of_account import place_of_account
from service.refuse import cannot_rank
from service.text.asked import asks_what_is_in


def of_parts(plan: Plan, sources: Sources) -> Evidence | Declined:
    """The parts of an account, ranked, listed or counted; in running text where it is no account's that are meant."""
    placed = place_of_account(plan, sources)
    if placed is not None:
        return placed
    told = replace(plan, operation=Operation.NARRATIVE)
    if plan.operation is Operation.RANK and not ranks_money(plan):
        return gather(told, sources)
    if not asks_parts(plan):
        return gather(told, sources)
    found = grouped(sources.body, plan, sources.facts)
    alone = plan.operation is Operation.LIST and not plan.condition and len(found.findings) == 1
    if found.findings and not alone:
        return found
    if plan.operation is not Operation.LIST or plan.condition:
        return cannot_rank(sources.body, plan)
    return _listed_in_text(plan, sources) or (found if found.findings else _told_what_is_in(plan, sources))


def _listed_in_text(plan: Plan, sources: Sources) -> Evidence | None:
    """That there is nothing to list, or the sentence that lists it."""
    none = no_such_fund(plan, sources)
    listed = None if none else contents(plan, sources.index())
    return Evidence(quotes=(listed,)) if listed else none


def _told_what_is_in(plan: Plan, sources: Sources) -> Evidence | Declined:
    """What an account holds by its explanation, else by whatever is said of it."""
    if asks_what_is_in(plan):
        defined = gather(replace(plan, operation=Operation.DEFINITION), sources)
        if isinstance(defined, Evidence):
            return defined
    return gather(replace(plan, operation=Operation.NARRATIVE), sources)
