"""Grids of all pages to tables: captions found, glued tables split, continuations joined (表格)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.accounts import is_total_word
from ingest.beside import is_beside, is_part, lines_over
from ingest.led_in import led_in
from ingest.matching import (
    EDGE_SLACK,
    are_alike,
    column_edges,
    edges_within,
    is_cut_form,
    names_project,
    widened,
)
from ingest.mending import mend
from ingest.model import Cell, Grid, Line, Page, Table
from ingest.numbers import is_blank_mark, parse_number, unit_of
from ingest.patterns import regex
from ingest.printed_for import bodies_printed
from ingest.running import has_text, is_running, without_tail
from ingest.statements import ASIDE, UNKNOWN, clean_title, title_to_statement
from ingest.text import fold

#: How many lines above a table may belong to it, and how long one may be.
_CAPTION_LINES, _CAPTION_CHARS = 7, 60
#: Rows at the head of a table that a continuation may repeat.
_HEAD_ROWS = 7

_TITLE = regex(
    rf"[^。；]{{0,50}}?(?:表|一览|明细|情况)(?:[(（][^)）]{{0,40}}[)）])?(?:{ASIDE})*(?:[—–-]{{1,3}}[^。；\d]{{2,20}})?$"
)
_TITLE_HEAD = regex(
    rf"^[^。；，:：]{{2,50}}?表(?:(?!\s*[(（]单位){ASIDE}){{0,4}}(?=$|部门|编制|公开|单位|金额|预算|填报|\s)"
)
_NUMBER_LINE = regex(
    r"^[\u4e00-\u9fff]{0,6}\s*[（(]?[\d一二三四五六七八九十]{1,3}(?:[-—.]\d{1,2})?[)）]?\s*表?$"
)
_DASH = r"[-—–－─━―_~～·•\s]*"
_PAGE_NUMBER = regex(
    rf"^{_DASH}(?:第\s*)?\d{{1,4}}(?:\s*页)?(?:{_DASH}|\s*[/／]\s*)(?:共?\s*\d+\s*页)?{_DASH}$"
)
_PART_HEAD = regex(
    r"^第[一二三四五六七八九十\d]{1,3}部分|^[一二三四五六七八九十]{1,3}、[^。；]{2,40}(?:说明|情况)$"
)
#: Who prints a form, with its number behind it (编制部门：某局 财决公开05表): no title, whatever it ends in.
_PRINTER = regex(r"^(?:编制|填报|公开|预算|编报)?(?:部门|单位)(?:名称)?\s*[:：]")
#: A heading of the text that follows a table.
_TEXT_HEAD = regex(r"^[^。；，:：]{0,30}(?:说明|名词解释|名词释义|概况)$|^[一二三四五六七八九十]{1,3}、")
#: The heading of a section of running text, straight above a table of that section.
_SECTION_HEAD = regex(r"^[一二三四五六七八九十]{1,3}、[^。；：:表]{2,40}$")
_FOOTNOTE = regex(
    r"^(?:注|备注|说明|\d+\s*栏|\*)|^[（(](?:本|我|该)?(?:单位|部门|年度?)?(?:无|没有)[^。（）()]{2,30}[）)]$"
)


@dataclass(slots=True)
class _Part:
    """A grid on its way into a table: its caption, and where its columns stand on the page."""

    grid: Grid
    caption: tuple[Line, ...]
    title: str
    first: bool
    last: bool
    edges: dict[int, float]
    lead: str = ""


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but a page number, with its dashes (— 16 —, 第3页)."""
    return bool(_PAGE_NUMBER.match(text))


def is_table_number(text: str) -> bool:
    """Whether a line is nothing but the number of a table (公开05表, 部门公开表5, 附表三)."""
    return "表" in text and bool(_NUMBER_LINE.match(text))


def pages_to_tables(pages: Sequence[Page]) -> tuple[Table, ...]:
    """All tables of a document in order; parts on following pages joined into one."""
    tables: list[Table] = []
    heads: list[_Part] = []
    previous: _Part | None = None
    for index, page in enumerate(pages):
        for part in _parts(page):
            if part.first and not part.title and index:
                part = _titled_before(part, pages[index - 1])
            if previous is not None and _is_cut(part, previous, heads[-1]):
                tables[-1] = widened(tables[-1], part.grid, part.edges)
                heads[-1] = replace(part, title=heads[-1].title)
                tables[-1] = _join(tables[-1], part, heads[-1])
            elif previous is not None and _continues(part, previous, heads[-1]):
                tables[-1] = _join(tables[-1], part, heads[-1])
            else:
                tables.append(_start(len(tables), part, page))
                heads.append(part)
            previous = part
    return tuple(tables)


def _titled_before(part: _Part, page: Page) -> _Part:
    """A table whose title was left behind at the foot of the page before; only a standard statement's is taken."""
    floor = max((grid.box[3] for grid in page.grids), default=0.0)
    below = [line for line in page.lines if line.box[1] >= floor - 1 and not is_page_number(line.text)]
    title = below[-1].text if below else ""
    if not _TITLE.match(title) or title_to_statement(title) is UNKNOWN:
        return part
    if sum(title_to_statement(line.text) is not UNKNOWN for line in below) > 2:
        return part  # the end of the table of contents
    return replace(part, title=title, caption=(below[-1], *part.caption))


def caption_lines(page: Page) -> set[int]:
    """Indexes of the page's lines that belong to tables: captions and footnotes."""
    owned = {line for part in _parts(page) for line in without_tail(part.caption, page.lines)}
    notes = {line for grid in page.grids for line in _footnotes(page, grid)}
    parts = [line for line in owned if line not in page.lines]
    owned |= {line for line in page.lines if any(is_part(part, line) for part in parts)}
    return {i for i, line in enumerate(page.lines) if line in owned or line in notes}


def _parts(page: Page) -> list[_Part]:
    pieces = [piece for grid in page.grids for piece in _split(_without_marks(grid))]
    parts = []
    for index, grid in enumerate(pieces):
        floor = max((g.box[3] for g in pieces[:index] if not is_beside(g, grid)), default=0.0)
        caption = _caption(page, grid, floor)
        title = _title(caption, grid)
        lead = "" if title else led_in([line for line in page.lines if line.box[3] <= grid.box[1] + 4])
        first = index == 0 and not has_text([line for line in page.lines if line.box[3] <= grid.box[1] + 4])
        last = index == len(pieces) - 1 and not _footnotes(page, grid)
        last = last and not has_text([line for line in page.lines if line.box[1] >= grid.box[3] - 4])
        parts.append(_Part(grid, caption, title, first, last, column_edges(grid), lead))
    return parts


def _without_marks(grid: Grid) -> Grid:
    """The grid with blank cells where it prints a dash: else a column of dashes would be one of names."""
    if not any(is_blank_mark(c.text) for c in grid.cells):
        return grid
    return replace(grid, cells=tuple(replace(c, text="") if is_blank_mark(c.text) else c for c in grid.cells))


def _caption(page: Page, grid: Grid, floor: float) -> tuple[Line, ...]:
    """Lines straight above the grid that are short and no sentence, nearest last."""
    lines = lines_over(page.lines, grid, page.grids)
    above = [line for line in lines if floor - 1 <= line.box[1] and line.box[3] <= grid.box[1] + 4]
    taken: list[Line] = []
    for line in reversed(above):
        text = line.text
        if is_page_number(text) or len(taken) == _CAPTION_LINES:
            break
        if len(text) > _CAPTION_CHARS or text[-1] in "。；，" or _FOOTNOTE.match(text) or is_running(text):
            break
        taken.append(line)
        if not unit_of(text) and _TITLE.match(text) and not _numbers_or_names(text):
            break
        if _SECTION_HEAD.match(text):
            break  # what stands above the heading of a section is of the section before
    if taken and len(taken) < len(above) and _is_torn(above[-len(taken) - 1], taken[-1]):
        taken.append(above[-len(taken) - 1])
    return tuple(reversed(taken))


def _numbers_or_names(text: str) -> bool:
    """Whether a line above a table is its number or the name of who prints it, and no title."""
    return bool(_NUMBER_LINE.match(text) or _PRINTER.match(text))


def _is_torn(first: Line, second: Line) -> bool:
    """Whether a title starts in the line above: in the same type, just above, and the statement is another with it."""
    gap, height = second.box[1] - first.box[3], second.box[3] - second.box[1]
    if (
        abs(first.size - second.size) > 0.5
        or gap > height
        or first.text[-1] in "。；，、：:"
        or is_page_number(first.text)
    ):
        return False
    if (
        _NUMBER_LINE.match(first.text)
        or unit_of(first.text)
        or _TITLE.match(first.text)
        or len(first.text) > 40
    ):
        return False
    whole = title_to_statement(first.text + second.text)
    return whole is not UNKNOWN and whole is not title_to_statement(second.text)


def _title(caption: Sequence[Line], grid: Grid) -> str:
    """The line or cell that names the table: one that names a standard statement before one that ends in 表."""
    found = [match[0] for cell in _head_cells(grid) if (match := _TITLE_HEAD.match(clean_title(cell.text)))]
    lines = [line.text for line in caption]
    for index, text in enumerate(lines):
        if _numbers_or_names(text):
            continue
        match = _TITLE_HEAD.match(text) or _TITLE.match(text)
        if match:
            found.append(match[0])
        # A title broken over two lines: 「财政拨款政府性基金支出预算」「表」.
        elif index + 1 < len(lines) and _TITLE.match(text + lines[index + 1]) and not unit_of(text):
            found.append(text + lines[index + 1])
    known = [title for title in found if title_to_statement(title) is not UNKNOWN]
    return (known or found or [""])[0]


def _head_cells(grid: Grid) -> list[Cell]:
    """Cells over the whole width in the first rows: titles printed inside the ruled frame."""
    return [c for c in grid.cells if c.text and c.row < 3 and _alone(c, grid)]


def _alone(cell: Cell, grid: Grid) -> bool:
    return not any(
        o.text and o is not cell and o.row < cell.row_end and cell.row < o.row_end for o in grid.cells
    )


def _split(grid: Grid) -> list[Grid]:
    """A grid cut before each row that is the title of another table."""
    starts = sorted(
        {
            c.row
            for c in grid.cells
            if c.row > 0
            and _TITLE_HEAD.match(c.text)
            and not _NUMBER_LINE.match(c.text)
            and _alone(c, grid)
            and _wide(c, grid)
        }
    )
    starts = [row for row in starts if any(c.text and c.row < row for c in grid.cells)]
    if not starts:
        return [grid]
    bounds = [0, *starts, grid.rows]
    pieces = []
    for low, high in itertools.pairwise(bounds):
        cells = tuple(
            replace(c, row=c.row - low, row_end=min(c.row_end, high) - low)
            for c in grid.cells
            if low <= c.row < high
        )
        if any(c.text for c in cells):
            box = (grid.box[0], min(c.box[1] for c in cells), grid.box[2], max(c.box[3] for c in cells))
            pieces.append(Grid(grid.page, box, high - low, grid.columns, cells))
    return pieces


def _wide(cell: Cell, grid: Grid) -> bool:
    return cell.box[2] - cell.box[0] > 0.5 * (grid.box[2] - grid.box[0])


#: What a continuation prints in or behind its title: 续表, 支出决算表（续）.
_AGAIN = regex(r"[—–-]{0,2}[(（]?(?:接上页|接上表|续上页|续上表|续表|续)[一二三四五六七八九十\d]*[)）]?")


def _continues(part: _Part, previous: _Part, head: _Part) -> bool:
    if part.grid.page != previous.grid.page + 1 or not (part.first and previous.last):
        return False
    title = fold(_AGAIN.sub("", part.title))
    again = title == fold(part.title) and (names_project(part.grid) or not names_project(head.grid))
    if title and (title != fold(_AGAIN.sub("", head.title)) or ("绩效" in title and again)):
        return False  # a performance form of the same title that names a project is that of another one
    if _bodies(part) and _bodies(head) and _bodies(part) != _bodies(head):
        return False
    if part.title and _starts_with_total(part.grid) and _starts_with_total(head.grid):
        return False  # the same statement of another body
    return _mapping(part, head) is not None


def _is_cut(part: _Part, previous: _Part, head: _Part) -> bool:
    """Whether a form goes on over the page below the few cells that say which project it is of."""
    follows = part.grid.page == previous.grid.page + 1 and part.first and previous.last and previous is head
    same = not part.title or fold(_AGAIN.sub("", part.title)) == fold(head.title)
    return follows and same and is_cut_form(head.grid, part.grid, head.edges, part.edges)


def _bodies(part: _Part) -> set[str]:
    """Bodies that the lines above a table, or the first cells of its frame, say that it is of."""
    texts = [line.text for line in part.caption] + [c.text for c in part.grid.cells if c.row < 3]
    return set(bodies_printed(texts))


def _starts_with_total(grid: Grid) -> bool:
    """Whether the first row with an amount is that of all (合计)."""
    row = next((r for r in range(grid.rows) if _has_amount(grid.cells, r)), None)
    words = [c.text for c in grid.cells if c.row == row and c.text and parse_number(c.text) is None]
    return bool(words) and all(map(is_total_word, words))


def _mapping(part: _Part, head: _Part) -> dict[int, int] | None:
    """Column of the head for each column edge of the continuation; None where they do not fit.

    Where the columns were set anew on the page, as many of them within the same frame are the same columns.
    """
    mapped = edges_within(part.grid, part.edges, head.edges)
    if mapped is not None:
        return mapped
    ends = [abs(part.grid.box[side] - head.grid.box[side]) <= EDGE_SLACK for side in (0, 2)]
    same = part.grid.columns == head.grid.columns and all(ends)
    return {column: column for column in part.edges} if same and are_alike(part.grid, head.grid) else None


def _join(table: Table, part: _Part, head: _Part) -> Table:
    """The table with a continuation behind it; header rows that are printed again are left out."""
    mapped = _mapping(part, head) or {}
    known = {_row_key(table.cells, row) for row in range(min(_HEAD_ROWS, table.rows))}
    skipped = 0
    while skipped < part.grid.rows:
        key = _row_key(part.grid.cells, skipped)
        if key and (key not in known or _has_amount(part.grid.cells, skipped)):
            break
        skipped += 1
    if skipped == part.grid.rows:
        skipped = 0
    shift = table.rows - skipped
    cells = tuple(
        replace(
            c,
            row=c.row + shift,
            row_end=c.row_end + shift,
            column=mapped[c.column],
            column_end=mapped[c.column_end],
        )
        for c in part.grid.cells
        if c.row >= skipped
    )
    before, cells = mend(table.cells, cells)
    return replace(
        table,
        cells=before + cells,
        rows=table.rows + part.grid.rows - skipped,
        pages=(*table.pages, part.grid.page),
    )


def _row_key(cells: Sequence[Cell], row: int) -> str:
    return "|".join(fold(c.text) for c in cells if c.row == row and c.text)


def _has_amount(cells: Sequence[Cell], row: int) -> bool:
    texts = [c.text for c in cells if c.row == row and c.text]
    return any(parse_number(t) is not None and ("." in t or len(t) > 3) for t in texts)


def _footnotes(page: Page, grid: Grid) -> tuple[Line, ...]:
    """Lines straight below the grid from 「注：」 on, up to the next grid, the next part or the end of the page."""
    ceiling = min((g.box[1] for g in page.grids if g.box[1] > grid.box[3] - 1), default=page.height)
    below = [line for line in page.lines if grid.box[3] - 4 <= line.box[1] and line.box[3] <= ceiling + 4]
    below = [line for line in below if not is_page_number(line.text)]
    if below and not _FOOTNOTE.match(below[0].text) and unit_of(below[0].text):
        # 「编制部门：… 单位：千元」 below the frame; right above another one it is that one's.
        another = ceiling < page.height and (len(below) == 1 or below[1].box[1] > ceiling)
        return () if another else (below[0],)
    if not below or not _FOOTNOTE.match(below[0].text):
        return ()
    notes = itertools.takewhile(lambda line: not _starts_text(line, below[0]), below[1:])
    return (below[0], *notes)


def _starts_text(line: Line, note: Line) -> bool:
    """Whether a line below a footnote is the heading of running text, in its words or in its larger type."""
    larger = line.size > note.size + 1 and note.size > 0
    return bool(_PART_HEAD.match(line.text)) or (larger and bool(_TEXT_HEAD.match(line.text)))


def _start(sequence: int, part: _Part, page: Page) -> Table:
    grid = part.grid
    notes = _footnotes(page, grid)
    return Table(
        sequence,
        part.title,
        part.caption,
        notes,
        grid.cells,
        grid.rows,
        grid.columns,
        (grid.page,),
        part.lead,
    )
