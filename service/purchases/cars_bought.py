"""Cars that are bought, in a follow-up: how many for the money spoken of, how much for the cars (购车的数与钱)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact
from ingest.patterns import regex
from service.model import Operation, Plan, Term
from service.things.search import usual_of

_COST = Term("公务用车购置费", "三公经费")
_BUYING = regex(r"购置|新购|新增|购买|添置|更新")
#: 「几辆」 and nothing more.
_HOW_MANY = regex(
    r"(?:那么?|这|一共|总共|共|计划|打算|准备|安排|要|是|买|购置?|更新|添置?|新|的|了)*(?:几|多少)[辆台](?:新?车|公车)?[呢啊呀]?"
)


def with_cars_bought(made: Plan, asked: Plan, before: Plan, facts: Sequence[Fact]) -> Plan | None:
    """The plan of the cars bought for the money spoken of, or of the money for the cars; None where neither is asked.

    Where no text counts the cars bought, nothing is found: those that there are do not tell it.
    """
    told = before.subject.name if before.subject is not None else ""
    if told == _COST.name and asked.count_unit == "辆" and _HOW_MANY.fullmatch(asked.text):
        own = [f for f in facts if f.year == before.year]
        cars = usual_of("辆", "买", own) or _told_there(own)
        known = 1.0 if cars is not None else 0.0
        return replace(
            made,
            operation=Operation.LOOKUP,
            subject=cars,
            explained=known,
            taken=() if cars else ("购置的辆数",),
        )
    return None


def _told_there(own: Sequence[Fact]) -> Term | None:
    """The one number of cars that the sentence on their cost tells as bought: 「更新…执法执勤用车3辆」."""
    quotes = {f.source.quote for f in own if f.subject.name == _COST.name and f.source.quote}
    told = [
        f
        for f in own
        if f.source.quote in quotes and f.unit in ("辆", "台") and _BUYING.search(f.subject.name)
    ]
    names = {f.subject.name: f for f in told}
    subject = told[0].subject if len(names) == 1 else None
    return Term(subject.name, subject.kind, "", subject.path) if subject is not None else None


def cost_of_cars(made: Plan, facts: Sequence[Fact]) -> Plan | None:
    """What the cars bought cost, where the year's documents print that."""
    name = made.subject.name if made.subject is not None else ""
    if not (_BUYING.search(name) and "车" in name):
        return None
    if not any(f.subject.name == _COST.name and f.year == made.year and f.yuan is not None for f in facts):
        return None
    return replace(made, subject=_COST, count_unit=None, explained=1.0, taken=())
