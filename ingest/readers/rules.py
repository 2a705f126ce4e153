"""Drawn objects of a page to its ruled lines: strokes, sides of rectangles, and bars as thin as a line (表线)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ctypes import byref, c_int
from itertools import pairwise

import pypdfium2.raw as raw

from ingest.model import Box
from ingest.readers.dots import dots_to_rules, is_dot
from ingest.readers.lattice import Rule, Rules
from ingest.readers.pdfium import Drawn, Handle, Matrix, Point, box_of_points, chained, matrix_of, points_of
from ingest.readers.sheet import Sheet

#: A bar no thicker than this (points) is a line that was drawn as a filled rectangle or as a picture.
_THICK = 3.0
#: A line that leans by no more than this (points) is level or upright.
_LEAN = 0.5
#: Corners of a picture before it is laid on the page.
_SQUARE: tuple[Point, ...] = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))


def drawn_to_rules(drawn: Iterable[Drawn], sheet: Sheet) -> Rules:
    """All ruled lines and shades of a page as displayed, cut off where the page is cut off."""
    rules = Rules([], [])
    dots: list[Box] = []
    shades: list[Box] = []
    for one in drawn:
        if one.kind == raw.FPDF_PAGEOBJ_PATH:
            shading = _is_shading(one.item)
            for outline in _outlines(one.item, chained(matrix_of(one.item), one.outer)):
                dot = box_of_points(outline) if len(outline) > 3 else None
                if dot is not None and is_dot(dot):
                    dots.append(sheet.box(*dot))
                    continue
                if shading and dot is not None and not _is_thin(dot) and _is_box(outline):
                    shades.extend(_shade(sheet.box(*dot), sheet.shown))
                    continue
                for side in _sides(outline):
                    _add(rules, sheet.box(*side), sheet.shown)
        elif one.kind == raw.FPDF_PAGEOBJ_IMAGE:
            bar = _picture(chained(matrix_of(one.item), one.outer))
            if _is_thin(bar):
                _add(rules, sheet.box(*_middle(bar)), sheet.shown)
    dotted = dots_to_rules(dots)
    return Rules([*rules.across, *dotted.across], [*rules.down, *dotted.down], shades)


def _is_shading(path: Handle) -> bool:
    """Whether a path is filled and its outline not drawn: what it encloses is coloured, not ruled."""
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    return bool(fill.value) and not stroke.value


def _outlines(path: Handle, matrix: Matrix) -> Iterator[list[Point]]:
    """Corners of each outline of a path, on the page; an outline with a curve in it rules nothing."""
    segments = [raw.FPDFPath_GetPathSegment(path, index) for index in range(raw.FPDFPath_CountSegments(path))]
    outline: list[Point] = []
    curved = False
    for segment, point in zip(segments, points_of(segments, matrix), strict=True):
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if not curved:
                yield outline
            outline, curved = [], False
        curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
        outline.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            outline.append(outline[0])
    if not curved:
        yield outline


def _is_box(outline: list[Point]) -> bool:
    """Whether an outline has four sides, all of them level or upright."""
    corners = {(round(x), round(y)) for x, y in outline}
    straight = all(
        abs(start[0] - end[0]) <= _LEAN or abs(start[1] - end[1]) <= _LEAN for start, end in pairwise(outline)
    )
    return straight and len(corners) == 4


def _sides(outline: list[Point]) -> Iterator[Box]:
    """Level and upright sides of an outline as (left, bottom, right, top); a thin bar is one side."""
    bar = box_of_points(outline) if len(outline) > 3 else None
    if bar and _is_thin(bar):
        yield _middle(bar)
        return
    for start, end in pairwise(outline):
        if abs(start[0] - end[0]) <= _LEAN or abs(start[1] - end[1]) <= _LEAN:
            yield _middle(
                (min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
            )


def _picture(matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    xs, ys = [a * x + c * y + e for x, y in _SQUARE], [b * x + d * y + f for x, y in _SQUARE]
    return (min(xs), min(ys), max(xs), max(ys))


def _is_thin(bar: Box) -> bool:
    return min(bar[2] - bar[0], bar[3] - bar[1]) <= _THICK


def _middle(bar: Box) -> Box:
    """The line through the middle of a bar, along it."""
    left, low, right, high = bar
    if right - left >= high - low:
        return (left, (low + high) / 2, right, (low + high) / 2)
    return ((left + right) / 2, low, (left + right) / 2, high)


def _shade(box: Box, shown: Box) -> list[Box]:
    """The part of a shade that is seen, none where it lies outside."""
    x0, top, x1, bottom = _seen(box, shown)
    return [(x0, top, x1, bottom)] if x0 < x1 and top < bottom else []


def _seen(box: Box, shown: Box) -> Box:
    return (max(box[0], shown[0]), max(box[1], shown[1]), min(box[2], shown[2]), min(box[3], shown[3]))


def _add(rules: Rules, box: Box, shown: Box) -> None:
    x0, top, x1, bottom = _seen(box, shown)
    if x0 > x1 or top > bottom:
        return
    if x1 - x0 >= bottom - top:
        rules.across.append(Rule(top, x0, x1))
    else:
        rules.down.append(Rule(x0, top, bottom))
