"""The table of contents as a passage of its own, an entry a line: it says what a document holds, and answers nothing
else (目录)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Box, Chunk, Line, Page
from ingest.sections import LEADER, is_contents
from ingest.tables import is_page_number
from ingest.text import fold

#: The heading under which the passage is kept.
CONTENTS = ("目录",)
#: The page that an entry ends with, behind dots or by itself.
_PAGE = re.compile(r"(?:[.…·\s—_-]*(?:[.…·]|\s)[.…·\s—_-]*[(（]?\d{1,3}[)）]?|[.…·—_\s]+)$")
#: How an entry begins that is one by itself.
_BEGINS = re.compile(
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
        elif text:
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
        inside = is_contents(page, inside)
        if not inside:
            continue
        first = next((i + 1 for i, line in enumerate(page.lines) if fold(line.text) == "目录"), 0)
        lines = [
            x
            for x in page.lines[first:]
            if not is_page_number(x.text) and re.search(r"[\u4e00-\u9fff]", x.text)
        ]
        right = max((x.box[2] for x in lines), default=0.0)
        for i, line in enumerate(lines):
            before = lines[i - 1] if i else None
            full = before is not None and before.box[2] >= right * _FULL and not LEADER.search(before.text)
            found.append((line, full))
    return found
