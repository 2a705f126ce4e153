"""An account said with words of its middle left out: 「突发公共卫生应急」 is 突发公共卫生事件应急处理 (科目缩写).

What is said must begin as the name does and be runs of it in their order, and be so of no other name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from service.read.misspelt import Slip

#: So long what is said must be, and so large a part of the name.
_LEAST, _PART = 6, 0.5
_RUN = 2


def contractions(pieces: Sequence[str], names: Iterable[str]) -> list[Slip]:
    """What is said of an account's name in the pieces of a question, with the whole of it; one at most a piece."""
    known = [name for name in dict.fromkeys(names) if len(name) > _LEAST]
    return [slip for piece in pieces if (slip := _in_piece(piece, known)) is not None]


def _in_piece(piece: str, names: Sequence[str]) -> Slip | None:
    found = {name: run for name in names if name[:_RUN] in piece and (run := _said_of(piece, name))}
    longest = max(map(len, found.values()), default=0)
    meant = [(name, run) for name, run in found.items() if len(run) == longest]
    if len(meant) != 1 or any(run in name for name in names for _, run in meant):
        return None
    return Slip(meant[0][1], meant[0][0])


def _said_of(piece: str, name: str) -> str:
    """The longest part of a piece that is made of runs of a name in their order; empty where that is too little."""
    start = place = piece.find(name[:_RUN])
    at = runs = 0
    while place < len(piece) and (held := _run_at(piece, place, name, at)) is not None:
        length, at = held
        place, runs = place + length, runs + 1
    said = piece[start:place]
    return said if runs > 1 and len(said) >= max(_LEAST, _PART * len(name)) else ""


def _run_at(piece: str, place: int, name: str, at: int) -> tuple[int, int] | None:
    """The longest run of a piece at a place that stands in the rest of a name, with where it ends there."""
    for length in range(min(len(piece) - place, len(name) - at), _RUN - 1, -1):
        found = name.find(piece[place : place + length], at)
        if found >= 0:
            return length, found + length
    return None
