"""The reader of plain text pulled out of a PDF: pages told apart, lines given a place (纯文本读取)."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.model import Line, Page
from ingest.text import normalise_char, tighten

#: A page of text is laid out on this grid (points), so that a place in it can be told and drawn.
_MARGIN, _LEADING, _EM = 50.0, 20.0, 11.0
_WIDTH, _LINES = 595.0, 40
_ENCODINGS = ("utf-8-sig", "gb18030", "utf-16")


def read_text(path: Path) -> tuple[Page, ...]:
    """Pages of a text file, by form feeds or by the blank that some extractors put at the start of a page.

    Raises ``UnreadableFile`` for a file that is empty or in no known encoding.
    """
    text = _decode(path)
    if not text.strip():
        raise UnreadableFile(path.name, "文件是空的", "请确认文件内容")
    return tuple(_page(lines, number) for number, lines in enumerate(_pages(text), start=1))


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


def _page(raw: list[str], number: int) -> Page:
    lines: list[Line] = []
    for text in raw:
        text = tighten("".join(normalise_char(c) for c in text))
        if text:
            lines.append(_line(text, number, _MARGIN + _LEADING * len(lines)))
    height = max(842.0, _MARGIN * 2 + _LEADING * max(len(lines), _LINES))
    return Page(number, _WIDTH, height, tuple(lines), ())


def _line(text: str, page: int, top: float) -> Line:
    starts, ends = [], []
    x = _MARGIN
    for char in text:
        width = _EM / 2 if char.isascii() else _EM
        starts.append(x)
        x += width
        ends.append(x)
    return Line(text, page, (_MARGIN, top, x, top + _EM * 1.2), tuple(starts), tuple(ends), _EM)
