"""Where a name begins whose first character is misspelt: 圆安县财政局 of 远安县 (名称首字有误)."""

from __future__ import annotations

from ingest.text import fold
from service.model import Body
from service.read.terms import sound


def from_slip(text: str, start: int, body: Body) -> int:
    """The place of a character before a run at ``start`` that sounds like the one before it in the body's name.

    Without it the misspelt character would be a thing of its own that nothing tells of; ``start`` where there is none.
    """
    wrong, run = text[start - 1 : start], text[start : start + 2]
    places = [(name, name.find(run)) for name in map(fold, body.names)] if wrong else []
    slipped = any(at > 0 and sound(name[at - 1]) == sound(wrong) for name, at in places)
    return start - slipped
