"""Figures that were found by accounts, held against the list in whose rows they stand (对照清单)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.model import Fact
from ingest.text import fold
from service.listings.listing import Listing, kind_of
from service.listings.said import left_of, says
from service.model import Evidence

#: The kinds under which rows of lists are read.
_KINDS = frozenset(("其他", "业务量", "项目", "政府采购", "绩效指标"))
_EACH = "每该此本全各分"


def figures_of_rows(evidence: Evidence) -> bool:
    """Whether all figures were read under names of the document's own."""
    facts = list(_facts(evidence))
    return bool(facts) and all(f.subject.kind in _KINDS for f in facts)


def _facts(evidence: Evidence) -> Iterable[Fact]:
    return (operand.fact for finding in evidence.findings for operand in finding.operands)


@dataclass(frozen=True, slots=True)
class Standing:
    """The columns of a list that figures stand in, and whether one is of a row, not all of the columns' totals."""

    columns: frozenset[str] = frozenset()
    of_rows: bool = False


def standing_in(evidence: Evidence, listing: Listing) -> Standing:
    """Where all figures stand in a list's rows or totals; nowhere where one stands elsewhere."""
    cells = {_place(c.fact): name for i in listing.items for name, c in i.cells.items() if c.fact is not None}
    first = next((c.fact for i in listing.items for c in i.cells.values() if c.fact is not None), None)
    rows = [cells.get(_place(fact), "") for fact in _facts(evidence)]
    totals = [
        _total_of(f, first, listing)
        for f, row in zip(_facts(evidence), rows, strict=True)
        if first and not row
    ]
    columns = frozenset((*filter(None, rows), *totals))
    return Standing() if "" in columns or first is None else Standing(columns, any(rows))


def _place(fact: Fact) -> tuple[object, ...]:
    source = fact.source
    return fact.document_id, source.page, fold(source.row), fold(source.column), fact.value


def _total_of(fact: Fact, first: Fact, listing: Listing) -> str:
    """The column that a figure is the total of, in the table's own row or told of it by a sentence."""
    one, other = fact.source, first.source
    if fact.document_id != first.document_id:
        return ""
    if one.row and (one.sequence, one.table) == (other.sequence, other.table):
        return next((c for c in listing.columns if c == fold(one.column)), "")
    for column in listing.columns:
        held = [i.cells[column].value for i in listing.items if column in i.cells]
        if fold(fact.subject.name).endswith(listing.bare(column)) and sum(held) == fact.value:
            return column
    return ""


def other_row(text: str, listing: Listing, own: str) -> str:
    """A thing of the list's kind that the question names and the list does not; empty where there is none."""
    kind = kind_of(item.name for item in listing.items)
    for run in left_of(text, listing) if kind else ():
        place = run.find(kind)
        name = run[: place + len(kind)].lstrip(_EACH) if place > 0 else ""
        named = name in own + listing.above or any(says(name, fold(item.name)) for item in listing.items)
        if len(name) > len(kind) + 1 and not named:
            return name
    return ""
