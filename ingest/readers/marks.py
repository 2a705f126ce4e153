"""Printed marks of a page to glyphs: normalised, printed once each, and counted where nobody can tell what they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ingest.model import Box
from ingest.readers.lines import Glyph
from ingest.text import normalise_char

#: Stands for a character that a font does not name, so that a number or a name with a gap in it is seen to have one.
UNKNOWN = "\ufffd"
#: Blocks of Unicode that Chinese disclosures are written in, those of minority languages among them; a font whose
#: table of characters is wrong or missing gives letters of all the others.
_USUAL = (
    (0x0020, 0x017F), (0x02C6, 0x02DD), (0x0370, 0x045F), (0x0600, 0x06FF), (0x0F00, 0x0FFF), (0x1800, 0x18AF),
    (0x2000, 0x27BF), (0x2900, 0x2BFF), (0x2E80, 0x2FDF), (0x2FF0, 0x33FF), (0x4E00, 0xA4CF), (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF), (0xFB50, 0xFDFF), (0xFE10, 0xFEFF), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF),
)  # fmt: skip
#: Private use: bullets and ticks of symbol fonts, dropped; a page full of it has a font that nobody can read.
_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0x10FFFF))
#: Fewer marks than this that nobody can read are dirt; more than this share of a page make it unreadable.
_FEW, _SHARE, _PRIVATE_SHARE = 10, 0.05, 0.3


class Mark(NamedTuple):
    """A printed character as a file has it.

    ``box`` is where it would stand, ``place`` what its clip leaves of that; ``known`` is False where its font does
    not say which character it is.
    """

    code: int
    box: Box
    place: Box
    known: bool


@dataclass(frozen=True, slots=True)
class Print:
    """What is printed on a page.

    ``odd`` counts the marks that are no letter of any language used here, ``private`` those of symbol fonts.
    """

    glyphs: list[Glyph]
    odd: int = 0
    private: int = 0

    @property
    def is_suspect(self) -> bool:
        """Whether another reader should be asked what it sees."""
        return self.odd >= _FEW or self._is_private

    @property
    def is_garbled(self) -> bool:
        """Whether so much cannot be told that the rest is not to be trusted either (乱码)."""
        return (self.odd >= _FEW and self.odd > _SHARE * len(self.glyphs)) or self._is_private

    @property
    def _is_private(self) -> bool:
        return self.private >= _FEW and self.private > _PRIVATE_SHARE * (self.private + len(self.glyphs))


def marks_to_print(marks: Iterable[Mark], shown: Box) -> Print:
    """Marks within ``shown`` as glyphs, in the order of the file."""
    x0, top, x1, bottom = shown
    glyphs: list[Glyph] = []
    odd = private = 0
    seen: set[tuple[str, int, int]] = set()
    for code, box, place, known in marks:
        a, b, c, d = place
        if not (x0 <= (a + c) / 2 <= x1 and top <= (b + d) / 2 <= bottom):
            continue
        parts, usual = _read(code) if known else (UNKNOWN, False)
        odd += not usual
        private += not parts and _is_in(code, _PRIVATE)
        for part in parts:
            if part == " " or not _is_double(part, box, seen):
                glyphs.append(Glyph(part, a, b, c, d, box[3] - box[1]))
    return Print(glyphs, odd, private)


def _is_double(part: str, box: Box, seen: set[tuple[str, int, int]]) -> bool:
    """Whether the same was printed here before: bold is often faked by printing twice, a fraction of a point apart."""
    x, y = box[0], box[1]
    near, low = (part, round(x), round(y)), (part, int(x), int(y))
    if near in seen or low in seen:
        return True
    seen.add(near)
    seen.add(low)
    return False


@lru_cache(maxsize=65_536)
def _read(code: int) -> tuple[str, bool]:
    """A character as it is kept, and whether it is one that is in use."""
    kept = normalise_char(chr(code)) if code else ""
    if _is_in(code, _USUAL) or _is_in(code, _PRIVATE):
        return kept, True
    return kept and UNKNOWN, not kept


def _is_in(code: int, blocks: Iterable[tuple[int, int]]) -> bool:
    return any(low <= code <= high for low, high in blocks)
