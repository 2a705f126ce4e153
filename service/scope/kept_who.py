"""Whose documents are asked for, where only a remark that is left out names them (旁话里的单位)."""

from __future__ import annotations

from collections.abc import Sequence

from service.model import Body
from service.read.question import simplified
from service.scope.bodies import find_bodies

#: Shorter remarks name nobody.
_LEAST = 4


def kept_who(text: str, plain: str, bodies: Sequence[Body]) -> str:
    """``plain``, which is ``text`` as it was read without its remarks, led by the body that only the remarks name."""
    if len(text) - len(plain) < _LEAST or find_bodies(plain, bodies, [False] * len(plain)).bodies:
        return plain
    text = simplified(text)
    named = find_bodies(text, bodies, [False] * len(text))
    if len(named.bodies) != 1:
        return plain
    return "".join(text[low:high] for low, high in named.spans[:1]) + plain
