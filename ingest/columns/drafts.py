"""A table on its way from lines to columns: its form, its rows, and the readings left for each row (待定表)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.columns.assign import Figures, Reading, columns_of, groups_of, is_whole, readings, settle
from ingest.columns.forms import Form, formulas
from ingest.columns.heads import match_head
from ingest.columns.regions import Region, is_counters
from ingest.columns.segments import Segment, tokens_to_segments
from ingest.columns.tokens import Printed, line_to_tokens, lines_to_tokens

#: Share of the rows that must stand in sums that add up, for the text to have kept its rows together.
_PROVEN = Decimal("0.6")


@dataclass(frozen=True, slots=True)
class Draft:
    """A table with one label and a run of numbers a row; ``left`` are the readings not ruled out yet."""

    region: Region
    form: Form
    rows: tuple[Segment, ...]
    figures: tuple[Figures, ...]
    left: tuple[tuple[Reading, ...], ...]

    @property
    def statement(self) -> str:
        """Name of the statement."""
        return self.region.statement.name

    def columns(self, row: int) -> tuple[int | None, ...]:
        """The column of each number of a row, None where that is open."""
        return columns_of(self.figures[row], self.left[row])

    def settled(self) -> Draft:
        """With every reading left out that the sums rule out."""
        return replace(self, left=tuple(settle(self.figures, self.form, self.left)))

    def without(self, row: int, left: Sequence[Reading]) -> Draft:
        """With fewer readings of one row."""
        kept = list(self.left)
        kept[row] = tuple(left)
        return replace(self, left=tuple(kept))


def region_to_draft(region: Region, lines: Sequence[Printed]) -> Draft | None:
    """The draft of a table of rows with one label each; None where its headings are those of no form."""
    if not region.head:
        return None
    words, counted = head_words(region, lines)
    form = match_head(region.statement.name, words, counted)
    if form is None:
        return None
    printed = formulas("".join(lines[i].text for i in region.notes))
    if printed and any(f not in form.formulas for f in printed):
        return None  # the table says of itself that its columns are others
    rows = tokens_to_segments(lines_to_tokens([lines[i] for i in region.body]), coded=True, counted=False)
    figures = rows_to_figures(rows)
    return Draft(region, form, tuple(rows), figures, tuple(readings(figures, form)))


def head_words(region: Region, lines: Sequence[Printed]) -> tuple[list[str], int | None]:
    """Words of the headings, and how many columns the row 栏次 counts."""
    words: list[str] = []
    counted: int | None = None
    for index in region.head:
        tokens = line_to_tokens(lines[index])
        if is_counters(tokens):
            numbers = [int(t.text) for t in tokens if t.whole]
            counted = max(numbers, default=None)
        words += [t.text for t in tokens if t.value is None]
    for token in line_to_tokens(lines[region.body[0]]) if region.body else ():
        if token.text not in "类款项":
            break
        words.append(token.text)
    return words, counted


def rows_to_figures(rows: Sequence[Segment]) -> tuple[Figures, ...]:
    """Values of rows, with the row that each is a part of: the nearest above with the code it goes on from."""
    total = next((i for i, row in enumerate(rows) if row.is_total), None)
    found = []
    for index, row in enumerate(rows):
        parent = total if row.code and index != total else None
        for above in range(index - 1, -1, -1):
            code = rows[above].code
            if code and len(code) < len(row.code) and row.code.startswith(code):
                parent = above
                break
        found.append(Figures(tuple(t.value for t in row.numbers if t.value is not None), parent))
    return tuple(found)


def proven_rows(draft: Draft) -> frozenset[int]:
    """Rows whose numbers surely are their own: they add up with the rows of the levels above or below.

    None of them where most rows of the table do not, for then the text did not keep its rows together. Accounts
    without codes are believed together or not at all. A table of a single row is proven by its formulas alone.
    """
    filled = {i for i, row in enumerate(draft.figures) if row.values}
    groups = groups_of(draft.figures)
    if not groups:
        return frozenset(filled) if len(filled) == 1 else frozenset()
    held: set[int] = set()
    for parent, parts in groups:
        if is_whole(draft.figures, (parent, parts), draft.form, draft.left):
            held |= {parent, *parts}
    held &= filled
    if any(row.code for row in draft.rows):
        return frozenset(held) if len(held) >= _PROVEN * len(filled) else frozenset()
    totals = {i for i, row in enumerate(draft.rows) if row.is_total}
    believed = held == filled and totals <= filled and all(draft.rows[i].words for i in filled)
    return frozenset(held) if believed else frozenset()
