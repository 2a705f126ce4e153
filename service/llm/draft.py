"""A model's words to sentences that each say where they are from; anything else is no draft (草稿)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ingest.patterns import regex
from service.llm.errors import Unusable

#: What a model says that was told to say so where the passages do not answer.
_DECLINED = regex(r"^\s*无[。.]?\s*$")
_END = "。！？；"
_MARKS_BEHIND = regex(rf"([{_END}])((?:\[[0-9]{{1,3}}\])+)")
_BULLET = regex(r"^\s*[-•·*]\s+")
_CITED = regex(r"^(?P<text>[^\[\]]+?)\s*(?P<marks>(?:\[[0-9]{1,3}\])+)$")
#: Characters that are not seen, or change how others are seen.
_HIDDEN = frozenset(("Cc", "Cf", "Co", "Cs", "Cn", "Mn", "Me", "Zl", "Zp"))


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a draft without its closing mark, and the numbers of the passages that it cites, from 1."""

    text: str
    marks: tuple[int, ...]


def read_draft(text: str, passages: int) -> tuple[Said, ...]:
    """The sentences of a draft; raises ``Unusable`` where one cites nothing, or none of the so many passages."""
    text = text.replace("\r\n", "\n")
    if _DECLINED.match(text):
        raise Unusable("declined")
    hidden = next((c for c in text if c != "\n" and unicodedata.category(c) in _HIDDEN), "")
    if hidden:
        raise Unusable("hidden character", f"U+{ord(hidden):04X}")
    said = []
    for line in text.split("\n"):
        closed = _MARKS_BEHIND.sub(r"\2\1", _BULLET.sub("", line))
        said += [_read(piece, passages) for piece in map(str.strip, re.split(f"[{_END}]", closed)) if piece]
    if not said:
        raise Unusable("empty")
    return tuple(said)


def _read(piece: str, passages: int) -> Said:
    match = _CITED.match(piece)
    if match is None:
        raise Unusable("uncited", piece)
    marks = tuple(dict.fromkeys(int(mark) for mark in re.findall(r"[0-9]+", match["marks"])))
    if not all(1 <= mark <= passages for mark in marks):
        raise Unusable("invented citation", match["marks"])
    return Said(match["text"].strip(), marks)
