"""Why, where no statement of the account itself says so: by its figures, by what a review found (另处所见之因)."""

from __future__ import annotations

from service.evidence import Sources
from service.model import Declined, Evidence, Plan, Reason
from service.text.asked import read_asked
from service.text.reason_of_money import reason_of_money
from service.text.review_cuts import review_cuts
from service.text.sorts import Sort


def reason_found(evidence: Evidence | Declined, plan: Plan, sources: Sources) -> Evidence | Declined:
    """The evidence; where a reason is asked for and none was found, the one that is told of the same money."""
    unsure = isinstance(evidence, Declined) and evidence.reason in (
        Reason.LOW_CONFIDENCE,
        Reason.NOT_DISCLOSED,
    )
    if not unsure or sources.body.within or read_asked(plan).sort is not Sort.REASON:
        return evidence
    return reason_of_money(plan, sources) or review_cuts(plan, sources) or evidence
