"""Pages of a PDF with the tables that are aligned by space alone put in as grids (无线表格)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.aligned.above import put_heads
from ingest.aligned.codes import join_codes
from ingest.aligned.columns import Column, Unclear, same_columns, words_to_columns
from ingest.aligned.drawing import draw
from ingest.aligned.heads import Tree, words_to_tree
from ingest.aligned.levels import ruled_runs
from ingest.aligned.mixed import name_as, name_mixed
from ingest.aligned.regions import LEAST_ROWS, Region, continuation, find_regions, holds_amounts, is_title
from ingest.aligned.rows import Row, words_to_rows
from ingest.aligned.words import Word, line_to_words, overlap
from ingest.model import Grid, Misread, Page
from ingest.text import fold


@dataclass(frozen=True, slots=True)
class _Part:
    """A table as it was read on one page, and the lines that it took from there."""

    page: _Draft
    grid: Grid
    lines: frozenset[int]
    title: Misread


@dataclass(frozen=True, slots=True)
class _Open:
    """A table that may go on over the page: its headings, how they are printed, what was read of it so far, and
    whether its cells stand near to each other.
    """

    tree: Tree
    head: str
    parts: tuple[_Part, ...]
    narrow: bool


@dataclass(slots=True, eq=False)
class _Draft:
    """A page on its way, with the tables put in so far."""

    page: Page
    parts: list[_Part] = field(default_factory=list)
    doubts: list[Misread] = field(default_factory=list)

    def done(self) -> Page:
        """The page with its tables as grids, without the lines that these took."""
        if not (self.parts or self.doubts):
            return self.page
        page, taken = self.page, {i for part in self.parts for i in part.lines}
        lines = tuple(line for i, line in enumerate(page.lines) if i not in taken)
        grids = sorted((*page.grids, *(part.grid for part in self.parts)), key=lambda g: g.box[1])
        return replace(page, lines=lines, grids=tuple(grids), doubts=(*page.doubts, *self.doubts))


Words = Sequence[Sequence[Word]]


def put_aligned(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with the tables without lines below titles of standard statements, and what goes on of them.

    A table whose figures cannot all be told stays text on all of its pages, and a doubt says so.
    """
    drafts = [_Draft(put_heads(page)) for page in pages]
    going: _Open | None = None
    for draft in drafts:
        titled = any(map(is_title, draft.page.lines)) or bool(ruled_runs(draft.page))
        going = _read(draft, going) if titled or (going and draft.page.lines) else None
    return tuple(draft.done() for draft in drafts)


def _read(draft: _Draft, going: _Open | None) -> _Open | None:
    """Put the tables of a page in; the one that may go on over the next."""
    page = draft.page
    words = [line_to_words(line) for line in page.lines]
    after: _Open | None = None
    todo: list[tuple[Region, _Open | None]] = [(region, None) for region in find_regions(page, words)]
    more = continuation(page, words) if going is not None else None
    if more is not None:
        held = {*more.head, *more.body}
        todo = [(more, going), *(one for one in todo if not held & set(one[0].body))]
    for region, before in todo:
        try:
            grid, tree, narrow = _either(page, words, region, before)
        except Unclear as unclear:
            if holds_amounts(words, region.body):
                draft.doubts.append(_doubt(page, region, unclear))
                _take_back(before)
            continue
        taken = frozenset((*region.head, *region.body, *_between(region)))
        title = _doubt(page, region, Unclear("没有框线的表，续页没有读成，整张不读"))
        part = _Part(draft, grid, taken, title)
        draft.parts.append(part)
        parts = (*before.parts, part) if before else (part,)
        head = before.head if before else _key(words, region.head)
        after = _Open(tree, head, parts, narrow) if region.last else None
    return after


def _take_back(table: _Open | None) -> None:
    """Take a table out of the pages on which it was read: without its rest it would be told as if it were whole."""
    for part in table.parts if table else ():
        part.page.parts.remove(part)
        part.page.doubts.append(part.title)


def _between(region: Region) -> range:
    """Lines that number the columns, between the headings and the body."""
    return range(region.head[0], region.body[0]) if region.head else range(0)


def _either(page: Page, words: Words, region: Region, before: _Open | None) -> tuple[Grid, Tree, bool]:
    """A table by its wide gaps, else by narrow ones too, else by its level lines; and whether its gaps are narrow.

    Raises ``Unclear`` as the first way does.
    """
    first: Unclear | None = None
    ways = [(before.narrow, False)] if before else [(n, f) for f in (False, True) for n in (False, True)]
    for narrow, framed in ways[: None if region.frame else 2]:
        near = [line_to_words(line, narrow=True) for line in page.lines] if narrow else words
        try:
            read = _continued(page, near, region, before) if before else _whole(page, near, region, framed)
            return *read, narrow
        except Unclear as unclear:
            first = first or unclear
    assert first is not None
    raise first


def _whole(page: Page, words: Words, region: Region, framed: bool) -> tuple[Grid, Tree]:
    rows = words_to_rows(name_mixed([words[i] for i in region.body]))
    head = [words[i] for i in region.head]
    rows, columns = _joined(rows, [word.text for line in head for word in line])
    tree = words_to_tree(head, columns, region.frame if framed else None)
    if not framed and not _is_certain(tree):
        raise Unclear("没有框线的表不足四行，各数在哪一栏不能确定")
    return draw(tree, rows, page.number, headed=True), tree


def _continued(page: Page, words: Words, region: Region, before: _Open) -> tuple[Grid, Tree]:
    if region.head and _key(words, region.head) != before.head:
        raise Unclear("没有框线的续表，表头和上一页不同")
    rows = words_to_rows(name_as(name_mixed([words[i] for i in region.body]), before.tree.columns))
    rows, found = _joined(rows, [heading.text for heading in before.tree.headings])
    size = max(word.size for row in rows for word in row)
    columns = same_columns(found, before.tree.columns, size)
    tree = replace(before.tree, columns=tuple(columns))
    return draw(tree, rows, page.number, headed=False), tree


def _joined(rows: list[Row], headings: Sequence[str]) -> tuple[list[Row], list[Column]]:
    """Rows with their codes whole, and the columns of them."""
    columns = words_to_columns(rows)
    joined = join_codes(rows, columns, headings)
    return (rows, columns) if joined == rows else (joined, words_to_columns(joined))


def _is_certain(tree: Tree) -> bool:
    """Whether a column of figures, not of codes or counters, has rows enough to show how its numbers are set.

    Of fewer rows every number must stand just below its heading, or every heading have its numbers.
    """
    figures = [c for f, c in zip(tree.figures, tree.columns, strict=True) if f]
    if any(column.count >= LEAST_ROWS for column in figures):
        return True
    leaves = {h.column: h.box for h in tree.headings if h.column_end - h.column == 1}
    filled = [(i, c.body) for i, c in enumerate(tree.columns) if c.body is not None]
    below = all(overlap(leaves[i], body) for i, body in filled)
    full = len(filled) == len(tree.columns)
    return (below or full) if figures else (below and full)


def _key(words: Words, head: Sequence[int]) -> str:
    return "|".join(fold(word.text) for i in head for word in words[i])


def _doubt(page: Page, region: Region, unclear: Unclear) -> Misread:
    """What is told of a table that was not read: the figure in doubt, or its title."""
    if unclear.word is not None:
        return Misread(page.number, unclear.word.box, unclear.word.text, unclear.reason)
    line = page.lines[max(region.title, 0)]
    return Misread(page.number, line.box, line.text, unclear.reason)
