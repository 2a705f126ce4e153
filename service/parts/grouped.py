"""A question over the parts of a whole to what they say: by amount, or by what is worked out for each (分项问)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact
from service.evidence import Sources
from service.figures.quarters import of_quarters
from service.model import CONFIDENT, Body, Declined, Evidence, Operation, Plan
from service.parts.members import members, of_projects
from service.parts.standings import standings
from service.projects.project_marks import of_marks
from service.projects.projects import PROJECTS
from service.projects.projects_by import projects_by
from service.projects.projects_meant import projects_meant
from service.projects.projects_picked import picked_projects
from service.projects.projects_told import of_all_projects
from service.projects.targets_missed import targets_missed
from service.purchases.bought import bought, is_of_purchases
from service.refuse import cannot_rank
from service.rosters.roster_apart import roster_apart
from service.rosters.roster_told import of_rosters
from service.targets import Point
from service.text.enumerated import enumerated
from service.things.indicators_met import indicators_met
from service.things.indicators_unmet import indicators_unmet
from service.things.tallies import tally
from service.things.used_for import used_for


def asks_parts(plan: Plan) -> bool:
    """Whether the parts are asked for, and not something that is written of them (项目的立项依据)."""
    if plan.explained <= CONFIDENT and plan.taken:
        return False
    return not (plan.operation is Operation.LIST and of_projects(plan) and plan.taken)


def told_apart(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | Declined | None:
    """What is told of a year's quarters or of all its projects together, which no account is; None for all else."""
    named = projects_by(plan, sources) or projects_meant(plan, sources) or roster_apart(plan, sources)
    named = named or of_rosters(plan, sources)
    named = named or used_for(plan, sources) or enumerated(plan, sources)
    if named is not None:
        return named
    marked = picked_projects(sources.body, plan, sources.facts) if plan.subject == PROJECTS else None
    marked = marked or (of_marks(plan, sources.body, sources.facts) if len(points) == 1 else None)
    marked = marked or indicators_unmet(plan, sources) or indicators_met(plan, sources.body, sources.facts)
    marked = marked or targets_missed(plan, points, sources, named=False)
    if marked is not None:
        return marked
    counted = tally(plan, sources.body, sources.facts) if len(points) == 1 else None
    if counted is not None:
        return counted
    by_quarter = of_quarters(plan, sources.body, sources.facts, sources.index)
    if by_quarter is not None or plan.subject != PROJECTS or plan.condition or len(points) != 1:
        return by_quarter
    found = of_all_projects(sources.body, plan, sources.facts)
    if found is None and plan.operation in (Operation.SUM, Operation.AVERAGE):
        return cannot_rank(sources.body, plan)  # all project expenditure is no sum of the projects asked for
    return found


def grouped(body: Body, plan: Plan, facts: Sequence[Fact]) -> Evidence:
    """What the plan's operation makes of the parts; no findings where the documents do not tell."""
    if plan.condition is not None:
        return standings(body, plan, facts)
    things = bought(body, plan, facts) if is_of_purchases(plan) else Evidence()
    if things.findings:
        return things
    found = members(body, plan, facts)
    # What has no parts of its own may head some in the procurement statement (办公设备购置费里哪样最贵).
    return found if found.findings else bought(body, plan, facts)
