"""The PDF reader: pdfplumber's characters and ruled cells to pages (PDF 读取)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.exceptions import PdfminerException

from ingest.errors import UnreadableFile
from ingest.model import Grid, Line, Page
from ingest.readers.grids import boxes_to_grid, fill_grid
from ingest.readers.lines import Glyph, glyphs_of, glyphs_to_rows, rows_to_lines
from ingest.settings import Settings

_RESAVE = "请确认文件下载完整，或用 PDF 阅读器重新另存后再试"


def read_pdf(
    path: Path, settings: Settings, progress: Callable[[int], None] | None = None
) -> tuple[Page, ...]:
    """All pages of a PDF file.

    Raises ``UnreadableFile`` for a file that is encrypted, cut off, not a PDF, or has no pages or no text.
    """
    # pdfminer writes a warning for each odd font of each page; what matters to us is reported by the page.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    number = 0
    try:
        with pdfplumber.open(path) as pdf:
            _refuse_odd_sizes(path, len(pdf.pages), settings)
            pages = []
            for number, page in enumerate(pdf.pages, start=1):
                pages.append(read_page(page, number))
                page.close()
                if progress:
                    progress(number)
    except PdfminerException as error:
        raise _unreadable(path, error, number) from error
    except (PDFException, ValueError, TypeError, KeyError, AssertionError, RecursionError) as error:
        # pdfminer answers a damaged object with any of these; the file is named and the others go on.
        raise UnreadableFile(
            path.name, f"PDF 已损坏（{type(error).__name__}）", _RESAVE, number or None
        ) from error
    if not any(page.lines or page.grids for page in pages):
        raise UnreadableFile(path.name, "没有可读取的文字，可能是扫描件", "请先做文字识别（OCR），再导入")
    return tuple(pages)


def read_page(page: PlumberPage, number: int) -> Page:
    """One page: grids filled first, what is left over becomes lines; boxes count from the corner of its MediaBox."""
    left, top = float(page.mediabox[0]), float(page.mediabox[1])
    width, height = float(page.width), float(page.height)
    page = _visible(page)
    rest = [glyph.moved(left, top) for glyph in glyphs_of(page.chars)]
    grids: list[Grid] = []
    for found in page.find_tables():
        boxes = [(x0 - left, y0 - top, x1 - left, y1 - top) for x0, y0, x1, y1 in found.cells]
        grid = boxes_to_grid(boxes, number)
        if grid is None:
            continue
        filled, outside = fill_grid(grid, rest)
        if _is_table(filled):
            grids.append(filled)
            rest = outside
    grids.sort(key=lambda g: g.box[1])
    return Page(number, width, height, tuple(_lines(rest, number)), tuple(grids))


def _visible(page: PlumberPage) -> PlumberPage:
    """The page without what lies outside the sheet that is shown: nobody can read it there."""
    media, crop = page.mediabox, page.cropbox
    shown = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    if shown[0] >= shown[2] or shown[1] >= shown[3]:
        return page
    hidden = any(not _within(shown, char) for char in page.chars)
    # Characters first, while they are whole: a crop cuts them, and half a title at the edge would seem to be one.
    return (
        page.filter(lambda item: "text" not in item or _within(shown, item)).crop(shown) if hidden else page
    )


def _within(shown: tuple[float, ...], item: dict[str, float]) -> bool:
    x, y = (item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2
    return shown[0] <= x <= shown[2] and shown[1] <= y <= shown[3]


def _lines(glyphs: list[Glyph], number: int) -> list[Line]:
    return rows_to_lines(glyphs_to_rows(glyphs), number)


def _is_table(grid: Grid) -> bool:
    """A grid with a single column of text, or no text at all in several cells, only draws a box on the page."""
    return len({cell.column for cell in grid.cells if cell.text}) > 1 or (grid.columns > 2 and grid.rows > 1)


def _refuse_odd_sizes(path: Path, pages: int, settings: Settings) -> None:
    if pages == 0:
        raise UnreadableFile(path.name, "没有页面", "请确认文件内容")
    if pages > settings.max_pages:
        advice = "请拆分文件，或调大 MINGBAI_MAX_PAGES"
        raise UnreadableFile(path.name, f"共{pages}页，超过上限{settings.max_pages}页", advice)


def _unreadable(path: Path, error: PdfminerException, number: int) -> UnreadableFile:
    cause = error.args[0] if error.args else error
    if isinstance(cause, PDFPasswordIncorrect):
        return UnreadableFile(path.name, "文件已加密", "请去除密码后再导入")
    return UnreadableFile(path.name, "不是完整的 PDF 文件", _RESAVE, number or None)
