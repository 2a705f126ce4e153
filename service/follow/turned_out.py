"""What a question turned out to be of, though it was not understood to name it: a follow-up is of that (实际所答)."""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Measure
from service.accounts.lexicon import term_of
from service.model import CONFIDENT, Evidence, Operation, Plan, Term


def as_turned_out(plan: Plan, evidence: Evidence) -> Plan:
    """The plan of what the evidence turned out to be of."""
    term = _turned_out(plan, evidence)
    return plan if term is None else replace(plan, subject=term, also=(), base=None, taken=(), explained=1.0)


def _turned_out(plan: Plan, evidence: Evidence) -> Term | None:
    """The thing that the evidence says it is of, or the project that the one figure told is of, where the question was
    not understood to name it."""
    if evidence.about is not None:
        return evidence.about
    if len(evidence.findings) != 1 or plan.explained > CONFIDENT or plan.operation is not Operation.LOOKUP:
        return None
    facts = [operand.fact for operand in evidence.findings[0].operands]
    same = len(facts) == 1 and facts[0].subject.kind == "项目" and facts[0].measure is Measure.AMOUNT
    return term_of(facts[0]) if same else None
