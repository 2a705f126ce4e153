"""What is charged for one of a thing: 「理工类专业学费3,500元/生·学年，文史类专业3,200元/生·学年」 (收费标准).

The unit is as printed, money for one of something; it is no amount that was spent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.leads import without_opening
from ingest.patterns import regex
from ingest.wording import phrase_of

_EACH = regex(
    r"(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<unit>(?:万元|元)(?:/[\u4e00-\u9fff]{1,4}(?:[·.]?[\u4e00-\u9fff]{0,3})?)"
    r"(?:/[\u4e00-\u9fff]{1,2})?)(?=[，。；、）)]|$)"
)
#: What is charged, at the end of a name or within it: what it is called in the list that goes on.
_KIND = regex(r"^.*?(?:费|价|租金|票|标准|补贴|补助|金)")
_LED = regex(r"(?:收费标准|标准)?(?:为|是|按|达到?|：)+$")
_OF = regex(r"(?:收费)?标准[为是](?=[\u4e00-\u9fff]{2})")
_MARKS = regex(r"[，。；：:、]")


@dataclass(frozen=True, slots=True)
class Charge:
    """What is charged by its name, with the place of the number and of the digits' end; ``breakdown`` says where it
    was so before it was changed, ``year`` of which year it is where that is said."""

    name: str
    value: Decimal
    unit: str
    start: int
    end: int
    breakdown: str = ""
    year: int = 0


def charges(text: str) -> Iterator[Charge]:
    """Every charge that a sentence tells; one that says less than the one before it goes on with its kind."""
    kind = ""
    for match in _EACH.finditer(text):
        clause = _MARKS.split(text[: match.start()])[-1]
        name = without_opening(phrase_of(_OF.sub("", _LED.sub("", clause))))
        if not re.search(r"[\u4e00-\u9fff]{2}", name) or re.search(r"\d", name):
            kind = ""
            continue
        own = _KIND.match(name)
        if own is None and not kind:
            continue
        kind = own[0] if own is not None and len(own[0]) < len(name) else kind if own is None else ""
        told = name if own is not None else f"{kind}{name}"
        value = Decimal(match["value"].replace(",", ""))
        yield Charge(told, value, match["unit"], match.start(), match.end("value"))
