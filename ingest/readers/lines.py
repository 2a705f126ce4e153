"""Characters of a page to lines of text, with the place of every character kept (行)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.model import Box, Line
from ingest.text import normalise_char

#: A gap wider than this share of the type size is a space the typesetter meant, not letter spacing.
_WORD_GAP = 0.6
#: A gap this wide separates columns that merely stand on one height.
_COLUMN_GAP = 2.5


@dataclass(frozen=True, slots=True)
class Glyph:
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

    def moved(self, left: float, top: float) -> Glyph:
        """The glyph with its place counted from (``left``, ``top``)."""
        if not left and not top:
            return self
        return replace(
            self, x0=self.x0 - left, x1=self.x1 - left, top=self.top - top, bottom=self.bottom - top
        )


def glyphs_of(chars: Iterable[dict[str, object]]) -> list[Glyph]:
    """pdfplumber characters as glyphs: normalised, without those that vanish, and without overprinted doubles."""
    glyphs: list[Glyph] = []
    seen: set[tuple[str, int, int]] = set()
    for char in chars:
        x0, top, x1, bottom = (float(str(char[k])) for k in ("x0", "top", "x1", "bottom"))
        for part in normalise_char(str(char["text"])[:1]) if char["text"] else "":
            # Bold is often faked by printing a character twice, a fraction of a point apart.
            key = (part, round(x0), round(top))
            if key in seen and part != " ":
                continue
            seen.add(key)
            glyphs.append(Glyph(part, x0, top, x1, bottom, bottom - top))
    return glyphs


def glyphs_to_rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs grouped into rows of one height, top to bottom, each from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.middle, g.x0)):
        row = rows[-1] if rows else None
        if row is not None and abs(glyph.middle - _height(row)) <= 0.45 * max(glyph.size, row[-1].size):
            row.append(glyph)
        else:
            rows.append([glyph])
    for row in rows:
        row.sort(key=lambda g: g.x0)
    return rows


def rows_to_lines(rows: Sequence[Sequence[Glyph]], page: int) -> list[Line]:
    """Rows as lines of text: layout spaces dropped, a space kept where the gap says that words end."""
    lines = (_row_to_line(row, page) for row in rows)
    return [line for line in lines if line.text]


def _height(row: Sequence[Glyph]) -> float:
    return sum(g.middle for g in row) / len(row)


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
        starts=tuple(g.x0 for g in kept),
        ends=tuple(g.x1 for g in kept),
        size=_median_size(kept),
    )


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
        min(g.x0 for g in glyphs),
        min(g.top for g in glyphs),
        max(g.x1 for g in glyphs),
        max(g.bottom for g in glyphs),
    )


def _median_size(glyphs: Sequence[Glyph]) -> float:
    sizes = sorted(g.size for g in glyphs)
    return sizes[len(sizes) // 2] if sizes else 0.0
