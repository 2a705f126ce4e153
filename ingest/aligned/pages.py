"""Pages of a PDF with the tables that are aligned by space alone put in as grids (无线表格)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.aligned.columns import Unclear, same_columns, words_to_columns
from ingest.aligned.drawing import draw
from ingest.aligned.heads import Tree, words_to_tree
from ingest.aligned.regions import LEAST_ROWS, Region, continuation, find_regions, holds_amounts, is_title
from ingest.aligned.rows import Row, words_to_rows
from ingest.aligned.words import Word, line_to_words
from ingest.model import Grid, Misread, Page
from ingest.text import fold


@dataclass(frozen=True, slots=True)
class _Open:
    """A table that may go on over the page: its headings and how they are printed."""

    tree: Tree
    head: str


Words = Sequence[Sequence[Word]]


def put_aligned(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages; one without a ruled table gets the tables below titles of standard statements, or what goes on.

    A table whose figures cannot all be told stays text, and a doubt says so.
    """
    found: list[Page] = []
    going: _Open | None = None
    for page in pages:
        if page.grids or not page.lines or (going is None and not any(map(is_title, page.lines))):
            found.append(page)
            going = None
            continue
        done, going = _read(page, going)
        found.append(done)
    return tuple(found)


def _read(page: Page, going: _Open | None) -> tuple[Page, _Open | None]:
    """A page with its tables, and the one that may go on over the next."""
    words = [line_to_words(line) for line in page.lines]
    grids: list[Grid] = []
    taken: set[int] = set()
    doubts = list(page.doubts)
    after: _Open | None = None
    todo: list[tuple[Region, _Open | None]] = [(region, None) for region in find_regions(page, words)]
    more = continuation(page, words) if going is not None else None
    if more is not None:
        todo.insert(0, (more, going))
    for region, before in todo:
        try:
            grid, tree = _continued(page, words, region, before) if before else _whole(page, words, region)
        except Unclear as unclear:
            if holds_amounts(words, region.body):
                doubts.append(_doubt(page, region, unclear))
            continue
        if grid is None:
            continue
        grids.append(grid)
        taken |= {*region.head, *region.body, *_between(region)}
        after = _Open(tree, before.head if before else _key(words, region.head)) if region.last else None
    lines = tuple(line for i, line in enumerate(page.lines) if i not in taken)
    grids.sort(key=lambda g: g.box[1])
    return replace(page, lines=lines, grids=tuple(grids), doubts=tuple(doubts)), after


def _between(region: Region) -> range:
    """Lines that number the columns, between the headings and the body."""
    return range(region.head[0], region.body[0]) if region.head else range(0)


def _whole(page: Page, words: Words, region: Region) -> tuple[Grid | None, Tree]:
    rows = words_to_rows([words[i] for i in region.body])
    tree = words_to_tree([words[i] for i in region.head], words_to_columns(rows))
    grid = draw(tree, rows, page.number, headed=True) if _has_rows(tree) else None
    return grid, tree


def _continued(page: Page, words: Words, region: Region, before: _Open) -> tuple[Grid | None, Tree]:
    if region.head and _key(words, region.head) != before.head:
        raise Unclear("没有框线的续表，表头和上一页不同")
    rows: list[Row] = words_to_rows([words[i] for i in region.body])
    size = max(word.size for row in rows for word in row)
    columns = same_columns(words_to_columns(rows), before.tree.columns, size)
    tree = replace(before.tree, columns=tuple(columns))
    return draw(tree, rows, page.number, headed=False), tree


def _has_rows(tree: Tree) -> bool:
    """Whether a column of figures, not of codes or counters, has rows enough."""
    return any(f and column.count >= LEAST_ROWS for f, column in zip(tree.figures, tree.columns, strict=True))


def _key(words: Words, head: Sequence[int]) -> str:
    return "|".join(fold(word.text) for i in head for word in words[i])


def _doubt(page: Page, region: Region, unclear: Unclear) -> Misread:
    """What is told of a table that was not read: the figure in doubt, or its title."""
    if unclear.word is not None:
        return Misread(page.number, unclear.word.box, unclear.word.text, unclear.reason)
    line = page.lines[max(region.title, 0)]
    return Misread(page.number, line.box, line.text, unclear.reason)
