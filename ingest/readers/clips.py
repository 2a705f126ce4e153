"""What clip paths leave of a text: the part of it that is seen on the page (裁切)."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import addressof

import pypdfium2.raw as raw

from ingest.model import Box
from ingest.readers.marks import Mark
from ingest.readers.pdfium import Handle, Matrix, box_of_points, points_of
from ingest.readers.sheet import Sheet

#: A character of which less than this share shows is not seen.
_SEEN = 0.15


class Clips:
    """Boxes that the texts of one page are clipped to; texts that share their clip paths are measured once."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._known: dict[tuple[int, ...], Box | None] = {}

    def of(self, item: Handle, outer: Matrix) -> Box | None:
        """Box, as displayed, that a text object shows through; None where it is not clipped."""
        path = raw.FPDFPageObj_GetClipPath(item)
        count = raw.FPDFClipPath_CountPaths(path) if path else 0
        if count <= 0:
            return None
        firsts = [raw.FPDFClipPath_GetPathSegment(path, part, 0) for part in range(count)]
        # Paths are shared within pdfium: equal addresses, equal paths.
        key = (id(outer), *(addressof(first.contents) for first in firsts if first))
        if key not in self._known:
            boxes = [box for part in range(count) if (box := _box(path, part, outer)) is not None]
            self._known[key] = self._overlap(boxes)
        return self._known[key]

    def _overlap(self, boxes: Sequence[Box]) -> Box | None:
        if not boxes:
            return None
        left, low, right, high = zip(*boxes, strict=True)
        return self._sheet.box(max(left), max(low), min(right), min(high))


def _box(path: Handle, part: int, outer: Matrix) -> Box | None:
    count = raw.FPDFClipPath_CountPathSegments(path, part)
    segments = [raw.FPDFClipPath_GetPathSegment(path, part, index) for index in range(max(0, count))]
    return box_of_points(points_of(segments, outer))


def seen_through(clip: Box | None, stretch: list[Mark]) -> list[Mark]:
    """A stretch of text as its clip shows it: nothing where none of it is seen, else all of it, moved inside.

    A name or a number that is cut off at the edge of its cell is read whole (half a number would be another
    number), and within that cell, not in the one that it would have run into.
    """
    if clip is None or all(_lies_in(mark.box, clip) for mark in stretch):
        return stretch
    if not any(_is_seen(mark.box, clip) for mark in stretch):
        return []
    return [mark._replace(place=_moved_into(mark.box, clip)) for mark in stretch]


def _lies_in(box: Box, clip: Box) -> bool:
    return box[0] >= clip[0] and box[1] >= clip[1] and box[2] <= clip[2] and box[3] <= clip[3]


def _is_seen(box: Box, clip: Box) -> bool:
    width, height = min(box[2], clip[2]) - max(box[0], clip[0]), min(box[3], clip[3]) - max(box[1], clip[1])
    return width > 0 and height > 0 and width * height >= _SEEN * (box[2] - box[0]) * (box[3] - box[1])


def _moved_into(box: Box, clip: Box) -> Box:
    x0, top, x1, bottom = clip
    return (
        min(max(box[0], x0), x1), min(max(box[1], top), bottom),
        max(min(box[2], x1), x0), max(min(box[3], bottom), top),
    )  # fmt: skip
