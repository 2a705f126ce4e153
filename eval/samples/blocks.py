"""The pieces a document is made of, before anything has a place on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile

Align = str  # left, center, right


@dataclass(frozen=True)
class Cell:
    """A cell of a table; one that spans stands at its upper left corner."""

    text: str
    align: Align = "center"
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Grid:
    """A ruled table. In `rows`, None marks a place that a spanning cell covers. `widths` are shares of the width."""

    title: str
    widths: tuple[float, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    header: int = 0
    number: str = ""
    left: str = ""
    right: str = ""
    notes: tuple[str, ...] = ()
    landscape: bool = False
    repeat: bool = True
    size: float = 9


class Level(Enum):
    """How a heading looks, and whether the table of contents lists it."""

    PART = 17.0
    SECTION = 15.0
    PARAGRAPH = 14.0


@dataclass(frozen=True)
class Heading:
    """A heading; a PART begins a page."""

    text: str
    level: Level


@dataclass(frozen=True)
class Text:
    """A paragraph, its first line indented by two characters."""

    text: str


@dataclass(frozen=True)
class Break:
    """What follows begins on a new page."""


Block = Heading | Text | Grid | Break


@dataclass(frozen=True)
class Paper:
    """How a document looks. `footer` takes the page; with `restart` the body's first page is page 1."""

    title: tuple[str, ...]
    footer: str
    date: str
    restart: bool
    contents_numbers: bool = True


LEFT, ABOVE = "<", "^"  # a place covered by the cell to its left, or by the one above


def ruled(rows: Sequence[Sequence[str]], aligns: Sequence[Align] = ()) -> tuple[tuple[Cell | None, ...], ...]:
    """Rows of cells from rows of words, in which `<` and `^` say what a spanning cell covers."""
    return tuple(
        tuple(_cell(rows, r, c, aligns[c] if aligns else "center") for c in range(len(row)))
        for r, row in enumerate(rows)
    )


def _cell(rows: Sequence[Sequence[str]], r: int, c: int, align: Align) -> Cell | None:
    if rows[r][c] in (LEFT, ABOVE):
        return None
    columns = 1 + len(list(takewhile(lambda text: text == LEFT, rows[r][c + 1 :])))
    height = 1 + len(list(takewhile(lambda row: row[c] == ABOVE, rows[r + 1 :])))
    return Cell(rows[r][c], "center" if columns > 1 else align, columns, height)
