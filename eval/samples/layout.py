"""Blocks into pages: where every word and rule stands, in points from the upper left corner."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from eval.samples.blocks import Block, Break, Cell, Grid, Heading, Level, Text
from eval.samples.lines import wrap

A4 = (595.0, 842.0)
MARGIN, TOP, BOTTOM = 72.0, 76.0, 78.0
BODY, LEADING = 14.0, 25.0
# Lines that must find room below a heading; a section often begins with a smaller heading of its own.
FOLLOWING = {Level.PART: 3, Level.SECTION: 4, Level.PARAGRAPH: 2}
ABOVE = 70.0  # what a table's title, number and unit take at most
PAD = 3.0  # between a cell's rule and its text

YEAR = re.compile(r"(?=20\d\d年)")

Measure = Callable[[str, float], float]


@dataclass(frozen=True)
class Word:
    """A line of text; `top` is the upper edge of its characters."""

    x: float
    top: float
    text: str
    size: float
    bold: bool = False


@dataclass(frozen=True)
class Box:
    """A ruled rectangle."""

    x: float
    top: float
    width: float
    height: float


@dataclass
class Leaf:
    """A page as far as it has been filled."""

    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its side."""
        return self.width > self.height


class Layout:
    """Fills pages from top to bottom."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.leaves: list[Leaf] = []
        self.top = 0.0

    def blocks(self, blocks: Iterable[Block]) -> list[Leaf]:
        """All blocks in order; the pages they fill."""
        for block in blocks:
            match block:
                case Heading():
                    self.heading(block)
                case Text():
                    self.paragraph(block.text)
                case Grid():
                    self.grid(block)
                case Break():
                    self.page()
        return self.leaves

    @property
    def leaf(self) -> Leaf:
        """The page being filled; an upright one is begun where there is none."""
        if not self.leaves:
            self.page()
        return self.leaves[-1]

    @property
    def room(self) -> float:
        """Points left on the page."""
        return self.leaf.height - BOTTOM - self.top

    def page(self, landscape: bool = False) -> None:
        """Begin a page."""
        width, height = reversed(A4) if landscape else A4
        self.leaves.append(Leaf(width, height))
        self.top = TOP

    def upright(self) -> None:
        """Running text never stands on a page that lies on its side."""
        if self.leaf.landscape:
            self.page()

    def heading(self, heading: Heading) -> None:
        """A heading, never the last line of a page."""
        if heading.level is Level.PART:
            self.page()
        self.upright()
        size = heading.level.value
        if self.room < size + FOLLOWING[heading.level] * LEADING:
            self.page()
        self.leaf.headings.append(heading)
        part = heading.level is Level.PART
        room = self.leaf.width - 2 * MARGIN
        # A heading too long for one line breaks before its year, never inside the name of the body.
        text = (
            heading.text
            if self.measure(heading.text, size) <= room
            else YEAR.sub("\n", heading.text, count=1)
        )
        for line in wrap(text, lambda piece: self.measure(piece, size), room):
            x = (self.leaf.width - self.measure(line, size)) / 2 if part else MARGIN + 2 * BODY
            self.leaf.words.append(Word(x, self.top, line, size, bold=True))
            self.top += size * 1.8
        if part:
            self.top += LEADING

    def paragraph(self, text: str) -> None:
        """A paragraph; it breaks over pages wherever the page ends."""
        self.upright()
        room = self.leaf.width - 2 * MARGIN
        for number, line in enumerate(wrap(text, lambda t: self.measure(t, BODY), room, 2 * BODY)):
            if self.room < LEADING:
                self.page()
            x = MARGIN + (0 if number else 2 * BODY)
            self.leaf.words.append(Word(x, self.top, line, BODY))
            self.top += LEADING

    def grid(self, grid: Grid) -> None:
        """A table: its title and lines, its rows on as many pages as they need, its notes."""
        GridLayout(self, grid).place()


class GridLayout:
    """One table on its way to the pages."""

    def __init__(self, layout: Layout, grid: Grid) -> None:
        self.layout = layout
        self.grid = grid
        self.margin = 48.0
        page = max(A4) if grid.landscape else min(A4)
        unit = (page - 2 * self.margin) / sum(grid.widths)
        self.widths = [share * unit for share in grid.widths]
        self.leading = grid.size * 1.3
        self.heights = self._heights()

    def place(self) -> None:
        """Draw everything."""
        layout, grid = self.layout, self.grid
        fresh = layout.leaf.landscape != grid.landscape
        if fresh or layout.room < self._wanted():
            layout.page(grid.landscape)
        self._above()
        done = 0
        while done < len(grid.rows):
            last = self._fit(done)
            self._rows(done, last)
            done = last
            if done < len(grid.rows):
                layout.page(grid.landscape)
                if grid.repeat and grid.header:
                    self._rows(0, grid.header)
        self._below()

    def _wanted(self) -> float:
        """Room that must be left: for all of a table that fits on one page, for the first rows of a longer one."""
        whole = sum(self.heights) + ABOVE
        page = self.layout.leaf.height - TOP - BOTTOM
        return whole if whole <= page else sum(self.heights[: self.grid.header + 6]) + ABOVE

    def _lines(self, cell: Cell, column: int) -> list[str]:
        room = sum(self.widths[column : column + cell.columns]) - 2 * PAD
        return wrap(cell.text, lambda text: self.layout.measure(text, self.grid.size), room)

    def _heights(self) -> list[float]:
        """Row heights: first what the cells of one row need, then what those over several rows need."""
        heights = [self.leading + 2 * PAD] * len(self.grid.rows)
        cells = [(r, c, cell) for r, row in enumerate(self.grid.rows) for c, cell in enumerate(row) if cell]
        for r, c, cell in sorted(cells, key=lambda place: place[2].rows):
            needed = len(self._lines(cell, c)) * self.leading + 2 * PAD
            missing = needed - sum(heights[r : r + cell.rows])
            if missing > 0:
                heights[r + cell.rows - 1] += missing
        return heights

    def _fit(self, first: int) -> int:
        """The row after the last one that still fits on this page; at least one goes there."""
        used, last = 0.0, first
        while last < len(self.grid.rows) and used + self.heights[last] <= self.layout.room:
            used += self.heights[last]
            last += 1
        return max(last, first + 1)

    def _rows(self, first: int, last: int) -> None:
        """Rows `first` to `last`; a cell that began on the page before goes on, empty."""
        tops = [self.layout.top]
        for height in self.heights[first:last]:
            tops.append(tops[-1] + height)
        for r, row in enumerate(self.grid.rows[:last]):
            for c, cell in enumerate(row):
                if cell and r + cell.rows > first:
                    top, bottom = tops[max(r - first, 0)], tops[min(r + cell.rows, last) - first]
                    self._cell(cell, c, top, bottom - top, written=r >= first)
        self.layout.top = tops[-1]

    def _cell(self, cell: Cell, column: int, top: float, height: float, *, written: bool) -> None:
        leaf, size = self.layout.leaf, self.grid.size
        x = self.margin + sum(self.widths[:column])
        width = sum(self.widths[column : column + cell.columns])
        leaf.boxes.append(Box(x, top, width, height))
        lines = self._lines(cell, column) if written and cell.text else []
        y = top + (height - len(lines) * self.leading) / 2 + (self.leading - size) / 2
        for line in lines:
            slack = width - self.layout.measure(line, size) - 2 * PAD
            shift = {"left": 0.0, "center": slack / 2, "right": slack}[cell.align]
            leaf.words.append(Word(x + PAD + shift, y, line, size))
            y += self.leading

    def _above(self) -> None:
        layout, grid = self.layout, self.grid
        leaf = layout.leaf
        if grid.title:
            x = (leaf.width - layout.measure(grid.title, 15)) / 2
            leaf.words.append(Word(x, layout.top, grid.title, 15, bold=True))
            leaf.headings.append(Heading(grid.title, Level.PARAGRAPH))
            layout.top += 26
        if grid.number:
            self._line(["", grid.number], grid.size)
        if grid.left or grid.right:
            self._line([grid.left, grid.right], grid.size)

    def _line(self, ends: Sequence[str], size: float) -> None:
        layout = self.layout
        right = layout.leaf.width - self.margin - layout.measure(ends[1], size)
        for x, text in zip((self.margin, right), ends, strict=True):
            if text:
                layout.leaf.words.append(Word(x, layout.top, text, size))
        layout.top += size * 1.6

    def _below(self) -> None:
        layout, grid = self.layout, self.grid
        layout.top += 4
        room = layout.leaf.width - 2 * self.margin
        for note in grid.notes:
            for line in wrap(note, lambda text: layout.measure(text, grid.size), room):
                layout.leaf.words.append(Word(self.margin, layout.top, line, grid.size))
                layout.top += grid.size * 1.5
        layout.top += 20
