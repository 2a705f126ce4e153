"""Figures that were corrected by hand: told beside every answer that uses one, with what is printed (更正附注)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.ledger import place_of
from ingest.model import Box, Fact
from ingest.numbers import plain
from service.model import Evidence, Quote

#: How a note begins that tells of a correction; such notes stand in the answer too.
CORRECTED = "此数经人工更正"


def with_amendments(evidence: Evidence, amended_of: Callable[[str], Sequence[Fact]]) -> Evidence:
    """The evidence with a note for each corrected figure that it uses or quotes."""
    facts = [operand.fact for finding in evidence.findings for operand in finding.operands]
    facts += [finding.printed for finding in evidence.findings if finding.printed is not None]
    facts += [fact for quote in evidence.quotes for fact in _quoted(quote, amended_of)]
    notes = dict.fromkeys(tell_amendment(fact) for fact in facts if fact.amended)
    return replace(evidence, notes=(*evidence.notes, *notes)) if notes else evidence


def tell_amendment(fact: Fact) -> str:
    """One sentence: what is printed where, what was put in its place, why."""
    made = fact.amended
    if made is None or fact.value is None:
        return ""
    printed, value = f"{plain(made.printed)} {made.unit}", f"{plain(fact.value)} {fact.unit}"
    return (
        f"{CORRECTED}：原文写作 {printed.strip()}（{place_of(fact)}），更正为 {value.strip()}，"
        f"理由：{made.reason.rstrip('。')}。"
    )


def printed_value(fact: Fact | None) -> Decimal | None:
    """A figure as the document prints it, whatever was put in its place."""
    if fact is None:
        return None
    return fact.amended.printed if fact.amended is not None else fact.value


def printed_text(fact: Fact) -> str:
    """A figure as the document prints it, with its unit, whatever was put in its place."""
    if fact.amended is not None:
        return f"{plain(fact.amended.printed)}{fact.amended.unit}"
    return f"{plain(fact.value)}{fact.unit}" if fact.value is not None else ""


def _quoted(quote: Quote, amended_of: Callable[[str], Sequence[Fact]]) -> list[Fact]:
    """The corrected figures that stand in quoted sentences."""
    held = amended_of(quote.chunk.document_id)
    return [
        f
        for f in held
        if any(page == f.source.page and _meet(box, f.source.box) for page, box in quote.places)
    ]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
