"""Several things told of in the documents' own words, side by side in one question (并列所述).

「日报、周报、月报加起来多少篇」「热线来的多还是监督员报的多」: every one of them must be found, counted in one unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Fact
from ingest.text import fold
from service.hearing import Heard
from service.model import Operation, Term
from service.search import search
from service.terms import overlap
from service.wording import Wording

_APART = re.compile(r"，|还是|以及|加上|[和与跟及]|加(?!起来)")
#: Words around a thing that do not name it.
_AROUND = re.compile(
    r"哪[个一]|谁|更|(?:报(?=[的得了])|[是的得了来办写做搞花用])*(?:多|少|高|低|大|小)?(?:(?:多少|几)[个件篇次人份起条户家名]?|相?差|加起来|一共|合计|总共|共|各)*$|^(?:是|在|把|收到|收|受理|办理|写|做|编(?!制)|了)+"
)
_JOINED = re.compile(r"以及|加上|[和与跟及]")
_OPERATIONS = (Operation.SUM, Operation.COMPARE, Operation.DIFFERENCE)
_EACH = re.compile(r"各|分别")


def told_beside(wording: Wording, heard: Heard, facts: Sequence[Fact]) -> tuple[Term, ...]:
    """The things, in their order; none where one of them is not told, or not in the same unit."""
    asked = heard.asked in _OPERATIONS or heard.added or _EACH.search(wording.text)
    if not asked:
        return ()
    pieces = [piece for piece in map(_bare, _APART.split(_parted(wording, heard))) if len(piece) > 1]
    if len(pieces) < 2:
        return ()
    terms: list[Term] = []
    units = set()
    for piece in pieces:
        hit = search(piece, facts, heard.count_unit)
        if hit is None or hit.term in terms:
            return ()
        terms.append(hit.term)
        units |= {f.unit for f in facts if f.subject.name == hit.term.name and f.value == hit.value}
    return tuple(terms) if len(units) == 1 else ()


def not_told(wording: Wording, heard: Heard, found: Term) -> tuple[str, ...]:
    """「日报和简讯一共多少篇」 where one is found: the parts of a sum that its name shares no word with."""
    if heard.asked is not Operation.SUM and not heard.added:
        return ()
    pieces = [piece for piece in map(_bare, _JOINED.split(_parted(wording, heard))) if len(piece) > 1]
    named = fold(found.name)
    alone = tuple(piece for piece in pieces if overlap(piece, named) < 2)
    return alone if 0 < len(alone) < len(pieces) else ()


def _parted(wording: Wording, heard: Heard) -> str:
    """What is said apart from body and year, with a comma at every mark."""
    said = (c for c in heard.said)
    return "".join(("，" if i in wording.breaks else "") + c for i, c in enumerate(said)).replace(" ", "")


def _bare(piece: str) -> str:
    return _AROUND.sub("", piece)
