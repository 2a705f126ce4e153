"""Tokens of a table's body to rows: code, name, and the numbers behind them in the order printed (行)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.accounts import label_to_account, label_to_class
from ingest.columns.tokens import Token
from ingest.patterns import regex
from ingest.text import fold

_ORDINAL = regex(
    r"^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s*[.、])"
)
_ORDINAL_ALONE = regex(
    r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]"
)
_CODE = regex(r"[1-9]\d{2}(?:\d{2}){0,2}")
#: Words that head a column of codes and may stand in front of the first row.
_HEAD_REST = frozenset("类款项")
_TOTALS = frozenset(("合计", "总计", "小计"))


@dataclass(slots=True)
class Segment:
    """One label with its numbers; ``code`` is empty where the label has none.

    ``above`` and ``below`` are words between this row and its neighbours, which may be the rest of its name or of
    theirs.
    """

    code: str
    codes: list[Token]
    words: list[Token] = field(default_factory=list)
    numbers: list[Token] = field(default_factory=list)
    above: list[Token] = field(default_factory=list)
    below: list[Token] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The label, its pieces joined."""
        return "".join(token.text for token in self.words)

    @property
    def is_total(self) -> bool:
        """Whether the row is that of the whole table."""
        account = label_to_account(self.name)
        whole = fold(self.name) in _TOTALS or (account is not None and account.kind == "总额")
        return not self.code and bool(self.words) and whole


def tokens_to_segments(tokens: Sequence[Token], coded: bool, counted: bool) -> list[Segment]:
    """Rows in reading order.

    ``coded``: rows may start with a code of the classification; ``counted``: whole numbers are 行次 and dropped.
    """
    segments: list[Segment] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        code = _code_at(tokens, index) if coded else []
        if code:
            segments.append(Segment("".join(t.text.zfill(2) for t in code), code))
            index += len(code)
            continue
        index += 1
        if token.value is not None:
            if not (counted and token.whole and 0 < int(token.text) < 200):
                _last(segments).numbers.append(token)
        elif token.text not in _HEAD_REST or (segments and segments[-1].words):
            _last(segments, token, coded).words.append(token)
    return _gathered(segments) if coded else segments


def starts_label(text: str, coded: bool) -> bool:
    """Whether a word is the beginning of a label of its own, not the rest of one broken over two lines."""
    account = label_to_account(text)
    if fold(text) in _TOTALS or (account is not None and text.endswith("合计")):
        return True
    return not coded and bool(_ORDINAL.match(text) or account or label_to_class(text))


def _last(segments: list[Segment], word: Token | None = None, coded: bool = False) -> Segment:
    """The segment that a token belongs to; a word behind numbers, or one that starts a label, opens another."""
    last = segments[-1] if segments else None
    if word is not None and last is not None and not last.numbers and _ORDINAL_ALONE.fullmatch(last.name):
        return last
    if last is None or (
        word is not None and (last.numbers or (last.words and starts_label(word.text, coded)))
    ):
        segments.append(Segment("", []))
    return segments[-1]


def _code_at(tokens: Sequence[Token], index: int) -> list[Token]:
    """Tokens of a code that starts here: 2080502, or 208 05 02 in three columns; empty where there is none."""
    first = tokens[index]
    if not (first.whole and _CODE.fullmatch(first.text)):
        return []
    parts = [first]
    while (
        len(first.text) == 3
        and len(parts) < 3
        and index + len(parts) < len(tokens)
        and re.fullmatch(r"\d{1,2}", tokens[index + len(parts)].text)
        and tokens[index + len(parts)].line is first.line
    ):
        parts.append(tokens[index + len(parts)])
    follow = tokens[index + len(parts)] if index + len(parts) < len(tokens) else None
    named = follow is not None and follow.value is None and not _ORDINAL.match(follow.text)
    alone = index == 0 or tokens[index - 1].line is not first.line
    return parts if named or (alone and len("".join(t.text for t in parts)) in (5, 7)) else []


def _gathered(segments: Sequence[Segment]) -> list[Segment]:
    """Rows, with the words that were printed between them noted at both."""
    rows: list[Segment] = []
    gap: list[Token] = []
    for segment in segments:
        if (
            segment.words
            and not segment.code
            and not segment.numbers
            and not starts_label(segment.name, True)
        ):
            gap += segment.words
            continue
        if rows:
            rows[-1].below = gap
        segment.above = gap
        rows.append(segment)
        gap = []
    if rows:
        rows[-1].below = gap
    return rows
