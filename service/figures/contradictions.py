"""What the checks say of the figures of an answer: told beside it, never changing it (核对附注)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from ingest.checks.told import touching
from ingest.model import Check, Fact, Severity
from service.compose import tell_others
from service.model import Evidence

#: So many contradictions are told beside one answer.
_TOLD = 2


class Checked(Protocol):
    """Where the checks of a document are found."""

    def checks(self, document_id: str) -> Sequence[Check]:
        """Those that may be told."""

    def dismissed(self, document_id: str) -> Sequence[Check]:
        """Those that somebody found to be no matter."""


def with_checks(evidence: Evidence, checked: Checked) -> Evidence:
    """The evidence with a note for each other figure of the same thing, and for each failed check on a figure of it."""
    facts = [operand.fact for finding in evidence.findings for operand in finding.operands]
    facts += [finding.printed for finding in evidence.findings if finding.printed is not None]
    found: dict[str, None] = {}
    # What is printed in one place is often both an operand and the answer.
    for document_id, page, box in dict.fromkeys((f.document_id, f.source.page, f.source.box) for f in facts):
        for check in touching(checked.checks(document_id), page, box):
            if check.severity is not Severity.NOTE:
                found[f"核对：{check.message}"] = None
    others = [other for other in evidence.others if not _settled(other, facts, checked)]
    notes = (*tell_others(others), *evidence.notes, *list(found)[:_TOLD])
    return replace(evidence, notes=notes)


def _settled(other: Fact, facts: Sequence[Fact], checked: Checked) -> bool:
    """Whether somebody dismissed the check that sets another figure against one of the answer."""
    dismissed = checked.dismissed(other.document_id)
    return any(
        touching([check], other.source.page, other.source.box)
        and any(
            fact.document_id == other.document_id and touching([check], fact.source.page, fact.source.box)
            for fact in facts
        )
        for check in dismissed
    )
