"""A printed figure as an answer by itself, to be put together with another (原数成答)."""

from __future__ import annotations

from ingest.model import Fact
from service.compose import Citations, finding_to_figure, tell_finding
from service.contract import Answer, Status
from service.figures.told import finding_of
from service.library import Held
from service.model import Operation, Plan


def as_answer(fact: Fact, held: Held, like: Answer) -> Answer:
    """The figure with its place, in an answer that is otherwise ``like`` another; ``held`` is the body it is of."""
    citations = Citations(held.body.documents)
    finding = finding_of(fact, held.body.name)
    figure = finding_to_figure(finding, held.body, citations)
    line = tell_finding(finding, Plan(Operation.LOOKUP), figure.entity)
    told = {"figures": [figure], "citations": citations.list, "answer": line, "notes": [], "reason": None}
    return like.model_copy(update={"status": Status.ANSWERED, **told})
