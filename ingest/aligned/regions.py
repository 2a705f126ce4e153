"""Where tables without lines stand on a page: below the title of a standard statement, up to the first text (区域)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.aligned.frames import Frame, frame_around
from ingest.aligned.levels import ruled_runs
from ingest.aligned.words import Word
from ingest.model import Line, Page
from ingest.numbers import parse_number, unit_of
from ingest.patterns import regex
from ingest.statements import ASIDE, UNKNOWN, title_to_statement
from ingest.tables import is_page_number, is_table_number

_TITLE = regex(rf"^[^。；，,:：]{{2,50}}表(?:{ASIDE}){{0,3}}$")
_CAPTION = regex(
    r"^(?:公开|附|预算|决算|财决|部门)?\s*[（(]?\d{1,2}[)）]?\s*表$|^附(?:件|表)?\s*\d{0,2}\s*[:：]?$"
    r"|^(?:编制|填报|预算|公开)?(?:部门|单位)(?:名称)?(?:[(（][^)）]*[)）])?[:：]|^20\d\d\s*年度?$|^(?:编制)?日期[:：]"
)
_ENDS = regex(
    r"^(?:注|备注|说明)\s*[:：\d.]|^第[一二三四五六七八九十\d]{1,3}部分|^[一二三四五六七八九十]{1,3}、[^。；]{2,40}(?:说明|情况)$|[。；]|^附件"
)
_FIRST = regex(r"^(?:一\s*[、.．]|[(（]一[)）])")
#: A line of words longer than this is text.
_LONG = 36
#: With fewer rows of figures than this a column is not told by how they stand one below the other.
LEAST_ROWS = 4
#: Words reach over a level line by no more than this (points).
_RIM = 2.0
#: The title of the next table follows its number and its unit within so many lines.
_CAPTION_LINES = 4


@dataclass(frozen=True, slots=True)
class Region:
    """A table on its way: its title line, its heading lines and its body lines, as indexes of the page's lines.

    ``last`` says that nothing but a page number follows on the page; ``frame`` are the level lines around it.
    """

    title: int
    head: tuple[int, ...]
    body: tuple[int, ...]
    last: bool
    frame: Frame | None = None


def is_title(line: Line) -> bool:
    """Whether a line is the title of a standard statement, performance forms left out."""
    text = line.text
    if "表" not in text[-22:] or not _TITLE.match(text):
        return False
    statement = title_to_statement(text)
    return statement is not UNKNOWN and "绩效" not in statement.name


def find_regions(page: Page, words: Sequence[Sequence[Word]]) -> list[Region]:
    """Tables below the titles of a page, each up to the next title or ruled table."""
    found = []
    titles = [i for i, line in enumerate(page.lines) if is_title(line)]
    for index in titles:
        region = _region(page, words, index)
        if region is not None and region.head:
            found.append(region)
    return [*found, *_untitled(page, words, found)]


def _untitled(page: Page, words: Sequence[Sequence[Word]], found: Sequence[Region]) -> list[Region]:
    """Tables that nothing but level lines of one length shows: above the headings, below them, below the rows."""
    taken = {i for region in found for i in range(region.title, max(region.body) + 1)}
    regions = []
    for levels in ruled_runs(page):
        held = _within(page, levels[0], levels[-1])
        middle = _under_head(page, words, levels)
        head = tuple(i for i in held if page.lines[i].box[3] <= middle + _RIM and not is_counters(words[i]))
        body = tuple(i for i in held if page.lines[i].box[1] >= middle - _RIM)
        told = any(_is_told(word) for i in body for word in words[i])
        headed = bool(head) and not any(_starts_body(words[i]) for i in head)
        if not headed or not told or taken & set(held):
            continue
        frame = frame_around(page, [word for i in held for word in words[i]], levels[0] - _RIM)
        last = all(is_page_number(line.text) for line in page.lines[held[-1] + 1 :])
        regions.append(Region(max(held[0] - 1, 0), head, body, last, frame))
    return regions


def _within(page: Page, top: float, bottom: float) -> list[int]:
    """Lines between two heights, without the number of the page."""
    return [
        i
        for i, line in enumerate(page.lines)
        if top < (line.box[1] + line.box[3]) / 2 < bottom and not is_page_number(line.text)
    ]


def _under_head(page: Page, words: Sequence[Sequence[Word]], levels: Sequence[float]) -> float:
    """The level line below the headings, and below the line that numbers the columns where one follows."""
    for above, below in pairwise(levels[1:]):
        lines = _within(page, above, below)
        if not lines or not all(is_counters(words[i]) for i in lines):
            return above
    return levels[1]


def _is_told(word: Word) -> bool:
    return word.is_number or word.is_bound


def continuation(page: Page, words: Sequence[Sequence[Word]]) -> Region | None:
    """The table at the very top of a page, None where text, a title or a ruled table stands there."""
    return _region(page, words, -1)


def _region(page: Page, words: Sequence[Sequence[Word]], title: int) -> Region | None:
    head: list[int] = []
    at = title + 1
    end = min(_above_next_grid(page, at), _below_frame(page, at))
    while at < end and not _starts_body(words[at]):
        text = page.lines[at].text
        if is_title(page.lines[at]) or _ENDS.search(text) or len(text) > _LONG * 3:
            return None
        if title < 0 and _TITLE.match(text) and not is_caption(text):
            return None  # the title of another table
        if not (is_page_number(text) or (not head and is_caption(text))):
            head.append(at)
        at += 1
    body: list[int] = []
    while at < end and not _is_over(page, words, at, end):
        if not is_page_number(page.lines[at].text):
            body.append(at)
        at += 1
    last = all(is_page_number(line.text) for line in page.lines[at:])
    last = last and not any(grid.box[1] > page.lines[at - 1].box[1] for grid in page.grids)
    if not body:
        return None
    top = page.lines[title].box[3] if title >= 0 else 0.0
    frame = frame_around(page, [word for i in body for word in words[i]], top)
    inside = [i for i in head if frame and page.lines[i].box[3] > frame.across[0]]
    headings = tuple(i for i in inside or head if not is_counters(words[i]))
    return Region(title, headings, tuple(body), last, frame)


def _above_next_grid(page: Page, start: int) -> int:
    """Index of the first line that stands below a ruled table which begins below the line ``start``."""
    top = page.lines[start].box[1] if 0 < start < len(page.lines) else 0.0
    below = min((grid.box[1] for grid in page.grids if grid.box[1] >= top - 1), default=page.height)
    return next((i for i in range(start, len(page.lines)) if page.lines[i].box[1] >= below), len(page.lines))


def _below_frame(page: Page, start: int) -> int:
    """Index of the first line below the level lines that frame the table which begins near the line ``start``."""
    whole = len(page.lines)
    for levels in ruled_runs(page):
        above = [i for i in range(start, whole) if page.lines[i].box[3] <= levels[0] + _RIM]
        if start < whole and levels[-1] > page.lines[start].box[1] and len(above) <= _CAPTION_LINES:
            return next((i for i in range(start, whole) if page.lines[i].box[1] >= levels[-1] - _RIM), whole)
    return whole


def is_caption(text: str) -> bool:
    """Whether a line says the number, the body or the unit of a table."""
    return bool(unit_of(text) or _CAPTION.match(text) or is_table_number(text))


def _is_over(page: Page, words: Sequence[Sequence[Word]], at: int, end: int) -> bool:
    """Whether the body ends above a line: at a title, at what stands above the next title or ruled table, at text."""
    line = page.lines[at]
    if is_title(line) or _is_text(line, words[at]):
        return True
    ahead = range(at + 1, min(at + 1 + _CAPTION_LINES, end))
    follows = end < len(page.lines) or any(is_title(page.lines[i]) for i in ahead)
    return is_caption(line.text) and follows


def _starts_body(words: Sequence[Word]) -> bool:
    """Whether a line is the first row: it has a figure, or its name is numbered 一、."""
    if not words or is_counters(words) or (len(words) == 1 and is_page_number(words[0].text)):
        return False
    numbers = [w for w in words if w.is_number]
    years = all(re.fullmatch(r"20\d\d", w.text) for w in numbers)
    return bool(numbers and not years) or bool(_FIRST.match(words[0].text))


def _is_text(line: Line, words: Sequence[Word]) -> bool:
    numbers = any(w.is_number for w in words)
    return bool(_ENDS.search(line.text)) or (not numbers and any(len(w.text) > _LONG for w in words))


def is_counters(words: Sequence[Word]) -> bool:
    """Whether a line numbers the columns: 栏次 1 2 3 …."""
    numbers = [int(w.text) for w in words if re.fullmatch(r"\d{1,2}", w.text)]
    others = [w for w in words if not re.fullmatch(r"\d{1,2}", w.text)]
    if others and others[0].text in ("栏次", "行次"):
        return True
    return (
        len(numbers) > 1
        and len(others) <= 4
        and all(parse_number(w.text) is None for w in others)
        and (numbers == list(range(numbers[0], numbers[0] + len(numbers))))
    )


def holds_amounts(words: Sequence[Sequence[Word]], body: Sequence[int]) -> bool:
    """Whether a line holds an amount, with decimals or separators, for a reader to see a table there."""
    return any(w.is_number and re.search(r"[.,]", w.text) for i in body for w in words[i])
