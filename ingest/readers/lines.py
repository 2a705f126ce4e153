"""Characters of a page to lines of text, with the place of every character kept (行)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ingest.model import Box, Line

#: A gap wider than this share of the type size is a space the typesetter meant, not letter spacing.
_WORD_GAP = 0.6
#: A gap this wide separates columns that merely stand on one height.
_COLUMN_GAP = 2.5


class Glyph(NamedTuple):
    """One printed character after normalisation, with its box and type size."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Height of its centre."""
        return (self.top + self.bottom) / 2


def glyphs_to_rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs grouped into rows of one height, top to bottom, each from left to right."""
    rows: list[list[Glyph]] = []
    total = 0.0
    for middle, _, _, glyph in sorted(((g.top + g.bottom) / 2, g.x0, i, g) for i, g in enumerate(glyphs)):
        row = rows[-1] if rows else None
        if row is not None and abs(middle - total / len(row)) <= 0.45 * max(glyph.size, row[-1].size):
            row.append(glyph)
            total += middle
        else:
            rows.append([glyph])
            total = middle
    for row in rows:
        row.sort(key=_left)
    return rows


def _left(glyph: Glyph) -> float:
    return glyph.x0


def rows_to_lines(rows: Sequence[Sequence[Glyph]], page: int) -> list[Line]:
    """Rows as lines of text: layout spaces dropped, a space kept where the gap says that words end."""
    lines = (_row_to_line(row, page) for row in rows)
    return [line for line in lines if line.text]


def _row_to_line(row: Sequence[Glyph], page: int) -> Line:
    kept: list[Glyph] = []
    pending = False
    for glyph in row:
        if glyph.text == " ":
            pending = True
            continue
        if kept:
            gap = glyph.x0 - kept[-1].x1
            if _needs_space(kept[-1], glyph, gap, pending):
                kept.append(Glyph(" ", kept[-1].x1, glyph.top, glyph.x0, glyph.bottom, glyph.size))
        kept.append(glyph)
        pending = False
    return Line(
        text="".join(g.text for g in kept),
        page=page,
        box=_box(kept) if kept else (0.0, 0.0, 0.0, 0.0),
        starts=tuple(round(g.x0, 2) for g in kept),
        ends=tuple(round(g.x1, 2) for g in kept),
        size=_median_size(kept),
        bands=_bands(kept),
    )


def _bands(glyphs: Sequence[Glyph]) -> tuple[tuple[float, float], ...]:
    bands = tuple((round(g.top, 2), round(g.bottom, 2)) for g in glyphs)
    return bands if len(set(bands)) > 1 else ()


def _needs_space(left: Glyph, right: Glyph, gap: float, spaced: bool) -> bool:
    """Whether a space stands between two neighbours: at column gaps always, else between Latin words only."""
    size = max(left.size, right.size, 1.0)
    if gap > _COLUMN_GAP * size:
        return True
    if not (left.text.isascii() and right.text.isascii()):
        return False
    if right.text in "%,." or left.text in ",.":
        return False
    return spaced or gap > _WORD_GAP * size


def _box(glyphs: Sequence[Glyph]) -> Box:
    return (
        round(min(g.x0 for g in glyphs), 2),
        round(min(g.top for g in glyphs), 2),
        round(max(g.x1 for g in glyphs), 2),
        round(max(g.bottom for g in glyphs), 2),
    )


def _median_size(glyphs: Sequence[Glyph]) -> float:
    sizes = sorted(g.size for g in glyphs)
    return round(sizes[len(sizes) // 2], 2) if sizes else 0.0
