"""Settled tables to grids: labels, headings and the figures whose column is sure; the others are noted (出表)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ingest.columns.blocks import STAFF
from ingest.columns.drafts import Draft, proven_rows
from ingest.columns.drawing import Entry, draw
from ingest.columns.regions import Region
from ingest.columns.segments import Segment
from ingest.columns.tokens import Printed, line_to_tokens
from ingest.model import Grid, Misread

_OPEN = "文字稿丢了空白单元格，这个数在哪一栏，按合计关系和正文不能唯一确定"
_BROKEN = "文字稿里这一行的名称和数对不上（各级合计不平，或名称不全），没有取数"
_HEADINGS = "文字稿的表头不是认得的表样，各数在哪一栏不能确定"

Sheet = tuple[tuple[Grid, ...], list[Misread]]


def draw_draft(draft: Draft, lines: Sequence[Printed]) -> Sheet:
    """A table with one label a row."""
    if draft.form.columns[0].startswith(f"{STAFF}/"):
        return _draw_blocks(draft, lines)
    labels = 2 if any(row.words or row.code for row in draft.rows) else 0
    rows, doubts = _entries(draft, lambda column: 0, lambda column: labels + column)
    heads = [["科目编码"], ["科目名称"]][:labels] + [path.split("/") for path in draft.form.columns]
    first = lines[draft.region.head[0]]
    return draw(heads, [entries for _, entries in rows], first.top, first.page), doubts


def _draw_blocks(draft: Draft, lines: Sequence[Printed]) -> Sheet:
    """人员经费 and 公用经费 as two blocks, each with its codes and names."""
    rows, doubts = _entries(draft, lambda column: 3 * column, lambda column: 3 * column + 2)
    heads = []
    for path in draft.form.columns:
        half, leaf = path.split("/")
        heads += [[half, "科目编码"], [half, "科目名称"], [half, leaf]]
    first = lines[draft.region.head[0]]
    return draw(heads, [entries for _, entries in rows], first.top, first.page), doubts


def draw_sides(left: Draft, right: Draft, lines: Sequence[Printed]) -> Sheet:
    """Income and expenditure side by side, a row for each label in reading order."""
    earned, doubts = _entries(left, lambda column: 0, lambda column: 1)
    spent, more = _entries(right, lambda column: 2, lambda column: 3 + column)
    rows = sorted(
        [(where, entries) for where, entries in (*earned, *spent) if entries], key=lambda row: row[0]
    )
    heads = [_over(left.form.columns[0], "项目"), left.form.columns[0].split("/")]
    heads += [_over(right.form.columns[0], "项目"), *(path.split("/") for path in right.form.columns)]
    first = lines[left.region.head[0]]
    return draw(heads, [entries for _, entries in rows], first.top, first.page), [*doubts, *more]


Where = tuple[int, float, int]
Place = Callable[[int], int]


def _entries(
    draft: Draft, label_at: Place, value_at: Place
) -> tuple[list[tuple[Where, list[Entry]]], list[Misread]]:
    """Entries of each row with where it is printed, and its figures that have no sure column."""
    proven = proven_rows(draft)
    named = any(row.words or row.code for row in draft.rows)
    coded = any(row.code for row in draft.rows)
    rows: list[tuple[Where, list[Entry]]] = []
    doubts: list[Misread] = []
    for index, row in enumerate(draft.rows):
        sure = index in proven and (bool(row.words) or not named)
        columns = draft.columns(index) if sure else (None,) * len(row.numbers)
        entries: list[Entry] = []
        for column, token in zip(columns, row.numbers, strict=True):
            if column is None:
                doubts.append(Misread(token.line.page, token.box, token.text, _OPEN if sure else _BROKEN))
            else:
                entries.append(Entry(value_at(column), value_at(column) + 1, token.text, (token,)))
        base = label_at(next((c for c in columns if c is not None), 0))
        wide = value_at(0) - label_at(0) > 1
        # A label without a figure may name what stands below; before the first figure it would pass for a heading.
        kept = bool(entries) or (bool(rows) and bool(row.words) and bool(row.code) == coded)
        labels = list(_labels(row, base, wide)) if kept else []
        if labels or entries:
            tokens = (*row.codes, *row.words, *row.numbers)
            rows.append(((tokens[0].line.page, tokens[0].line.top, tokens[0].start), [*labels, *entries]))
    return rows, doubts


def _labels(row: Segment, base: int, wide: bool) -> Iterator[Entry]:
    """Code and name of a row from column ``base`` on; ``wide`` where they have a column each."""
    if row.code:
        yield Entry(base, base + 1, row.code, tuple(row.codes))
    if row.words:
        start = base + 1 if row.code else base
        yield Entry(start, base + 2 if wide else base + 1, row.name, tuple(row.words))


def _over(path: str, leaf: str) -> list[str]:
    return [*path.split("/")[:-1], leaf]


def all_open(region: Region, lines: Sequence[Printed]) -> list[Misread]:
    """Every amount of a table that could not be read."""
    tokens = [t for i in region.body for t in line_to_tokens(lines[i])]
    return [
        Misread(t.line.page, t.box, t.text, _HEADINGS)
        for t in tokens
        if t.value is not None and re.search(r"[.,]", t.text)
    ]
