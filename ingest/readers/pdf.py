"""The PDF reader: characters and ruled lines as pdfium sees them, to pages of lines and grids (PDF 读取)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

from ingest.aligned.pages import put_aligned
from ingest.errors import UnreadableFile
from ingest.model import Grid, Misread, Page
from ingest.readers.glyphs import Across, page_to_marks, turn_of
from ingest.readers.grids import boxes_to_grid, fill_grid
from ingest.readers.lattice import Rules, rules_to_tables
from ingest.readers.lines import glyphs_to_rows, rows_to_lines
from ingest.readers.marks import Print, marks_to_print
from ingest.readers.pdfium import PDFIUM, PdfiumRefused, open_pdf, opened_page, page_to_drawn
from ingest.readers.plumber import Plumber, Unreadable
from ingest.readers.rules import drawn_to_rules
from ingest.readers.shaded import put_shades
from ingest.readers.sheet import Sheet
from ingest.settings import Settings

_RESAVE = "请确认文件下载完整，或用 PDF 阅读器重新另存后再试"
_EMPTY, _GARBLED, _TURNED = "没有文字", "文字是乱码，没有读", "文字横放、倒放都有，没有读"
_ACROSS = "这些字和同页其他字的方向不同，没有读"
_WORST = (_EMPTY, _TURNED, _GARBLED)
#: What is told of a file no page of which could be read, by the worst trouble of its pages.
_WHOLE = {
    _EMPTY: ("没有可读取的文字，可能是扫描件", "请先做文字识别（OCR），再导入"),
    _TURNED: ("文字横放、倒放都有", "请用 PDF 阅读器把页面转正并保存，再导入"),
    _GARBLED: ("文字全是乱码", "请先做文字识别（OCR），再导入"),
}
_INCOMPLETE = "不是完整的 PDF 文件"
#: What is shorter (points) underlines no heading.
_SHORTEST = 8.0
#: A whole file says near its end where its index stands; what follows that is padding of servers and mailers.
_TAIL = 1 << 20
_LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d+)")
#: What pdfium answers to a file that it does not open, where that is not that the file is damaged.
_REASONS = {
    raw.FPDF_ERR_PASSWORD: ("文件已加密", "请去除密码后再导入"),
    raw.FPDF_ERR_SECURITY: ("文件已加密", "请去除密码后再导入"),
}


def read_pdf(
    path: Path, settings: Settings, progress: Callable[[int], None] | None = None
) -> tuple[Page, ...]:
    """All pages of a PDF file; a page that cannot be made out is empty, and its ``trouble`` says why.

    Raises ``UnreadableFile`` for a file that is encrypted, cut off, not a PDF, or has no pages or no text.
    """
    _refuse_cut(path)
    pages: list[Page] = []
    with closing(Plumber(path)) as plumber, closing(_Pdfium(path)) as pdfium:
        count = pdfium.count or _second_count(path, plumber)
        _refuse_odd_sizes(path, count, settings)
        for number in range(1, count + 1):
            pages.append(_page(path, number, pdfium, plumber))
            if progress:
                progress(number)
    if all(page.trouble for page in pages):
        raise UnreadableFile(path.name, *_WHOLE[max((page.trouble for page in pages), key=_WORST.index)])
    return put_aligned(pages)


class TurnedPage(Exception):
    """A page with text in several directions, none of which most of it has."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a reader sees on a page: ``turn`` as in ``Page``, and the numbers that run across."""

    sheet: Sheet
    printed: Print
    rules: Rules
    turn: int = 0
    across: tuple[Across, ...] = ()


class _Pdfium:
    """A file as pdfium reads it; ``count`` is 0 where pdfium finds no pages in it."""

    def __init__(self, path: Path) -> None:
        self.count = 0
        self._pdf: pypdfium2.PdfDocument | None = None
        try:
            self._pdf = open_pdf(path)
            self.count = len(self._pdf)
        except PdfiumRefused as error:
            if error.code in _REASONS:
                raise UnreadableFile(path.name, *_REASONS[error.code]) from error

    def page(self, number: int) -> _Seen:
        """Page ``number`` from 1, turned to be read, with the lock on pdfium held only while pdfium is asked.

        Raises ``TurnedPage`` for a page whose text runs in several directions.
        """
        assert self._pdf is not None
        with PDFIUM, opened_page(self._pdf, number - 1) as page:
            turn = turn_of(page)
            if turn is None:
                raise TurnedPage(page.sheet)
            if turn:
                page = replace(page, sheet=page.sheet.turned(turn))
            drawn = page_to_drawn(page)
            marks, across = page_to_marks(page, drawn)
            printed = marks_to_print(marks, page.sheet.shown)
            return _Seen(page.sheet, printed, drawn_to_rules(drawn, page.sheet), turn, tuple(across))

    def close(self) -> None:
        """Let go of the file."""
        if self._pdf is not None:
            with PDFIUM:
                self._pdf.close()


def _second_count(path: Path, plumber: Plumber) -> int:
    """Pages of a file that pdfium does not open."""
    try:
        return len(plumber)
    except Unreadable as error:
        raise UnreadableFile(path.name, _INCOMPLETE, _RESAVE) from error


def _page(path: Path, number: int, pdfium: _Pdfium, plumber: Plumber) -> Page:
    """One page as pdfium sees it, or as pdfplumber does where pdfium sees marks that it cannot name."""
    try:
        found = pdfium.page(number) if pdfium.count else _Seen(*plumber.page(number))
    except TurnedPage as turned:
        return Page(number, turned.sheet.width, turned.sheet.height, (), (), _TURNED)
    except (pypdfium2.PdfiumError, Unreadable) as error:
        raise UnreadableFile(path.name, "PDF 已损坏", _RESAVE, number) from error
    if pdfium.count and found.printed.is_suspect and not found.turn:
        found = _clearer(found, number, plumber)
    sheet, printed = found.sheet, found.printed
    if printed.is_garbled:
        return Page(number, sheet.width, sheet.height, (), (), _GARBLED, turn=found.turn)
    page = print_to_page(number, sheet, printed, found.rules)
    doubts = tuple(Misread(number, one.box, one.text, _ACROSS) for one in found.across[:1])
    return replace(page, turn=found.turn, doubts=doubts) if found.turn or doubts else page


def _clearer(seen: _Seen, number: int, plumber: Plumber) -> _Seen:
    """What pdfplumber sees on a page, if that is clearer than what was seen."""
    try:
        second = _Seen(*plumber.page(number))
    except Unreadable:
        return seen
    one, other = seen.printed, second.printed
    return second if other.odd + other.private < one.odd + one.private else seen


def print_to_page(number: int, sheet: Sheet, printed: Print, rules: Rules) -> Page:
    """One page: grids filled first, what is left over becomes lines; boxes count from the corner of its MediaBox."""
    rest = printed.glyphs
    grids: list[Grid] = []
    for boxes in rules_to_tables(put_shades(rules, rest)):
        grid = boxes_to_grid(boxes, number)
        if grid is None:
            continue
        filled, outside = fill_grid(grid, rest)
        if _is_table(filled):
            grids.append(filled)
            rest = outside
    grids.sort(key=lambda g: g.box[1])
    lines = rows_to_lines(glyphs_to_rows(rest), number)
    trouble = "" if lines or grids else _EMPTY
    return Page(
        number, sheet.width, sheet.height, tuple(lines), tuple(grids), trouble, levels=_levels(rules, grids)
    )


def _levels(rules: Rules, grids: Sequence[Grid]) -> tuple[tuple[float, float, float], ...]:
    """Level lines that are no lines of a grid: as drawn, for where each ends says what it underlines."""
    found = {(round(rule.at, 1), round(rule.start, 1), round(rule.end, 1)) for rule in rules.across}
    boxes = [grid.box for grid in grids]
    return tuple(
        sorted(
            (y, x0, x1)
            for y, x0, x1 in found
            if x1 - x0 >= _SHORTEST
            and not any(
                top - 1 <= y <= low + 1 and left - 1 <= x0 and x1 <= right + 1
                for left, top, right, low in boxes
            )
        )
    )


def _is_table(grid: Grid) -> bool:
    """A grid with a single column of text, or no text at all in several cells, only draws a box on the page."""
    return len({cell.column for cell in grid.cells if cell.text}) > 1 or (grid.columns > 2 and grid.rows > 1)


def _refuse_cut(path: Path) -> None:
    """Refuse a file whose end is missing: pdfium would mend it, and tell nobody that pages are gone."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(2048)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    promised = _LINEARIZED.search(head)
    if b"startxref" not in tail or (promised and size < int(promised[1])):
        raise UnreadableFile(path.name, _INCOMPLETE, _RESAVE)


def _refuse_odd_sizes(path: Path, pages: int, settings: Settings) -> None:
    if pages == 0:
        raise UnreadableFile(path.name, "没有页面", "请确认文件内容")
    if pages > settings.max_pages:
        advice = "请拆分文件，或调大 MINGBAI_MAX_PAGES"
        raise UnreadableFile(path.name, f"共{pages}页，超过上限{settings.max_pages}页", advice)
