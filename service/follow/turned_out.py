"""What a question turned out to be of, though it was not understood to name it: a follow-up is of that (实际所答)."""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Measure
from service.accounts.lexicon import term_of
from service.model import CONFIDENT, Evidence, Operation, Plan, Term
from service.purchases.purchases import KIND


def as_turned_out(plan: Plan, evidence: Evidence) -> Plan:
    """The plan of what the evidence turned out to be of."""
    term = _turned_out(plan, evidence)
    return plan if term is None else replace(plan, subject=term, also=(), base=None, taken=(), explained=1.0)


def _turned_out(plan: Plan, evidence: Evidence) -> Term | None:
    """The thing that the evidence says it is of, or the project that the one figure told is of, where the question was
    not understood to name it."""
    if evidence.about is not None:
        return evidence.about
    if plan.operation is not Operation.LOOKUP or not evidence.findings:
        return None
    if (thing := _thing_bought(plan, evidence)) is not None:
        return thing
    if len(evidence.findings) != 1 or plan.explained > CONFIDENT:
        return None
    facts = [operand.fact for operand in evidence.findings[0].operands]
    same = len(facts) == 1 and facts[0].subject.kind == "项目" and facts[0].measure is Measure.AMOUNT
    return term_of(facts[0]) if same else None


def _thing_bought(plan: Plan, evidence: Evidence) -> Term | None:
    """The one thing told to be bought (家具用具) after a question heard of all purchases, or a heading of them."""
    bought = [o.fact for finding in evidence.findings for o in finding.operands]
    if plan.subject is not None and plan.subject.kind != KIND:
        return None
    one = len({fact.subject.name for fact in bought}) == 1 and all(f.subject.path for f in bought)
    return term_of(bought[0]) if one and all(f.subject.kind == KIND for f in bought) else None
