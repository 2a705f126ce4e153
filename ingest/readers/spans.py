"""Cells whose uprights are inferred: headings over several columns, and figures that must stand alone (并列)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from ingest.accounts import is_total_word
from ingest.aligned.words import Word, line_to_words
from ingest.model import Box
from ingest.readers.ladders import NEAR
from ingest.readers.lattice import Rule
from ingest.readers.lines import Glyph, glyphs_to_rows, rows_to_lines

#: A character reaches over an edge by more than this (points), and those of one word stand no further apart (sizes).
_OVER, _RUNNING = 1.0, 0.25
#: A heading is in the middle of its cell give or take this far (points), or this share of the width.
_OFF, _SHARE = 4.0, 0.06
#: More columns below one row of headings than this are not tried.
_MOST = 14


class Refused(Exception):
    """Uprights that were inferred do not part the figures of a table."""


def crossed(row: Sequence[Glyph], x: float) -> bool:
    """Whether words of a line run over an edge."""
    marks = [g for g in row if g.text.strip()]
    if any(g.x0 < x - _OVER and g.x1 > x + _OVER for g in marks):
        return True
    left = [g for g in marks if g.x1 <= x + _OVER]
    right = [g for g in marks if g.x0 >= x - _OVER and g not in left]
    if not left or not right:
        return False
    one, other = left[-1], right[0]
    wide = not one.text.isascii() and not other.text.isascii()
    if wide and other.x0 - one.x1 <= _RUNNING * max(one.size, other.size):
        return True
    return is_total_word(one.text + other.text)


def is_one_run(row: Sequence[Glyph]) -> bool:
    """Whether a line is one stretch of words, as a title is, not words of several cells."""
    return all(len(line_to_words(line)) == 1 for line in rows_to_lines([row], 0))


def merge_heads(
    drawn: Sequence[Rule], lines: Sequence[Rule], frame: Box, glyphs: Sequence[Glyph], shades: Sequence[Box]
) -> list[Rule]:
    """The uprights without those under a heading of several columns that nothing but its place shows to be one.

    Raises ``Refused`` where a heading may stand over others than these.
    """
    first = _first_figures(glyphs, lines)
    kept = list(drawn)
    for top, bottom in sorted({(r.start, r.end) for r in drawn if r.end <= first + NEAR}):
        middle = (top + bottom) / 2
        if any(s[1] < middle < s[3] for s in shades):
            continue
        edges = sorted(r.at for r in kept if (r.start, r.end) == (top, bottom))
        for run in _runs(edges, lines, frame, top, bottom):
            gone = _merged(run, [g for g in glyphs if top < g.middle < bottom])
            kept = [r for r in kept if not ((r.start, r.end) == (top, bottom) and r.at in gone)]
    return kept


def _first_figures(glyphs: Sequence[Glyph], lines: Sequence[Rule]) -> float:
    """Height of the line above the first amount."""
    rows = [line for line in rows_to_lines(glyphs_to_rows(glyphs), 0)]
    tops = [w.box[1] for line in rows for w in line_to_words(line) if w.is_number and "." in w.text]
    top = min(tops, default=0.0)
    return max((rule.at for rule in lines if rule.at <= top + NEAR), default=0.0)


def _runs(
    edges: Sequence[float], lines: Sequence[Rule], frame: Box, top: float, bottom: float
) -> Iterator[list[float]]:
    """Edges of neighbouring cells that all begin and end at the same two lines."""
    ends = [
        (max(a.start, b.start), min(a.end, b.end))
        for a in lines
        for b in lines
        if abs(a.at - top) <= 1 and abs(b.at - bottom) <= 1
    ]
    for start, end in ends:
        inner = [x for x in edges if start + NEAR < x < end - NEAR]
        if inner:
            yield [start, *inner, end]


def _merged(run: Sequence[float], glyphs: Sequence[Glyph]) -> set[float]:
    """Edges that a row of headings does without, for none of its cells to be blank. Raises ``Refused`` if unsure."""
    words = [_words(glyphs, a, b) for a, b in pairwise(run)]
    if all(words) or not any(words):
        return set()
    if len(words) > _MOST:
        raise Refused
    inner = list(run[1:-1])
    ways = [
        set(inner) - set(kept)
        for count in range(len(inner) + 1)
        for kept in combinations(inner, count)
        if _fits([run[0], *kept, run[-1]], run, words)
    ]
    if len(ways) != 1:
        raise Refused
    return ways[0]


def _fits(cells: Sequence[float], run: Sequence[float], words: Sequence[Sequence[Word]]) -> bool:
    for start, end in pairwise(cells):
        columns = range(run.index(start), run.index(end))
        held = [w for column in columns for w in words[column]]
        if not held or sum(bool(words[column]) for column in columns) > 1:
            return False
        middle = (min(w.box[0] for w in held) + max(w.box[2] for w in held)) / 2
        off = abs(middle - (start + end) / 2)
        if len(columns) > 1 and off > max(_OFF, _SHARE * (end - start)):
            return False
    return True


def _words(glyphs: Sequence[Glyph], left: float, right: float) -> list[Word]:
    held = [g for g in glyphs if left <= (g.x0 + g.x1) / 2 <= right]
    return [w for line in rows_to_lines(glyphs_to_rows(held), 0) for w in line_to_words(line)]


def check_cells(drawn: Sequence[Rule], lines: Sequence[Rule], frame: Box, glyphs: Sequence[Glyph]) -> None:
    """Raise ``Refused`` where a cell holds two figures in a line, or a figure runs over an edge."""
    left, _, right, _ = frame
    heights = sorted({rule.at for rule in lines})
    for top, bottom in pairwise(heights):
        middle = (top + bottom) / 2
        inside = [g for g in glyphs if top < g.middle < bottom]
        edges = sorted(r.at for r in drawn if r.start < middle < r.end)
        for start, end in pairwise([left, *edges, right]):
            held = [g for g in inside if start <= (g.x0 + g.x1) / 2 <= end]
            for line in rows_to_lines(glyphs_to_rows(held), 0):
                words = line_to_words(line)
                figures = [w for w in words if w.is_number]
                loose = any(w.box[0] < start - NEAR or w.box[2] > end + NEAR for w in figures)
                if len(figures) > 1 or loose:
                    raise Refused
