"""Of two amounts that were held against each other, the one that is asked for goes first (先说所问的那个数)."""

from __future__ import annotations

from decimal import Decimal

from ingest.numbers import convert
from ingest.patterns import regex
from service.contract import Answer, Status

#: 「哪个多？多的是多少」「较高者及其金额」: the amount of one of both, and not by how much it is more.
_OF_ONE = regex(
    r"[多高大](?:的|者)(?:那[个头边块项样家]?|一[个头边项样家]|金额|数额)?[^，。？]{0,8}?(?:多少|几|数|金额)|较[多高大]者"
    r"|(?:哪|谁)[^，。？]{0,8}[多高大][^，。？差超]{0,2}[，。？\s]*(?:具体|分别|各|金额|数额|是)*(?:多少|几何|金额|数额)(?:钱)?[。？]*$"
)
_OF_LESS = regex(
    r"[少低小](?:的|者)(?:那[个头边块项样家]?|一[个头边项样家]|金额|数额)?[^，。？]{0,8}?(?:多少|几|数|金额)|较[少低小]者"
)
_APART = regex(r"差(?!旅)|[多少高低大小超]出?了?(?:多少|几)(?!的)|减")


def asked_first(answer: Answer, text: str) -> Answer:
    """The answer with the larger amount before the smaller one, or behind it, where that alone is asked for."""
    if answer.status is not Status.ANSWERED or len(answer.figures) != 2:
        return answer
    more, less = _OF_ONE.search(text), _OF_LESS.search(text)
    if bool(more) == bool(less) or _APART.search(text):
        return answer
    one, other = answer.figures
    value = convert(Decimal(other.value), other.unit, one.unit)
    if value is None or one.formula or other.formula or (value > Decimal(one.value)) is not bool(more):
        return answer
    return answer.model_copy(update={"figures": [other, one]})
