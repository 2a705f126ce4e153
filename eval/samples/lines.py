"""Text into lines: Chinese breaks anywhere, figures nowhere, and no line begins with a full stop."""

from __future__ import annotations

import re
from collections.abc import Callable

Width = Callable[[str], float]

NOT_FIRST = frozenset("，。、；：？！）》」』”’%％…·,.)")
NOT_LAST = frozenset("（《「『“‘(")
PIECE = re.compile(r"[A-Za-z0-9.,%+\-]+|.", re.DOTALL)


def wrap(text: str, width: Width, room: float, indent: float = 0) -> list[str]:
    """Lines no wider than `room`, the first one narrower by `indent`; line feeds in the text are kept."""
    lines: list[str] = []
    for part in text.split("\n"):
        lines += _wrap(part, width, room, indent)
    return lines


def _wrap(text: str, width: Width, room: float, indent: float) -> list[str]:
    lines: list[list[str]] = [[]]
    for piece in _pieces(text, width, room):
        space = room - (indent if len(lines) == 1 else 0)
        if not lines[-1] or width("".join(lines[-1]) + piece) <= space:
            lines[-1].append(piece)
        else:
            lines.append(_carried(lines[-1], piece))
    return ["".join(line) for line in lines]


def _pieces(text: str, width: Width, room: float) -> list[str]:
    """What stays together; a run of figures wider than the line is cut into characters."""
    found: list[str] = []
    for piece in PIECE.findall(text):
        found += [piece] if width(piece) <= room else list(piece)
    return found


def _carried(line: list[str], piece: str) -> list[str]:
    """The next line: `piece`, and what must not be parted from it, taken from the end of the full line."""
    following = [piece]
    while len(line) > 1 and (following[0] in NOT_FIRST or line[-1] in NOT_LAST):
        following.insert(0, line.pop())
    return following
