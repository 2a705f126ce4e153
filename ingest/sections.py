"""Lines outside tables to sections: headings told from running text, paragraphs joined over lines and pages (章节)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.model import Line, Page, Paragraph, Piece, Section
from ingest.patterns import regex
from ingest.tables import caption_lines, is_page_number
from ingest.text import fold, with_full_marks

#: What numbers a heading, outermost level first.
_NUMBERED: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, regex(r"^第[一二三四五六七八九十\d]{1,3}(?:部分|章(?![程节]))")),
    (2, regex(r"^[一二三四五六七八九十]{1,3}、|^第[一二三四五六七八九十\d]{1,3}节")),
    (3, regex(r"^[(（][一二三四五六七八九十]{1,3}[)）]")),
    (4, regex(r"^\d{1,2}\s*[.．、](?!\d)")),
    (5, regex(r"^[(（]\d{1,2}[)）]")),
)
_ITEM = regex(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s*[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}条)"
)
LEADER = regex(r"[.…·]{4,}|(?:\. ){4,}")
_CLOSED = regex(r"(?:概况|说明|报表|情况|解释|附件|附表|表|公开|部分|职责|职能|设置|构成)$")
_AMOUNT = regex(r"\d\s*[亿万]?元[。；]?$")
#: An explanation of a term that fills its line goes on in the next, and heads nothing.
_EXPLAINS = regex(r"[：:，,]\s*(?:是?指|反映)|是指")
_SENTENCE_END = "。！？；："
_HEADING_CHARS = 45


@dataclass(slots=True)
class _Draft:
    """A section on its way: its headings and the lines of each paragraph."""

    path: tuple[str, ...]
    page: int
    paragraphs: list[list[Line]] = field(default_factory=list)


def pages_to_sections(pages: Sequence[Page]) -> tuple[Section, ...]:
    """Sections of a document in reading order; lines of contents pages, footers and captions are left out."""
    lines = _running_lines(pages)
    if not lines:
        return ()
    margins = _right_margins(lines)
    body = Counter(round(line.size) for line in lines).most_common(1)[0][0]
    drafts = [_Draft((), lines[0].page)]
    stack: list[tuple[int, str]] = []
    index = listed = 0
    while index < len(lines):
        heading = _heading(lines, index, margins, body, {p.number: p for p in pages})
        listed = _listed(lines, index, listed)
        if heading is None or listed:
            _add(drafts[-1], lines, index, margins)
            index += 1
            continue
        level, text, used = heading
        stack = [*(h for h in stack if h[0] < level), (level, text)]
        drafts.append(_Draft(tuple(h[1] for h in stack), lines[index].page))
        index += used
    return tuple(_section(draft) for draft in drafts if draft.paragraphs)


def _running_lines(pages: Sequence[Page]) -> list[Line]:
    repeated = _running_heads(pages)
    contents = False
    kept: list[Line] = []
    for page in pages:
        contents = is_contents(page, contents)
        if contents:
            continue
        owned = caption_lines(page)
        kept += [
            replace(line, text=with_full_marks(line.text))
            for i, line in enumerate(page.lines)
            if i not in owned
            and not is_page_number(line.text)
            and not LEADER.search(line.text)
            and (fold(line.text), round(line.box[1] / 10)) not in repeated
        ]
    return kept


def _running_heads(pages: Sequence[Page]) -> set[tuple[str, int]]:
    """Lines that stand at one height on many pages: running heads and feet."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        edge = [x for x in page.lines if x.box[1] < page.height * 0.09 or x.box[3] > page.height * 0.92]
        counts.update({(fold(x.text), round(x.box[1] / 10)) for x in edge})
    return {key for key, count in counts.items() if key[0] and count >= max(3, len(pages) // 3)}


def is_contents(page: Page, before: bool) -> bool:
    """A page of contents: it says so, or follows one, and no line of it is a sentence."""
    if any(line.text.endswith("。") for line in page.lines) or page.grids or not page.lines:
        return False
    if any(fold(line.text) == "目录" for line in page.lines):
        return True
    leaders = sum(1 for line in page.lines if LEADER.search(line.text))
    numbered = sum(1 for line in page.lines if any(p.match(line.text) for _, p in _NUMBERED))
    return leaders * 2 > len(page.lines) or (before and numbered * 2 > len(page.lines))


def _right_margins(lines: Sequence[Line]) -> dict[int, float]:
    """Right edge of the running text on each page: that of its long lines, taken over the whole file where few."""
    overall = _percentile([line.box[2] for line in lines], 0.9)
    margins: dict[int, float] = {}
    for page in {line.page for line in lines}:
        edges = [line.box[2] for line in lines if line.page == page]
        margins[page] = _percentile(edges, 0.9) if len(edges) > 8 else max(overall, max(edges))
    return margins


def _percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _heading(
    lines: Sequence[Line], index: int, margins: dict[int, float], body: int, pages: dict[int, Page]
) -> tuple[int, str, int] | None:
    """Level, text and number of lines of a heading that starts here; None for running text."""
    line = lines[index]
    level = _level(line, body, pages[line.page])
    if level is None and (level := _unnumbered(lines, index)) is not None:
        return level, line.text, 1
    if level is None or not _may_head(line.text, level):
        return None
    follow = lines[index + 1] if index + 1 < len(lines) else None
    # A line that stops well before the margin was ended on purpose.
    short = line.box[2] < line.box[0] + 0.82 * (margins[line.page] - line.box[0])
    broken = follow is not None and (len(follow.text) <= 4 or not _CLOSED.search(line.text))
    if level == 1 and follow is not None and broken and _goes_on(line, follow, body, pages):
        return level, line.text + follow.text, 2
    if short or _CLOSED.search(line.text):
        return (level, line.text, 1) if level < 4 or len(line.text) <= 26 else None
    if follow is not None and _goes_on(line, follow, body, pages) and _CLOSED.search(follow.text):
        return level, line.text + follow.text, 2
    return None


#: The name of a document on a line of its own, and an unnumbered heading: 「支出决算情况说明」.
_DOCUMENT = regex(
    r"[\u4e00-\u9fff（）()·]{2,36}20\d\d年?度?(?:部门|单位)?[\u4e00-\u9fff“”]{0,8}(?:预算|决算)(?:信息)?(?:公开)?(?:情况)?(?:的?说明|报告)?"
)
_TOPIC = regex(r"[\u4e00-\u9fff“”、（）()\d]{3,30}(?:情况|情况的?说明|构成|概况)")
_OPENS = regex(r"20\d\d年|[（(]?[一二三四五六七八九十\d][)）、.．]|[本我该]|部门|单位|按")


def _unnumbered(lines: Sequence[Line], index: int) -> int | None:
    """The level of a line without a number that heads what follows: the document's name, a topic between sentences."""
    text = lines[index].text
    if index < 3 and _DOCUMENT.fullmatch(text):
        return 1
    ended = index == 0 or lines[index - 1].text[-1] in "。；" or bool(_CLOSED.search(lines[index - 1].text))
    follows = index + 1 < len(lines) and _OPENS.match(lines[index + 1].text)
    return 3 if ended and follows and _TOPIC.fullmatch(text) else None


def _listed(lines: Sequence[Line], index: int, before: int) -> int:
    """The level of a list that a line is an item of, 0 for none: numbered lines straight behind 「包括：」.

    ``before`` is what the line before was: a list goes on as long as its numbers do.
    """
    levels = [
        next((level for level, pattern in _NUMBERED[2:] if pattern.match(line.text)), 0)
        for line in lines[index : index + 2]
    ]
    announced = index > 0 and lines[index - 1].text[-1] in "：:" and levels[1:] == levels[:1]
    return levels[0] if announced or before == levels[0] else 0


def _may_head(text: str, level: int) -> bool:
    """Whether the wording can be a heading: no sentence, no open bracket, no 「名称：解释」."""
    if len(text) > _HEADING_CHARS or text.count("（") + text.count("(") != text.count("）") + text.count(")"):
        return False
    inner = text[:-1]
    if _EXPLAINS.search(text):
        return False
    if _AMOUNT.search(text):
        return False  # 「（一）人员经费4,704.35万元」 tells a figure
    if any(mark in inner for mark in "。；") or (level > 2 and any(mark in inner for mark in "，：")):
        return False
    return text[-1] not in "。；，,;：:" or (text[-1] == "。" and level <= 3 and bool(_CLOSED.search(inner)))


def _goes_on(line: Line, follow: Line, body: int, pages: dict[int, Page]) -> bool:
    """Whether the next line is the rest of a heading broken over two lines."""
    return (
        len(follow.text) <= 25
        and not any(mark in follow.text for mark in "。；，")
        and not any(pattern.match(follow.text) for _, pattern in _NUMBERED)
        and abs(line.size - follow.size) <= 2
        and len(line.text + follow.text) <= 70
        and follow.page - line.page <= 1
    )


def _level(line: Line, body: int, page: Page) -> int | None:
    for level, pattern in _NUMBERED:
        if pattern.match(line.text):
            return level
    middle = (line.box[0] + line.box[2]) / 2
    centred = abs(middle - page.width / 2) < 0.06 * page.width and line.box[0] > 0.15 * page.width
    larger = line.size >= body + 1.5
    return 1 if centred and larger and 2 <= len(line.text) <= 40 and not is_page_number(line.text) else None


def _add(draft: _Draft, lines: Sequence[Line], index: int, margins: dict[int, float]) -> None:
    line = lines[index]
    if not draft.paragraphs or _starts(line, draft.paragraphs[-1][-1], margins):
        draft.paragraphs.append([line])
    else:
        draft.paragraphs[-1].append(line)


def _starts(line: Line, before: Line, margins: dict[int, float]) -> bool:
    """Whether a line starts a paragraph, judged by the line before it."""
    ended = before.text[-1] in _SENTENCE_END
    if _ITEM.match(line.text) and (ended or before.box[2] < margins[before.page] - 3 * before.size):
        return True
    short = before.box[2] < margins[before.page] - 2.5 * max(before.size, 1.0)
    if _ITEM.match(before.text) and before.box[2] < 0.75 * margins[before.page] and not ended:
        return (
            line.box[0] > before.box[0] - 0.5 * line.size
        )  # below the last item of a list, set as its items are
    indented = line.box[0] > before.box[0] + 1.2 * line.size
    return before.text[-1] in "。！？" and (short or indented)


def _section(draft: _Draft) -> Section:
    return Section(draft.path, draft.page, tuple(lines_to_paragraph(p) for p in draft.paragraphs))


def lines_to_paragraph(lines: Sequence[Line]) -> Paragraph:
    """Lines joined without a break, each character traceable to its line."""
    text = ""
    pieces = []
    for line in lines:
        if (
            text
            and text[-1].isascii()
            and text[-1].isalpha()
            and line.text[0].isascii()
            and line.text[0].isalpha()
        ):
            text += " "
        pieces.append(Piece(len(text), line, 0))
        text += line.text
    return Paragraph(text, tuple(pieces))


def sentences(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Start and end of every sentence of a paragraph, the closing mark included."""
    found = []
    start = 0
    for match in re.finditer(r"[。！？]+[”’」』）)]*", paragraph.text):
        found.append((start, match.end()))
        start = match.end()
    if paragraph.text[start:].strip():
        found.append((start, len(paragraph.text)))
    return found
