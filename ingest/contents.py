"""The table of contents as a passage of its own, an entry a line: it says what a document holds, and answers nothing
else (目录)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Box, Chunk, Line, Page
from ingest.patterns import regex
from ingest.sections import LEADER, is_contents
from ingest.tables import is_page_number
from ingest.text import fold

#: The heading under which the passage is kept.
CONTENTS = ("目录",)
#: The page that an entry ends with, behind dots or by itself.
_PAGE = regex(r"(?:[.…·\s—_-]*(?:[.…·]|\s)[.…·\s—_-]*[(（]?\d{1,3}[)）]?|[.…·—_\s]+)$")
#: How an entry begins that is one by itself.
_BEGINS = regex(
    r"^(?:第\s*[一二三四五六七八九十\d]{1,3}\s*[部章节篇]|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?\d{1,2}[)）、.．]"
    r"|(?:公开|附)?表?\s*[一二三四五六七八九十\d]{1,3}\s*表?[、.．:：\s]|附件|附表)"
)
#: An entry that comes to this part of the width may go on in the next line.
_FULL = 0.75
_ODD = 6


def to_contents(document_id: str, sequence: int, pages: Sequence[Page]) -> tuple[Chunk, ...]:
    """The entries of the pages of contents, those broken over two lines as one; empty where there are none."""
    entries: list[tuple[str, int, Box]] = []
    for line, broken in _lines(pages):
        text = _PAGE.sub("", line.text).strip()
        if broken and entries and not _BEGINS.match(text) and len(text) <= _ODD:
            before = entries[-1]
            entries[-1] = (before[0] + text, *before[1:])
        elif text and not text.startswith("序号"):
            entries.append((text, line.page, line.box))
    if not entries:
        return ()
    spans, offset = list[tuple[int, int]](), 0
    for text, _, _ in entries:
        spans.append((offset, offset + len(text)))
        offset += len(text) + 1
    places = tuple((page, box) for _, page, box in entries)
    return (Chunk(document_id, sequence, CONTENTS, "\n".join(e[0] for e in entries), places, tuple(spans)),)


def _lines(pages: Sequence[Page]) -> list[tuple[Line, bool]]:
    """Lines below the word 目录 that have words, each with whether the one before it came to the margin."""
    found: list[tuple[Line, bool]] = []
    inside = False
    for page in pages:
        whole = is_contents(page, inside)
        lines = page.lines if whole else _until_again(page, found[0][0] if found and inside else None)
        first = next((i + 1 for i, line in enumerate(lines) if fold(line.text) == "目录"), 0)
        found += _told(lines[first:])
        if found and not whole:
            break
        inside = whole
    return found


def _until_again(page: Page, opened: Line | None) -> Sequence[Line]:
    """Lines of a page on which the contents end and the text begins, with what the contents begin with."""
    lines = page.lines
    start = next((i + 1 for i, line in enumerate(lines) if fold(line.text) == "目录"), 0)
    if opened is None and not start:
        return ()
    first = _name(opened if opened is not None else lines[start]) if start < len(lines) else ""
    again = (i for i in range(start + (opened is None), len(lines)) if _name(lines[i]) == first)
    end = next(again, 0)
    kept = lines[:end]
    return () if any(line.text.endswith("。") for line in kept[start:]) else kept


def _name(line: Line) -> str:
    return fold(_PAGE.sub("", line.text))


def _told(lines: Sequence[Line]) -> list[tuple[Line, bool]]:
    """Those that are entries, each with whether the one before it came to the margin without dots."""
    kept = [x for x in lines if not is_page_number(x.text) and re.search(r"[\u4e00-\u9fff]", x.text)]
    right = max((x.box[2] for x in kept), default=0.0)
    full = [x.box[2] >= right * _FULL and not LEADER.search(x.text) for x in kept]
    return list(zip(kept, [bool(kept), *full[:-1]][: len(kept)], strict=True))
