"""Text of a page as pdfium has it, to the marks that are shown, each where it is displayed (字形)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from ctypes import addressof, byref, c_double
from typing import NamedTuple

import pypdfium2.raw as raw

from ingest.model import Box
from ingest.patterns import regex
from ingest.readers.clips import Clips, seen_through
from ingest.readers.marks import Mark
from ingest.readers.pdfium import AS_IS, Drawn, Matrix, OpenPage

#: pdfium marks a hyphen at the end of a line with this.
_LINE_END_HYPHEN = 0x02
#: What pdfium puts in by itself where it sees a word or a line end.
_BLANKS = frozenset((0x0A, 0x0D, 0x20))
#: Text that leans by more than this (tangent) is a watermark; a scan is set straight to within less.
_LEAN = 0.1
#: How far the square of a Chinese character reaches below and above its baseline, in sizes of the type.
_BELOW, _ABOVE = -0.14, 0.86
#: Which way a page runs is asked of about so many of its characters; of fewer than the second number it is not told.
_SAMPLE, _FEW, _MOST = 200, 10, 0.6
#: An amount that stands across the direction in which its page is read.
_AMOUNT = regex(r"\d[.,]\d")
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


class _Run(NamedTuple):
    """What the characters of one text object share.

    ``body`` is the stretch of the type across its baseline, in PDF coordinates: from bottom to top where ``level``,
    else from left to right. ``straight`` is False for a watermark. ``clip`` is what is shown of it, as displayed.
    ``across`` is True for text that does not run from left to right as the page is read.
    """

    body: tuple[float, float]
    level: bool
    straight: bool
    clip: Box | None
    across: bool


class Across(NamedTuple):
    """Text with a number in it that runs across the direction in which its page is read, and where it stands."""

    text: str
    box: Box


def page_to_marks(page: OpenPage, drawn: Iterable[Drawn]) -> tuple[list[Mark], list[Across]]:
    """Characters of a page without watermarks and what is clipped away, in the order of the file.

    A stretch of text on one baseline and with one clip is shown or hidden as a whole. What runs across is left out
    where it holds digits, which would come out in the wrong order; amounts among it are given apart.
    """
    found: list[Mark] = []
    across: list[Across] = []

    def put(run: _Run, stretch: list[Mark]) -> None:
        shown = seen_through(run.clip, stretch)
        text = "".join(chr(mark.code) for mark in shown)
        if not run.across or not any(map(str.isdigit, text)):
            found.extend(shown)
        elif _AMOUNT.search(text):
            x0, top, x1, bottom = zip(*(mark.place for mark in shown), strict=True)
            across.append(Across(text, (min(x0), min(top), max(x1), max(bottom))))

    stretch: list[Mark] = []
    held: _Run | None = None
    for run, marks in _runs(page, _forms(drawn)):
        if held is not None and run != held:
            put(held, stretch)
            stretch = []
        held = run
        stretch += marks
    if held is not None:
        put(held, stretch)
    return found, across


def turn_of(page: OpenPage) -> int | None:
    """By how many degrees to the left most of the text leans as displayed: 0, 90 (it runs up), 180 or 270.

    None where it lies on its side or head, but not all in one direction.
    """
    matrix = raw.FS_MATRIX()
    turns: Counter[int] = Counter()
    for index in range(0, page.characters, max(1, page.characters // _SAMPLE)):
        if raw.FPDFText_GetUnicode(page.text, index) in _BLANKS:
            continue
        raw.FPDFText_GetMatrix(page.text, index, byref(matrix))
        turns[_leaning(matrix, page.sheet.rotation)] += 1
    seen = turns.total()
    if seen < _FEW or seen - turns[0] <= _MOST * seen:
        return 0
    turn, count = turns.most_common(1)[0]
    return turn if turn and count > _MOST * seen else None


def _leaning(matrix: raw.FS_MATRIX, rotation: int) -> int:
    """The direction of a text as displayed, to the nearest quarter of a turn."""
    angle = math.degrees(math.atan2(matrix.b, matrix.a)) - rotation
    return round(angle / 90) * 90 % 360


def _forms(drawn: Iterable[Drawn]) -> dict[int, Matrix]:
    """The maps of texts that stand in forms, by the address of the text."""
    return {
        addressof(one.item.contents): one.outer
        for one in drawn
        if one.outer is not AS_IS and one.kind == raw.FPDF_PAGEOBJ_TEXT
    }


def _runs(page: OpenPage, forms: dict[int, Matrix]) -> Iterator[tuple[_Run, list[Mark]]]:
    """Text objects with the characters that the file prints; what pdfium adds by itself is left out."""
    text, probe, clips = page.text, _Probe(page), Clips(page.sheet)
    last, marks = 0, list[Mark]()
    run: _Run | None = None
    for index in range(page.characters):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _BLANKS and raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        item = raw.FPDFText_GetTextObject(text, index)
        if not item:
            continue
        address = addressof(item.contents)
        if run is None or address != last:
            if run is not None and marks:
                yield run, marks
            last, marks = address, []
            run = probe.run(index, clips.of(item, forms.get(address, AS_IS)))
        if run.straight:
            marks.append(probe.mark(index, code, run))
    if run is not None and marks:
        yield run, marks


class _Probe:
    """Asks pdfium about characters of a page; the places it writes to are made once, not for each of them."""

    def __init__(self, page: OpenPage) -> None:
        self._text, self._to_box, self._rotation = page.text, page.sheet.box, page.sheet.rotation
        self._matrix, self._x, self._y, self._found = raw.FS_MATRIX(), c_double(), c_double(), raw.FS_RECTF()
        self._to_matrix, self._to_found = byref(self._matrix), byref(self._found)
        self._to_x, self._to_y = byref(self._x), byref(self._y)
        self._before = _NOWHERE

    def run(self, index: int, clip: Box | None) -> _Run:
        """The run that starts with a character: its type stands on the baseline of that character."""
        self._before = _NOWHERE
        raw.FPDFText_GetMatrix(self._text, index, self._to_matrix)
        raw.FPDFText_GetCharOrigin(self._text, index, self._to_x, self._to_y)
        size, matrix = raw.FPDFText_GetFontSize(self._text, index), self._matrix
        along, across = abs(matrix.a), abs(matrix.b)
        level = along >= across
        base, up = (self._y.value, matrix.d * size) if level else (self._x.value, matrix.c * size)
        low, high = round(base + _BELOW * up, 1), round(base + _ABOVE * up, 1)
        straight = min(along, across) <= _LEAN * max(along, across)
        across_page = _leaning(matrix, self._rotation) != 0
        return _Run((min(low, high), max(low, high)), level, straight, clip, across_page)

    def mark(self, index: int, code: int, run: _Run) -> Mark:
        """A character of the run: as wide as it advances, as high as its type."""
        raw.FPDFText_GetLooseCharBox(self._text, index, self._to_found)
        found, (low, high) = self._found, run.body
        box = (found.left, low, found.right, high) if run.level else (low, found.bottom, high, found.top)
        if (
            box == self._before and run.level
        ):  # a ligature comes as its letters, each in the place of the whole
            box = ((box[0] + box[2]) / 2, low, box[2], high)
        else:
            self._before = box
        shown = self._to_box(*box)
        known = raw.FPDFText_HasUnicodeMapError(self._text, index) != 1
        return Mark(ord("-") if code == _LINE_END_HYPHEN else code, shown, shown, known)
