"""What is worked out of several figures in ways of its own, before they are looked up side by side (另算)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from service.across.place_among import of_no_group
from service.breakdowns.breakdown import breakdown
from service.breakdowns.of_account_said import of_account_said
from service.evidence import Sources
from service.figures.apart_by import apart_by
from service.figures.mean_growth import foretold, mean_growth
from service.model import Declined, Evidence, Plan
from service.parts.grouped import told_apart
from service.parts.mainly import mainly
from service.parts.rows_of_total import rows_of_total
from service.projects.dimension_scores import dimension_scores
from service.projects.graded_rows import graded_rows
from service.projects.indicator_reason import indicator_reason
from service.projects.nearly_named import nearly_named
from service.projects.points_lost import points_lost
from service.projects.project_doer import project_doer
from service.projects.project_said import project_said
from service.projects.project_troubles import project_troubles
from service.projects.projects_apart import projects_apart
from service.projects.scores_told import scores_told
from service.projects.targets_missed import targets_missed
from service.purchases.bought_apart import bought_apart
from service.purchases.cars_new import cars_new
from service.purchases.deals_asked import deals_told
from service.purchases.shopping import shopping
from service.purchases.things_together import things_together
from service.purchases.under_heading import under_heading
from service.rosters.counted_names import counted_names
from service.targets import Point
from service.text.bought_named import bought_named
from service.text.contents_told import contents_told
from service.text.counted_in import counted_in
from service.text.countries import countries
from service.text.decreed import decreed
from service.text.empty_tables import empty_tables
from service.text.guests import guests
from service.text.left_out import left_out
from service.text.left_unspent import left_unspent
from service.text.mainly_from import mainly_from
from service.text.names_given import names_given
from service.text.newly_set import newly_set
from service.text.not_appropriated import not_appropriated
from service.text.paid_from import paid_from
from service.text.purposes import purposes
from service.text.remedies import remedies
from service.text.some_of_them import some_of_them
from service.text.unit_closed import unit_closed
from service.text.where_to import where_to
from service.things.aim_met import aim_met
from service.things.aimed_and_done import aimed_and_done
from service.things.cars import cars, sorts_of_cars
from service.things.cars_moved import cars_moved
from service.things.charges_listed import charges_listed
from service.things.per_head import per_head
from service.things.placed_where import placed_where
from service.things.planned_and_done import planned_and_done
from service.things.raised import raised
from service.things.ranged import ranged
from service.things.rate_of_counts import rate_of_counts
from service.things.rows_picked import rows_picked
from service.things.share_in_brackets import share_in_brackets
from service.things.staffing import staffing
from service.things.two_counts import two_counts
from service.things.worded_values import worded_value

_Way = Callable[[Plan, Sequence[Point], Sources], Evidence | Declined | None]
#: Tried from the top; the first that the question asks for answers it: before what sentences list, and after.
_BEFORE: tuple[_Way, ...] = (
    lambda plan, points, sources: mean_growth(plan, points, sources.body),
    lambda plan, _points, sources: contents_told(plan, sources),
    some_of_them,
    share_in_brackets,
    raised,
    per_head,
    dimension_scores,
    points_lost,
    targets_missed,
    projects_apart,
    worded_value,
    aim_met,
    planned_and_done,
    aimed_and_done,
    two_counts,
    indicator_reason,
    project_troubles,
    project_said,
    lambda plan, points, sources: charges_listed(plan, sources.body, sources.facts),
    lambda plan, _points, sources: where_to(plan, sources),
    guests,
    empty_tables,
    not_appropriated,
    mainly_from,
    paid_from,
    left_unspent,
    purposes,
    placed_where,
    names_given,
    newly_set,
    left_out,
    bought_named,
    countries,
    unit_closed,
    remedies,
    decreed,
    counted_in,
    graded_rows,
    rows_of_total,
    lambda plan, points, sources: sorts_of_cars(plan, sources) if len(points) == 1 else None,
    scores_told,
    counted_names,
    of_account_said,
)
_AFTER: tuple[_Way, ...] = (
    told_apart,
    lambda plan, points, _sources: apart_by(plan, points),
    nearly_named,
    ranged,
    cars_new,
    rows_picked,
    lambda plan, points, sources: staffing(plan, sources) if len(points) == 1 else None,
    lambda plan, _points, sources: cars_moved(plan, sources),
    lambda plan, points, sources: cars(plan, sources) if len(points) == 1 else None,
    rate_of_counts,
    lambda plan, points, sources: project_doer(plan, sources) if len(points) == 1 else None,
    lambda plan, points, sources: mainly(plan, sources) if len(points) == 1 else None,
)


def tried_first(
    plan: Plan, points: Sequence[Point], sources: Sources, text: str
) -> Evidence | Declined | None:
    """Evidence, or why there is none, where a question asks for what only one of these ways works out."""
    return (
        foretold(plan, text)
        or of_no_group(plan, text)
        or under_heading(plan, points, sources)
        or things_together(plan, points, sources)
        or bought_apart(plan, points, sources, text)
        or shopping(plan, points, sources, text)
        or deals_told(plan, points, sources)
        or _first(_BEFORE, plan, points, sources)
        or breakdown(plan, points, sources, text)
        or _first(_AFTER, plan, points, sources)
    )


def _first(
    ways: Sequence[_Way], plan: Plan, points: Sequence[Point], sources: Sources
) -> Evidence | Declined | None:
    return next((found for way in ways if (found := way(plan, points, sources)) is not None), None)
