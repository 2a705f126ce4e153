"""Where tables stand in the lines of a text: title, lines above the body, body, lines below (表格区域)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.accounts import is_total_word, label_to_account, label_to_class
from ingest.columns.tokens import Printed, Token, line_to_tokens
from ingest.numbers import unit_of
from ingest.patterns import regex
from ingest.statements import ASIDE, UNKNOWN, Statement, title_to_statement
from ingest.tables import is_page_number
from ingest.text import fold, tighten

_TITLE = regex(rf"^[^。；，,:：]{{2,44}}表(?:{ASIDE}){{0,3}}$")
_HEADING = regex(
    r"^(?:第[一二三四五六七八九十\d]{1,3}部分|[一二三四五六七八九十]{1,3}、.*(?:说明|情况|概况|职责)$)"
)
_CAPTION = regex(
    r"^(?:公开|附|预算|决算|财决|部门)?\s*\d{0,2}\s*表?$|^公开|^(?:编制|填报|预算|公开)?(?:部门|单位)(?:名称)?(?:[(（][^)）]*[)）])?[:：]|单\s*位\s*[:：]|日期[:：]"
)
_NOTE = regex(r"^(?:注|备注|说明)\s*[:：\d.]|^\d+\s*栏.*[=＝]")
_CONTENTS = regex(r"[.…·]{4,}|(?:\. ){4,}")
_ORDINAL = regex(r"^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])")
#: How many lines the headings of one table may be broken over, and how long a line within a table may be.
_HEAD_LINES, _ROW_CHARS = 90, 30


@dataclass(frozen=True, slots=True)
class Region:
    """A table in a text: indexes of its lines by what they are."""

    title: str
    statement: Statement
    titles: tuple[int, ...]
    caption: tuple[int, ...]
    head: tuple[int, ...]
    body: tuple[int, ...]
    notes: tuple[int, ...]

    @property
    def taken(self) -> frozenset[int]:
        """Lines that are the table itself: its headings and rows."""
        return frozenset((*self.head, *self.body))

    @property
    def lines(self) -> frozenset[int]:
        """Every line that belongs to the table, title and notes too."""
        return self.taken.union(self.titles, self.caption, self.notes)


def find_regions(lines: Sequence[Printed]) -> list[Region]:
    """Tables of standard statements in reading order; performance tables and tables of words are left as text.

    In a text that prints each title below its table, as some extractors do, a title would name the table that
    follows: there the tables come without a statement.
    """
    regions: list[Region] = []
    below = False
    index = 0
    while index < len(lines):
        title, used = _title_at(lines, index)
        below = below or (bool(title) and not regions and _stands_below_rows(lines, index))
        region = _region(lines, index, used, title) if title else None
        if region is None:
            index += 1
            continue
        regions.append(replace(region, statement=UNKNOWN) if below else region)
        index = max([*region.body, *region.head, *region.notes, *region.titles]) + 1
    return regions


def _stands_below_rows(lines: Sequence[Printed], index: int) -> bool:
    """Whether the line above a title is a row of figures: a code or a label, and amounts."""
    above = [
        i for i in range(max(0, index - 4), index) if lines[i].tight and not is_page_number(lines[i].tight)
    ]
    if not above or lines[above[-1]].page != lines[index].page:
        return False
    text, tokens = lines[above[-1]].tight, line_to_tokens(lines[above[-1]])
    amounts = [t for t in tokens if t.value is not None and re.search(r"[.,]", t.text)]
    return bool(amounts) and tokens[-1].value is not None and not re.search(r"[，。；：]", text)


def _title_at(lines: Sequence[Printed], index: int) -> tuple[str, int]:
    """Title of a standard statement that starts at a line, and over how many lines it is broken."""
    text = lines[index].tight
    if _CONTENTS.search(lines[index].text) or not text:
        return "", 0
    for used in (1, 2):
        if used == 2:
            follow = lines[index + 1].tight if index + 1 < len(lines) else ""
            if (
                _TITLE.match(text)
                or len(follow) > 16
                or len(text) < 6
                or not re.search(r"[\u4e00-\u9fff]$", text)
                or _ORDINAL.match(text)
            ):
                break
            text += follow
        statement = title_to_statement(text) if _TITLE.match(text) else UNKNOWN
        if statement is not UNKNOWN and "绩效" not in statement.name and not _HEADING.match(text):
            return text, used
    return "", 0


def _region(lines: Sequence[Printed], index: int, used: int, title: str) -> Region | None:
    caption: list[int] = []
    head: list[int] = []
    at = index + used
    if at < len(lines) and lines[at].page != lines[index].page:
        return None  # the last line of a page: it may as well name the table above it
    while at < len(lines) and len(head) < _HEAD_LINES:
        text = lines[at].tight
        tokens = line_to_tokens(lines[at])
        if _starts_body(tokens, head) or _NOTE.match(text):
            break
        if _ends(text) or _title_at(lines, at)[0]:
            return None
        is_caption = not head and (_CAPTION.search(text) or unit_of(text))
        if text and not is_page_number(text):
            (caption if is_caption else head).append(at)
        at += 1
    if at >= len(lines) or not head:
        return None
    body, notes = _body(lines, at, title, {lines[i].tight for i in (*head, *caption)})
    if not body and not notes:
        return None
    return Region(
        title, title_to_statement(title), tuple(range(index, index + used)), tuple(caption), tuple(head),
        tuple(body), tuple(notes),
    )  # fmt: skip


def _body(lines: Sequence[Printed], at: int, title: str, repeated: set[str]) -> tuple[list[int], list[int]]:
    """Lines of rows from ``at`` on, and the lines of notes below them."""
    body: list[int] = []
    notes: list[int] = []
    while at < len(lines):
        text = lines[at].tight
        if _NOTE.match(text):
            notes = _notes(lines, at)
            break
        again = _title_at(lines, at)
        if again[0] and fold(again[0]) == fold(title) and body:
            at += again[1]
            continue
        if again[0] or _ends(text):
            break
        tokens = line_to_tokens(lines[at])
        if all(t.value is None for t in tokens) and len(text) > _ROW_CHARS and text not in repeated:
            break
        if text and not is_page_number(text) and not is_counters(tokens):
            body.append(at)
        at += 1
    body = _without_heads(lines, body, repeated)
    return (body if notes else _trimmed(lines, body)), notes


def _without_heads(lines: Sequence[Printed], body: Sequence[int], repeated: set[str]) -> list[int]:
    """Lines of a body without the headings that are printed again on a following page.

    A run of lines that all stand above the table too, one of them long enough not to be the end of a name.
    """
    kept: list[int] = []
    run: list[int] = []
    for index in [*body, -1]:
        if index >= 0 and lines[index].tight in repeated:
            if run and index != run[-1] + 1:
                kept += _unless_head(lines, run)
                run = []
            run.append(index)
            continue
        kept += _unless_head(lines, run)
        run = []
        if index >= 0:
            kept.append(index)
    return kept


def _unless_head(lines: Sequence[Printed], run: Sequence[int]) -> list[int]:
    return [] if any(len(lines[i].tight) > 3 for i in run) else list(run)


def _trimmed(lines: Sequence[Printed], body: list[int]) -> list[int]:
    """Without the lines of words at the end that no account knows: they belong to what follows."""
    last = len(body)
    for place in range(len(body) - 1, -1, -1):
        tokens = line_to_tokens(lines[body[place]])
        if any(t.value is not None for t in tokens):
            break
        known = all(
            label_to_account(t.text) or label_to_class(t.text) or is_total_word(t.text) for t in tokens
        )
        if not known:
            last = place
    return body[:last]


def _notes(lines: Sequence[Printed], at: int) -> list[int]:
    found = [at]
    for index in range(at + 1, min(at + 8, len(lines))):
        text = lines[index].tight
        if not text or _title_at(lines, index)[0] or _HEADING.match(text) or is_page_number(text):
            break
        if lines[index].page != lines[at].page or not (
            _NOTE.match(text) or lines[index - 1].tight[-1] not in "。"
        ):
            break
        found.append(index)
    return found


def _starts_body(tokens: Sequence[Token], head: Sequence[int]) -> bool:
    """Whether a line is the first row: an amount, a code, a numbered account, 合计 and a figure, or figures alone."""
    if not tokens or not head or is_counters(tokens):
        return False
    words = [t.text for t in tokens if t.value is None and t.text not in "类款项"]
    numbers = [t for t in tokens if t.value is not None]
    if any("." in t.text or "," in t.text for t in numbers):
        return True
    if tokens[0].whole and re.fullmatch(r"[1-9]\d{2}(?:\d\d){0,2}", tokens[0].text):
        return True
    if words:
        return bool(_ORDINAL.match(words[0])) or (bool(numbers) and is_total_word(words[0]))
    return len(numbers) > 1


def is_counters(tokens: Sequence[Token]) -> bool:
    """Whether a line numbers the columns: 栏次 1 2 3 …, or the numbers alone."""
    words = [t.text for t in tokens if t.value is None]
    numbers = [int(t.text) for t in tokens if t.whole]
    if any(tighten(w) in ("栏次", "行次") for w in words):
        return True
    return not words and len(numbers) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _ends(text: str) -> bool:
    return bool(_HEADING.match(text) or "。" in text or _CONTENTS.search(text))
