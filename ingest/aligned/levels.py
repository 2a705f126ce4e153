"""Level lines of one width that hold a table between them, row by row or head and body alone (横线之间的表)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.aligned.words import line_to_words
from ingest.model import Line, Page
from ingest.numbers import unit_of
from ingest.patterns import regex
from ingest.running import is_running
from ingest.tables import is_page_number

#: Level lines begin and end at one side within so many points.
_SIDE = 3.0
#: What no row of a table holds: the end of a sentence, the heading of a section or part, a note.
_TEXT = regex(
    r"[。；]|^第[一二三四五六七八九十\d]{1,3}部分|^[一二三四五六七八九十]{1,3}、[^。；]{2,40}(?:说明|情况)$|^(?:注|备注|说明)\s*[:：\d.]"
)

#: How the title of the next table ends, which no gap parts.
_TITLED = regex(r"(?:表|情况|结果|明细|一览|[:：])(?:[(（][^)）]*[)）])?$")

Level = tuple[float, float, float]


def ruled_runs(page: Page) -> list[tuple[float, ...]]:
    """Heights of the level lines of each table that these alone frame, the last the foot of a page where it goes on.

    A run has three lines at least, with nothing but rows between each two; one that has but two, above and below its
    headings, has its rows down to the end of the page.
    """
    found: list[tuple[float, ...]] = []
    for group in _of_one_width(page):
        if group[0][2] - group[0][1] <= page.width / 2:
            continue
        for run in _parted(page, sorted({level[0] for level in group})):
            if len(run) == 2 and _goes_on(page, run[1]):
                run = [*run, page.height]
            if len(run) > 2:
                found.append(tuple(run))
    return sorted(found)


def _of_one_width(page: Page) -> list[list[Level]]:
    groups: list[list[Level]] = []
    for level in page.levels:
        same = [
            g for g in groups if all(abs(a - b) <= _SIDE for a, b in zip(level[1:], g[0][1:], strict=True))
        ]
        if same:
            same[0].append(level)
        else:
            groups.append([level])
    return groups


def _parted(page: Page, heights: Sequence[float]) -> Iterator[list[float]]:
    """Runs of heights with rows between each two and no text."""
    run = list(heights[:1])
    for above, below in pairwise(heights):
        if any(map(_is_none_of_a_table, _between(page, above, below))):
            yield run
            run = []
        run.append(below)
    yield run


def _goes_on(page: Page, height: float) -> bool:
    """Whether rows, and nothing else, stand from a height down to the end of the page."""
    rest = [line for line in _between(page, height, page.height) if not is_page_number(line.text)]
    return bool(rest) and not any(map(_is_none_of_a_table, rest))


def _between(page: Page, above: float, below: float) -> list[Line]:
    return [line for line in page.lines if above < (line.box[1] + line.box[3]) / 2 < below]


def _is_none_of_a_table(line: Line) -> bool:
    """A sentence, a heading, a note, or what stands above a table: its title, its unit."""
    if len(line_to_words(line)) > 1:
        return bool(unit_of(line.text)) or line.text.endswith("。")
    return (
        any(p.search(line.text) for p in (_TEXT, _TITLED))
        or bool(unit_of(line.text))
        or is_running(line.text)
    )
