"""Ruled tables typeset into a real PDF, with the place of every figure, so that a test can ask for each one back."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from eval.samples.draw import FONT, load_font

PAPER = (842.0, 595.0)
MARGIN = 40.0
SIZE = 8.0
LEADING = 10.0


@dataclass(frozen=True)
class Figure:
    """A printed number and what it must come back as: fields of the fact by name."""

    text: str
    want: Mapping[str, object]


Entry = str | Figure


@dataclass(frozen=True)
class Heading:
    """A heading over ``columns`` and ``rows`` of the grid."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Sheet:
    """One table with what is printed around it; ``spans`` give rows and columns of merged cells of the body."""

    title: str
    head: Sequence[Sequence[Heading]]
    body: Sequence[Sequence[Entry]]
    widths: Sequence[float] = ()
    above: Sequence[str] = ()
    left: str = ""
    right: str = ""
    notes: Sequence[str] = ()
    again: Sequence[str] = ()
    repeat: bool = False
    rows_on_page: int = 0
    own_page: bool = True
    spans: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Placed:
    """A figure and the middle of the cell it stands in."""

    figure: Figure
    page: int
    x: float
    y: float


class Press:
    """A PDF on its way: where the next line goes, and where every figure went."""

    def __init__(self, path: Path) -> None:
        load_font()
        self._canvas = Canvas(str(path), pagesize=PAPER)
        self.placed: list[Placed] = []
        self._page = 1
        self._top = MARGIN

    def cover(self, lines: Sequence[str]) -> None:
        """A first page with nothing but a title."""
        for index, line in enumerate(lines):
            self._text(line, PAPER[0] / 2, 200 + 50 * index, 24, "middle")
        self._turn()

    def prose(self, lines: Sequence[str]) -> None:
        """Lines of running text."""
        for line in lines:
            self._text(line, MARGIN, self._top + 14, 10)
            self._top += 18

    def sheet(self, sheet: Sheet) -> None:
        """A table with its title, over as many pages as it takes."""
        if sheet.own_page and self._top > MARGIN:
            self._turn()
        self._titles([text for text in (*sheet.above, *sheet.title.split("\n")) if text])
        if sheet.left or sheet.right:
            self._text(sheet.left, MARGIN, self._top + 10, 9)
            self._text(sheet.right, PAPER[0] - MARGIN, self._top + 10, 9, "end")
            self._top += 16
        xs = _edges(sheet)
        self._head(sheet, xs)
        self._body(sheet, xs)
        for note in sheet.notes:
            self._text(note, MARGIN, self._top + 12, 9)
            self._top += 16
        self._top += 12

    def close(self) -> None:
        """Write the file."""
        self._canvas.showPage()
        self._canvas.save()

    def _titles(self, lines: Sequence[str]) -> None:
        for text in lines:
            self._text(text, PAPER[0] / 2, self._top + 14, 13, "middle")
            self._top += 22

    def _head(self, sheet: Sheet, xs: Sequence[float]) -> None:
        cells = list(_placed(sheet.head))
        heights = [14.0] * len(sheet.head)
        for row, column, heading in cells:
            lines = len(_wrap(heading.text, xs[column + heading.columns] - xs[column] - 4))
            heights[row] = max(heights[row], (lines * LEADING + 4) / heading.rows)
        ys = list(itertools.accumulate(heights, initial=self._top))
        for row, column, heading in cells:
            self._cell(
                heading.text, xs[column], ys[row], xs[column + heading.columns], ys[row + heading.rows]
            )
        self._top = ys[-1] if cells else self._top

    def _body(self, sheet: Sheet, xs: Sequence[float]) -> None:
        covered = {
            (r + i, c + j)
            for (r, c), (rows, columns) in sheet.spans.items()
            for i in range(rows)
            for j in range(columns)
            if i or j
        }
        heights = [self._height(row, xs) for row in sheet.body]
        printed = 0
        for index, row in enumerate(sheet.body):
            full = sheet.rows_on_page and printed == sheet.rows_on_page
            if full or self._top + heights[index] > PAPER[1] - MARGIN - 20:
                self._turn()
                self._titles(sheet.again)
                printed = 0
                if sheet.repeat:
                    self._head(sheet, xs)
            for column, entry in enumerate(row):
                if (index, column) in covered:
                    continue
                rows, columns = sheet.spans.get((index, column), (1, 1))
                bottom = self._top + sum(heights[index : index + rows])
                self._entry(entry, xs[column], self._top, xs[column + columns], bottom)
            self._top += heights[index]
            printed += 1

    def _height(self, row: Sequence[Entry], xs: Sequence[float]) -> float:
        texts = [entry.text if isinstance(entry, Figure) else entry for entry in row]
        lines = [len(_wrap(text, xs[c + 1] - xs[c] - 4)) for c, text in enumerate(texts)]
        return max(14.0, max(lines) * LEADING + 4)

    def _entry(self, entry: Entry, x0: float, y0: float, x1: float, y1: float) -> None:
        if isinstance(entry, Figure):
            self.placed.append(Placed(entry, self._page, (x0 + x1) / 2, (y0 + y1) / 2))
        self._cell(entry.text if isinstance(entry, Figure) else entry, x0, y0, x1, y1)

    def _cell(self, text: str, x0: float, y0: float, x1: float, y1: float) -> None:
        self._canvas.rect(x0, PAPER[1] - y1, x1 - x0, y1 - y0)
        lines = _wrap(text, x1 - x0 - 4)
        top = (y0 + y1) / 2 - len(lines) * LEADING / 2
        for line in lines:
            self._text(line, (x0 + x1) / 2, top + LEADING - 2, SIZE, "middle")
            top += LEADING

    def _text(self, text: str, x: float, y: float, size: float, anchor: str = "start") -> None:
        self._canvas.setFont(FONT, size)
        width = stringWidth(text, FONT, size)
        x -= {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        self._canvas.drawString(x, PAPER[1] - y, text)

    def _turn(self) -> None:
        self._text(f"- {self._page} -", PAPER[0] / 2, PAPER[1] - 18, 9, "middle")
        self._canvas.showPage()
        self._page += 1
        self._top = MARGIN


def _edges(sheet: Sheet) -> list[float]:
    count = max(len(row) for row in sheet.body)
    widths = list(sheet.widths) or [1.0] * count
    scale = (PAPER[0] - 2 * MARGIN) / sum(widths)
    return list(itertools.accumulate((w * scale for w in widths), initial=MARGIN))


def _placed(head: Sequence[Sequence[Heading]]) -> Iterator[tuple[int, int, Heading]]:
    """Each heading with its row and column: the first column that nothing above reaches into."""
    taken: set[tuple[int, int]] = set()
    for row, headings in enumerate(head):
        column = 0
        for heading in headings:
            while (row, column) in taken:
                column += 1
            yield row, column, heading
            taken |= {(row + i, column + j) for i in range(heading.rows) for j in range(heading.columns)}


def _wrap(text: str, width: float) -> list[str]:
    lines = [""]
    for char in text:
        if stringWidth(lines[-1] + char, FONT, SIZE) > width and lines[-1]:
            lines.append("")
        lines[-1] += char
    return lines
