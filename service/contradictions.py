"""What the checks say of the figures of an answer: told beside it, never changing it (核对附注)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.checks.told import touching
from ingest.model import Check, Severity
from service.model import Evidence

#: So many contradictions are told beside one answer.
_TOLD = 2


def with_checks(evidence: Evidence, checks_of: Callable[[str], Sequence[Check]]) -> Evidence:
    """The evidence with a note for each failed check that a figure of it takes part in."""
    facts = [operand.fact for finding in evidence.findings for operand in finding.operands]
    facts += [finding.printed for finding in evidence.findings if finding.printed is not None]
    found: dict[str, None] = {}
    for fact in facts:
        for check in touching(checks_of(fact.document_id), fact.source.page, fact.source.box):
            if check.severity is not Severity.NOTE:
                found[f"核对：{check.message}"] = None
    return replace(evidence, notes=(*evidence.notes, *list(found)[:_TOLD])) if found else evidence
