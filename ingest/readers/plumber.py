"""pdfplumber's reading of a page, for pages and files that pdfium cannot make out (后备读取).

Slower by far, but it looks for characters in places that pdfium does not, such as the tables of an embedded font.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.model import Box
from ingest.readers.lattice import Rule, Rules
from ingest.readers.marks import Mark, Print, marks_to_print
from ingest.readers.sheet import Sheet

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF


class Unreadable(Exception):
    """pdfplumber cannot make it out either."""


class Plumber:
    """A file as pdfplumber reads it, opened when the first page is asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pdf: PDF | None = None

    def __len__(self) -> int:
        """How many pages the file has. Raises ``Unreadable``."""
        try:
            return len(self._opened().pages)
        except _failures() as error:
            raise Unreadable(str(error)) from error

    def page(self, number: int) -> tuple[Sheet, Print, Rules]:
        """Page ``number`` from 1. Raises ``Unreadable``."""
        try:
            page = self._opened().pages[number - 1]
            try:
                return _read(page)
            finally:
                page.close()
        except _failures() as error:
            raise Unreadable(str(error)) from error

    def close(self) -> None:
        """Let go of the file."""
        if self._pdf is not None:
            self._pdf.close()

    def _opened(self) -> PDF:
        import pdfplumber  # a third of a second, for the few files that need it

        # pdfminer writes a warning for each odd font of each page; what matters to us is reported by the page.
        logging.getLogger("pdfminer").setLevel(logging.ERROR)
        self._pdf = self._pdf or pdfplumber.open(self._path)
        return self._pdf


def _failures() -> tuple[type[Exception], ...]:
    """What pdfminer answers a damaged object with."""
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    return (
        PdfminerException,
        PDFException,
        ValueError,
        TypeError,
        LookupError,
        AssertionError,
        RecursionError,
    )


def _read(page: Page) -> tuple[Sheet, Print, Rules]:
    left, top = float(page.mediabox[0]), float(page.mediabox[1])
    width, height = float(page.width), float(page.height)
    whole, crop = (0.0, 0.0, width, height), page.cropbox
    shown = _overlap(whole, (crop[0] - left, crop[1] - top, crop[2] - left, crop[3] - top))
    rules = Rules([], [])
    for edge in page.edges:
        x0, y0, x1, y1 = _moved(edge, left, top)
        if edge["orientation"] == "h":
            rules.across.append(Rule(y0, x0, x1))
        elif x0 == x1:
            rules.down.append(Rule(x0, y0, y1))
    return Sheet(whole, whole, 0), marks_to_print(_marks(page, left, top), shown), rules


def _marks(page: Page, left: float, top: float) -> Iterator[Mark]:
    for char in page.chars:
        box = _moved(char, left, top)
        text = str(char["text"])
        if text.startswith("(cid:"):  # pdfminer's name for a character that it does not know
            yield Mark(0, box, box, False)
            continue
        step = (box[2] - box[0]) / max(1, len(text))
        for index, part in enumerate(text):
            place = (box[0] + index * step, box[1], box[0] + (index + 1) * step, box[3])
            yield Mark(ord(part), place, place, True)


def _moved(item: dict[str, object], left: float, top: float) -> Box:
    x0, y0, x1, y1 = (float(str(item[key])) for key in ("x0", "top", "x1", "bottom"))
    return (x0 - left, y0 - top, x1 - left, y1 - top)


def _overlap(sheet: Box, crop: Box) -> Box:
    shown = (max(sheet[0], crop[0]), max(sheet[1], crop[1]), min(sheet[2], crop[2]), min(sheet[3], crop[3]))
    return sheet if shown[0] >= shown[2] or shown[1] >= shown[3] else shown
