"""pdfium, one page at a time: files opened and closed, their pages' size, text and drawn objects (PDFium)."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from ctypes import byref, c_float
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as raw

from ingest.model import Box
from ingest.readers.sheet import Sheet

#: PDFium has one state for the whole process and is not thread-safe, so its lock is the process's too.
PDFIUM = threading.Lock()

#: A pointer into pdfium, as ctypes gives it.
Handle = Any
#: An affine map: x' = a x + c y + e, y' = b x + d y + f.
Matrix = tuple[float, float, float, float, float, float]

Point = tuple[float, float]

AS_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
#: Forms within forms are followed no deeper than this: a form that draws itself has no end.
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page that pdfium has loaded: its handles, its sheet, and how many characters it prints."""

    page: Handle
    text: Handle
    sheet: Sheet
    characters: int


class Drawn(NamedTuple):
    """Something drawn: its handle, its type (``raw.FPDF_PAGEOBJ_…``), and the map from its form to the page."""

    item: Handle
    kind: int
    outer: Matrix


class PdfiumRefused(Exception):
    """pdfium does not open a file; ``code`` is one of ``raw.FPDF_ERR_…``."""

    def __init__(self, code: int) -> None:
        super().__init__(f"pdfium error {code}")
        self.code = code


def open_pdf(path: Path) -> pypdfium2.PdfDocument:
    """A file opened by pdfium, perhaps without any page; raises ``PdfiumRefused``."""
    with PDFIUM:
        handle = raw.FPDF_LoadDocument(os.fsencode(path) + b"\0", None)
        if not handle:
            raise PdfiumRefused(raw.FPDF_GetLastError())
        return pypdfium2.PdfDocument(handle)


@contextmanager
def opened_page(pdf: pypdfium2.PdfDocument, index: int) -> Iterator[OpenPage]:
    """Page ``index`` from 0. Raises ``PdfiumError`` where pdfium cannot load it."""
    page = pdf[index]
    try:
        text = page.get_textpage()
        try:
            count = max(0, raw.FPDFText_CountChars(text.raw))
            yield OpenPage(page.raw, text.raw, sheet_of(page), count)
        finally:
            text.close()
    finally:
        page.close()


def sheet_of(page: pypdfium2.PdfPage) -> Sheet:
    """Size and turn of a page.

    pdfium tells a box that a page inherits from the tree above it only as part of what is displayed: the sheet is
    then no larger than that.
    """
    shown = page.get_bbox()
    media = _normal(page.get_mediabox(fallback_ok=False)) or shown
    return Sheet(media, shown, page.get_rotation() % 360)


def _normal(box: Box | None) -> Box | None:
    """A box with its corners in order; None for one without any area."""
    if box is None:
        return None
    (left, right), (low, high) = sorted((box[0], box[2])), sorted((box[1], box[3]))
    return (left, low, right, high) if left < right and low < high else None


def page_to_drawn(page: OpenPage) -> list[Drawn]:
    """Everything drawn on a page, what stands in forms too."""
    count = raw.FPDFPage_CountObjects(page.page)
    items = [raw.FPDFPage_GetObject(page.page, index) for index in range(count)]
    return list(_drawn(items, AS_IS, 0))


def _drawn(items: Sequence[Handle], outer: Matrix, depth: int) -> Iterator[Drawn]:
    for item in items:
        kind = raw.FPDFPageObj_GetType(item)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield Drawn(item, kind, outer)
        elif depth < _DEPTH:
            count = raw.FPDFFormObj_CountObjects(item)
            inner = [raw.FPDFFormObj_GetObject(item, index) for index in range(count)]
            yield from _drawn(inner, chained(matrix_of(item), outer), depth + 1)


def matrix_of(item: Handle) -> Matrix:
    """The map from an object to the form or page that it lies on."""
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, byref(found))
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def chained(first: Matrix, then: Matrix) -> Matrix:
    """Both maps as one, ``first`` first."""
    if then is AS_IS:
        return first
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def points_of(segments: Iterable[Handle], matrix: Matrix) -> list[Point]:
    """Where the segments of a path end, on the page."""
    a, b, c, d, e, f = matrix
    x, y = c_float(), c_float()
    to_x, to_y = byref(x), byref(y)
    points = []
    for segment in segments:
        raw.FPDFPathSegment_GetPoint(segment, to_x, to_y)
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
    return points


def box_of_points(points: Sequence[Point]) -> Box | None:
    """(left, bottom, right, top) around points; None where there are none."""
    if not points:
        return None
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs), min(ys), max(xs), max(ys))
