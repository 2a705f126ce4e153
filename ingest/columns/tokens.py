"""Lines of plain text to tokens: words and numbers, each with its place on the laid-out page (词元)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Box
from ingest.numbers import parse_number
from ingest.patterns import regex
from ingest.text import tighten

_CHUNK = regex(r"\S+")
#: A code or an amount that lost the space between it and its neighbour: 2080502事业单位离退休, 住房公积金27.15.
_CODE_GLUED = regex(r"(?P<left>(?:[1-9]\d{6}|[1-9]\d{4}|[1-9]\d{2}))(?P<right>[\u4e00-\u9fff].*)")
_AMOUNT_GLUED = regex(r"(?P<left>.*[\u4e00-\u9fff）)：:])(?P<right>-?[\d,]+\.\d{1,2})")
_WHOLE = regex(r"\d+")


@dataclass(frozen=True, slots=True)
class Printed:
    """One line as it stands in the file, spaces kept: ``x0`` and ``em`` say where its characters are drawn."""

    text: str
    page: int
    top: float
    bottom: float
    x0: float
    em: float

    @property
    def tight(self) -> str:
        """The line as running text."""
        return tighten(self.text)

    def box(self, start: int, end: int) -> Box:
        """Box of the characters ``start`` to ``end`` (end excluded)."""
        left = self.x0 + _width(self.text[:start], self.em)
        return (left, self.top, left + _width(self.text[start:end], self.em), self.bottom)


@dataclass(frozen=True, slots=True)
class Token:
    """A run of characters without a space: a word, or a number where ``value`` is not None."""

    text: str
    line: Printed
    start: int
    end: int
    value: Decimal | None

    @property
    def whole(self) -> bool:
        """Digits alone: a code, a counter, or an amount without decimals."""
        return bool(_WHOLE.fullmatch(self.text))

    @property
    def box(self) -> Box:
        """Where it is drawn."""
        return self.line.box(self.start, self.end)


def line_to_tokens(line: Printed) -> tuple[Token, ...]:
    """Tokens of one line, left to right."""
    return tuple(
        token for match in _CHUNK.finditer(line.text) for token in _parts(match[0], match.start(), line)
    )


def lines_to_tokens(lines: Sequence[Printed]) -> list[Token]:
    """Tokens of lines in reading order."""
    return [token for line in lines for token in line_to_tokens(line)]


def char_width(char: str, em: float) -> float:
    """Width at which a character is drawn: half for ASCII."""
    return em / 2 if char.isascii() else em


def _width(text: str, em: float) -> float:
    return sum(char_width(char, em) for char in text)


def _parts(chunk: str, start: int, line: Printed) -> Iterator[Token]:
    glued = _CODE_GLUED.fullmatch(chunk) or _AMOUNT_GLUED.fullmatch(chunk)
    if glued is not None and parse_number(chunk) is None:
        cut = start + len(glued["left"])
        yield from _parts(glued["left"], start, line)
        yield from _parts(glued["right"], cut, line)
    else:
        yield Token(chunk, line, start, start + len(chunk), parse_number(chunk))
