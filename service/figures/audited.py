"""One place against another: what a statement says, what the text says, and by how much they differ (核对).

Each figure is looked up in its own place alone and cited there; neither stands in for the other. What is not printed in
a place is said to be lacking there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.accounts import label_to_account
from ingest.model import Document, Fact, Flow, Measure, Origin
from ingest.statements import STATEMENTS
from ingest.text import fold
from service.accounts.lexicon import term_of
from service.figures.lookup import Found, look_up, namesakes
from service.figures.own_sums import own_against_printed
from service.figures.shares_said import shares_said
from service.figures.two_places import Told, side_by_side, told_at
from service.figures.worked_back import worked_back
from service.model import (
    CODED_KINDS,
    CONFIDENT,
    NUMERIC,
    OF_PARTS,
    Body,
    Declined,
    Evidence,
    Operation,
    Place,
    Plan,
    Reason,
    Term,
    Where,
)

#: What a document prints of an account beside its amount, by what is asked.
_PRINTED = {
    Operation.CHANGE: Measure.CHANGE,
    Operation.CHANGE_RATE: Measure.CHANGE_RATE,
    Operation.SHARE: Measure.SHARE,
    Operation.COMPLETION: Measure.COMPLETION,
}


def audited(plan: Plan, body: Body, facts: Sequence[Fact]) -> Evidence | Declined | None:
    """What the places say that a question points at; None where it points at none, or is not understood."""
    if plan.ratio is not None:
        return shares_said(plan, body, facts)
    if (
        not plan.places
        or plan.places[0].where is Where.BEFORE
        or plan.operation not in NUMERIC
        or plan.operation in OF_PARTS
    ):
        return None
    of_totals = len(plan.places) > 1 and all(_total(p) for p in plan.places)
    if (plan.subject is None and not of_totals) or plan.explained <= CONFIDENT:
        return None
    if plan.places[0].where is Where.BACK:
        return worked_back(plan, plan.places[0], body, facts)
    if any(p.where is Where.OWN for p in plan.places):
        return own_against_printed(plan, facts)
    return _side_by_side(plan, body, facts)


def _side_by_side(plan: Plan, body: Body, facts: Sequence[Fact]) -> Evidence | Declined | None:
    told, lacking = _looked_up(plan, body, facts)
    for other in _same_thing(plan.subject, facts) if lacking and not plan.also else ():
        # 职业年金缴费 stands among the economic classes, in the text among the items: one of them has both.
        again = _looked_up(replace(plan, subject=other), body, facts)
        if not again[1]:
            told, lacking = again
            break
    if not told and len(plan.places) == 1:
        return None  # a place that was only named in passing
    if not told or (lacking and plan.gap):
        return _lacking(plan, body, lacking)
    remarks = [f"没有在「{name}」里找到「{_name(plan)}」。" for name in lacking]
    return side_by_side(told, remarks, body, facts, plan)


def _same_thing(subject: Term | None, facts: Sequence[Fact]) -> list[Term]:
    """The account by its name in the other classification, or by the one longer name that ends as it does
    (职业年金缴费, 机关事业单位职业年金缴费支出)."""
    if subject is None or subject.kind not in CODED_KINDS:
        return []
    name = fold(subject.name).removesuffix("支出")
    longer = {
        f.subject.code: term_of(f)
        for f in facts
        if f.subject.kind in CODED_KINDS
        and f.subject.kind != subject.kind
        and fold(f.subject.name).removesuffix("支出").endswith(name)
    }
    return namesakes(subject, facts) or (list(longer.values()) if len(longer) == 1 else [])


def _looked_up(plan: Plan, body: Body, facts: Sequence[Fact]) -> tuple[list[Told], list[str]]:
    """What each place says, and the places that say nothing of it."""
    accounts = [plan.subject, *plan.also] if len(plan.also) + 1 == len(plan.places) else [plan.subject]
    found: dict[int, Told] = {}
    order = sorted(
        range(len(plan.places)),
        key=lambda i: (not plan.places[i].statement, plan.places[i].where is Where.TABLE),
    )
    for index in order:
        place = plan.places[index]
        of_place = replace(plan, subject=accounts[index % len(accounts)] or _total(place))
        beside = next(iter(found.values())).found.fact if found else None
        hit = _at(of_place, place, body, facts, beside)
        if hit is not None:
            found[index] = told_at(place, hit)
    lacking = [p.statement or p.where.value for i, p in enumerate(plan.places) if i not in found]
    return [found[i] for i in sorted(found)], lacking


def _total(place: Place) -> Term | None:
    """What the 合计 of a statement stands for, where no account is named."""
    known = next((s for s in STATEMENTS if s.name == place.statement and s.total), None)
    account = label_to_account(known.total) if known is not None else None
    return Term(account.name, account.kind) if account is not None else None


def _at(plan: Plan, place: Place, body: Body, facts: Sequence[Fact], beside: Fact | None) -> Found | None:
    """The figure in one place; of the same money as the one it stands beside, where it is printed of that."""
    held = [f for f in facts if _is_in(f, place, plan, body.documents)]
    named = [f for f in held if f.statement == place.statement]
    return _best(plan, place, named, beside) or _best(plan, place, held, beside)


def _best(plan: Plan, place: Place, held: Sequence[Fact], beside: Fact | None) -> Found | None:
    measure = _PRINTED.get(plan.operation, Measure.AMOUNT)
    bare = replace(plan, operation=Operation.LOOKUP, statement=None, flow=Flow.NONE, base=None)
    funds = [None if place.statement else plan.fund]
    if beside is not None and plan.fund is None and not place.statement:
        funds = [beside.fund, *funds]
    for fund in funds:
        found = look_up(replace(bare, fund=fund), held, measure)
        if found is not None and found.fact.value is not None and not found.rivals:
            return found
    return None


def _is_in(fact: Fact, place: Place, plan: Plan, documents: Sequence[Document]) -> bool:
    if plan.home and fact.document_id not in plan.home:
        return False
    kinds = {d.kind.value for d in documents if d.id in plan.home}
    if place.kind and place.kind in kinds and len(kinds) > 1:
        own = {d.id for d in documents if d.kind.value == place.kind}
        if fact.document_id not in own:
            return False
    if place.where is Where.TEXT:
        return fact.origin is Origin.SENTENCE
    return fact.origin is Origin.CELL and (
        not place.statement or fact.statement == place.statement or fact.statement.endswith(place.statement)
    )


def _name(plan: Plan) -> str:
    return plan.subject.name if plan.subject else "该项"


def _lacking(plan: Plan, body: Body, lacking: Sequence[str]) -> Declined:
    names = "、".join(f"「{name}」" for name in lacking)
    return Declined(
        Reason.NOT_DISCLOSED,
        f"没有在{body.name}{plan.year}年度资料的{names}里找到「{_name(plan)}」，无法核对。",
    )
