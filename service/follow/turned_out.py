"""What a question turned out to be of, though it was not understood to name it: a follow-up is of that (实际所答)."""

from __future__ import annotations

from ingest.model import Measure
from service.accounts.lexicon import term_of
from service.model import CONFIDENT, Evidence, Operation, Plan, Term


def turned_out(plan: Plan, evidence: Evidence) -> Term | None:
    """The project that the one figure told is of, where the question was not understood to name it."""
    if len(evidence.findings) != 1 or plan.explained > CONFIDENT or plan.operation is not Operation.LOOKUP:
        return None
    facts = [operand.fact for operand in evidence.findings[0].operands]
    same = len(facts) == 1 and facts[0].subject.kind == "项目" and facts[0].measure is Measure.AMOUNT
    return term_of(facts[0]) if same else None
