"""A plan with its points to evidence: of parts, of several figures joined into one, or of one (取证各路)."""

from __future__ import annotations

from collections.abc import Sequence

from service.across.across import in_its_order
from service.closest.account_by_use import account_by_use
from service.closest.account_described import account_described
from service.evidence import Sources, gather
from service.figures.addends_said import not_known, too_few
from service.figures.from_next_year import as_change
from service.figures.held_within import held_within
from service.figures.of_whole import of_whole
from service.figures.several import gather_points, lacking
from service.follow.conversation import Talk
from service.model import CONFIDENT, OF_PARTS, Declined, Evidence, Operation, Plan, Reason
from service.parts.of_parts import of_parts
from service.projects.of_other_form import of_other_form
from service.refuse import cannot_add
from service.scope.scope import Scope
from service.second.tried_first import tried_first
from service.targets import Point, joined
from service.text.asked import asks_why_gone
from service.text.not_comparable import with_caveat
from service.text.reason_found import reason_found
from service.text.reason_of_told import reason_of_told
from service.text.so_many_parts import so_many_parts
from service.things.indicator_asked import indicator_asked


def gather_all(plan: Plan, points: Sequence[Point], scope: Scope, sources: Sources) -> Evidence | Declined:
    """Evidence for a plan with all the figures that it asks for, one by one or made into one."""
    apart = tried_first(plan, points, sources, scope.text)
    if apart is not None:
        return apart
    if len(points) > 1 and asks_why_gone(plan.text):
        return gather(plan, sources)
    if plan.operation in OF_PARTS and len(points) == 1:
        return of_parts(plan, sources)
    if plan.unlisted:
        return cannot_add(sources.body, plan, plan.unlisted)
    operation = joined(plan, scope, len(points))
    if (moved := as_change(points, operation)) is not None:
        return gather(moved, sources)
    if len(points) > 1 and (plan.explained > CONFIDENT or (plan.also and not _is_another(plan))):
        found = in_its_order(gather_points(points, operation, plan.unit, scope.text), plan.text)
        if operation is Operation.SUM and (declined := _no_sum(plan, points, found, sources)) is not None:
            return declined
        if found.findings:
            return of_whole(found, plan, sources) if operation is Operation.SUM else found
    if len(points) > 1 and operation is Operation.SUM:
        named = [p.plan.subject.name for p in points if p.plan.subject]
        return cannot_add(sources.body, plan, plan.taken if _is_another(plan) else named)
    return gather(plan, sources)


def looked_again(
    evidence: Evidence | Declined, plan: Plan, sources: Sources, talk: Talk
) -> Evidence | Declined:
    """The evidence; where it is none, what is found by other words, by figures or by what stands beside it.

    ``talk`` are the turns before the question, which may have said what it is of.
    """
    evidence = of_other_form(evidence, plan, sources)
    evidence = account_described(indicator_asked(evidence, plan, sources, bool(talk)), plan, sources)
    evidence = account_by_use(evidence, plan, sources)
    evidence = so_many_parts(reason_found(evidence, plan, sources), plan, sources)
    return with_caveat(reason_of_told(evidence, plan, sources, talk), plan, sources)


def _no_sum(plan: Plan, points: Sequence[Point], found: Evidence, sources: Sources) -> Declined | None:
    """Why what was found is not added up: one of them is lacking, not known, or within another."""
    lost = lacking(found) if len(found.findings) < len(points) else not_known(plan)
    if lost or len(found.findings) < len(points):
        return cannot_add(sources.body, plan, lost)
    if why := held_within(found.findings):
        return Declined(Reason.NOT_DISCLOSED, why, final=True)
    return too_few(plan, points)


def _is_another(plan: Plan) -> bool:
    """Whether a word that is not understood stands right before one of several accounts and makes another of it:
    环境卫生支出 is no 卫生支出."""
    names = [term.name for term in (plan.subject, *plan.also) if term is not None]
    ends = (plan.text.find(run) + len(run) for run in plan.taken if len(run) > 1 and run in plan.text)
    behind = (plan.text[end : end + 2] for end in ends)
    return not plan.explained and any(len(said) == 2 and said in name for said in behind for name in names)
