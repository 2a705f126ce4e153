"""The reader of plain text pulled out of a page: pages told apart, lines given a place, tables read (纯文本读取)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.cells import About
from ingest.columns.evidence import Known, facts_to_known
from ingest.columns.regions import Region, find_regions
from ingest.columns.settle import settle_tables
from ingest.columns.tokens import Printed, char_width
from ingest.columns.wordtables import find_word_tables, word_grids
from ingest.errors import UnreadableFile
from ingest.figures import sections_to_facts
from ingest.model import Line, Page, Stage
from ingest.patterns import regex
from ingest.sections import pages_to_sections
from ingest.text import normalise_char, tighten

#: A page of text is laid out on this grid (points), so that a place in it can be told and drawn.
_MARGIN, _LEADING, _EM = 50.0, 20.0, 11.0
_WIDTH, _LINES = 595.0, 40
#: 「金额单位：」 at the end of a line, its unit on the next.
_UNIT_LATER, _UNIT = regex(r"单\s*位\s*[:：]\s*$"), regex(r"[百千万亿]?元")
_ENCODINGS = ("utf-8-sig", "gb18030", "utf-16")


def read_text(path: Path) -> tuple[Page, ...]:
    """Pages of a text file, by form feeds or by the blank that some extractors put at the start of a page.

    Raises ``UnreadableFile`` for a file that is empty or in no known encoding.
    """
    text = _decode(path)
    if not text.strip():
        raise UnreadableFile(path.name, "文件是空的", "请确认文件内容")
    printed = [_printed(raw, number) for number, raw in enumerate(_pages(text), start=1)]
    lines = [line for page in printed for line in page]
    regions = find_regions(lines)
    runs = find_word_tables(lines, frozenset(i for region in regions for i in region.lines))
    words = {i for run in runs for i in run}
    settled = settle_tables(lines, regions, _known(printed, lines, regions, words, path))
    grids = [*settled.grids, *(grid for run in runs for grid in word_grids(lines, run))]
    kept = frozenset(line for i, line in enumerate(lines) if i not in settled.taken | words)
    return tuple(
        Page(
            number, _width(page), _height(page), _running(page, kept),
            tuple(sorted((g for g in grids if g.page == number), key=lambda g: g.box[1])),
            doubts=tuple(d for d in settled.doubts if d.page == number),
        )
        for number, page in enumerate(printed, start=1)
    )  # fmt: skip


def _known(
    pages: Sequence[Sequence[Printed]],
    lines: Sequence[Printed],
    regions: Sequence[Region],
    words: Collection[int],
    path: Path,
) -> list[Known]:
    """Amounts that the sentences give, read before any table is."""
    taken = {i for region in regions for i in region.taken}.union(words)
    kept = frozenset(line for i, line in enumerate(lines) if i not in taken)
    bare = [Page(n, _WIDTH, _height(page), _running(page, kept), ()) for n, page in enumerate(pages, start=1)]
    titles = " ".join([path.stem, *(region.title for region in regions)])
    years = frozenset(int(year) for year in re.findall(r"20\d\d", titles)) | {0}
    return facts_to_known(
        sections_to_facts(pages_to_sections(bare), About("", 0, Stage.FINAL_ACCOUNTS), {}), years
    )


def _decode(path: Path) -> str:
    raw = path.read_bytes()
    if b"\0" in raw[:1000] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile(path.name, "不是文本文件", "请提供 UTF-8 或 GB18030 编码的文本，或原始 PDF")
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(path.name, "文字编码无法识别", "请另存为 UTF-8 编码后再试")


def _pages(text: str) -> list[list[str]]:
    if "\f" in text:
        return [page.splitlines() for page in text.split("\f") if page.strip()]
    lines = text.splitlines()
    starts = [i for i, line in enumerate(lines) if re.match(r"^ \S", line)]
    if starts and starts[0] == 0 and len(starts) > 1 and len(starts) * 10 < len(lines):
        return [lines[low:high] for low, high in zip(starts, [*starts[1:], len(lines)], strict=True)]
    return [lines]


def _printed(raw: Sequence[str], number: int) -> list[Printed]:
    """Lines of one page with their places; blank lines take none."""
    lines: list[Printed] = []
    for text in raw:
        text = "".join(normalise_char(c) for c in text.expandtabs()).rstrip()
        if lines and _UNIT_LATER.search(lines[-1].text) and _UNIT.fullmatch(text.strip()):
            lines[-1] = replace(lines[-1], text=lines[-1].text + text.strip())
        elif text:
            top = _MARGIN + _LEADING * len(lines)
            lines.append(Printed(text, number, top, top + _EM * 1.2, _MARGIN, _EM))
    return lines


def _height(lines: Sequence[Printed]) -> float:
    return max(842.0, _MARGIN * 2 + _LEADING * max(len(lines), _LINES))


def _width(lines: Sequence[Printed]) -> float:
    return max([_WIDTH, *(line.box(0, len(line.text))[2] + _MARGIN for line in lines)])


def _running(lines: Sequence[Printed], kept: frozenset[Printed]) -> tuple[Line, ...]:
    return tuple(_line(line) for line in lines if line in kept and line.tight)


def _line(line: Printed) -> Line:
    text = tighten(line.text)
    starts, ends = [], []
    x = _MARGIN
    for char in text:
        starts.append(x)
        x += char_width(char, _EM)
        ends.append(x)
    return Line(text, line.page, (_MARGIN, line.top, x, line.bottom), tuple(starts), tuple(ends), _EM)
