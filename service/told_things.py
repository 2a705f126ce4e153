"""Several things told of in the documents' own words, side by side in one question (并列所述).

「日报、周报、月报加起来多少篇」「热线来的多还是监督员报的多」: every one of them must be found, counted in one unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Fact
from service.hearing import Heard
from service.model import Operation, Term
from service.search import search
from service.wording import Wording

_APART = re.compile(r"，|还是|以及|加上|[和与跟及加]")
#: Words around a thing that do not name it.
_AROUND = re.compile(
    r"哪[个一]|谁|更|[是的得了来报办写做搞花用]*(?:多|少|高|低|大|小)?(?:多少|几|相?差|加起来|一共|合计|总共|共|各)*$|^(?:是|在|把|收到|收|受理|办理|写|做|编|了)+"
)
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


def _parted(wording: Wording, heard: Heard) -> str:
    """What is said apart from body and year, with a comma at every mark."""
    said = (c for c in heard.said)
    return "".join(("，" if i in wording.breaks else "") + c for i, c in enumerate(said)).replace(" ", "")


def _bare(piece: str) -> str:
    return _AROUND.sub("", piece)
