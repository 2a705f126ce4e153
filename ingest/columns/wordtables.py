"""Performance tables and other tables of words in a text: kept as lines of a table, out of the sentences (文字表)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ingest.columns.tokens import Printed
from ingest.model import Cell, Grid
from ingest.numbers import parse_quantity
from ingest.patterns import regex
from ingest.statements import title_to_statement
from ingest.tables import is_page_number

#: The headings of the columns of indicators; two of them on one line begin such a table.
_LEVELS = regex(r"[一二三]\s*级\s*指\s*标")
_ENDS = regex(
    r"^(?:第[一二三四五六七八九十\d]{1,3}部分|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|附件)"
)
#: How many lines above the headings of the indicators a titled form may begin.
_FORM_HEAD = 40
#: Width (points) of the one column that such a table is given.
_LEFT, _RIGHT = 50.0, 545.0


def find_word_tables(lines: Sequence[Printed], taken: frozenset[int]) -> list[range]:
    """Runs of lines that are tables of performance indicators, title excluded; ``taken`` lines belong to others."""
    found: list[range] = []
    index = 0
    while index < len(lines):
        start = _start(lines, index) if index not in taken else None
        if start is None:
            index += 1
            continue
        end = start
        while end < len(lines) and end not in taken and not _ENDS.match(lines[end].tight):
            end += 1
        found.append(range(start, end))
        index = end + 1
    return found


def _start(lines: Sequence[Printed], index: int) -> int | None:
    """Where a table begins whose title or headings are this line."""
    text = lines[index].tight
    if len(_LEVELS.findall(text)) >= 2:
        return index
    if len(text) < 40 and "绩效" in title_to_statement(text).name and text.endswith("表"):
        ahead = lines[index + 1 : index + _FORM_HEAD]
        near = itertools.takewhile(lambda line: not _ENDS.match(line.tight), ahead)
        if any(len(_LEVELS.findall(line.tight)) >= 2 or _LEVELS.fullmatch(line.tight[:4]) for line in near):
            return index + 1
    return None


def word_grids(lines: Sequence[Printed], run: range) -> list[Grid]:
    """The lines of a run as a table of one column, a grid a page; a figure on a line of its own joins the line above.

    What a figure measures cannot be told once its cells have run together, so that none is read as one.
    """
    grids = []
    for page, group in itertools.groupby((lines[i] for i in run), key=lambda line: line.page):
        cells: list[Cell] = []
        for line in group:
            text = line.tight
            if not text or is_page_number(text):
                continue
            if cells and (parse_quantity(text) is not None or _is_figures(text)):
                last = cells.pop()
                box = (_LEFT, last.box[1], _RIGHT, line.bottom)
                cells.append(Cell(f"{last.text} {text}", page, box, last.row, 0, last.row_end, 1))
            else:
                row = len(cells)
                cells.append(Cell(text, page, (_LEFT, line.top, _RIGHT, line.bottom), row, 0, row + 1, 1))
        if cells:
            frame = (_LEFT, cells[0].box[1], _RIGHT, cells[-1].box[3])
            grids.append(Grid(page, frame, len(cells), 1, tuple(cells)))
    return grids


def _is_figures(text: str) -> bool:
    return bool(re.fullmatch(r"[\d.,%\s-]+", text))
