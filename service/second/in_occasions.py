"""How often something is done, asked for by another measure word: 「办几期培训」 as 「办几次培训」 (几期几场)."""

from __future__ import annotations

from collections.abc import Callable

from ingest.numbers import MONEY
from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import aside
from service.model import Reason
from service.second.beyond import declined

_HOW_OFTEN = r"(?:多少|几)(?:[期场届](?!间|限|末|地|次的)|次(?!数)|个会(?!计)|班(?!子|组|次|车))"
#: Occasions are asked for, and no money beside them.
_ASKS = regex(
    rf"^(?!.*(?:钱|[万亿]元|几元|费用|花|金额|资金|预算|决算|经费|支出|平均|每|增|减|占)).*{_HOW_OFTEN}"
)
_UNSURE = (Reason.LOW_CONFIDENCE.value, Reason.NOT_DISCLOSED.value)
_SORRY = "问的是次数，资料里只找到了金额，不拿金额来回答。"
#: As documents count them; never back again, or the one would ask for the other without end.
_AS_WRITTEN = (
    (regex(r"(多少|几)[期场届班](?!子|组|次|车)"), r"\1次"),
    (regex(r"(多少|几)(?:个|次)会(?!议)"), r"\1次会议"),
    (regex("培训班"), "培训"),
)


def in_occasions(answer: Answer, text: str, whole: Callable[..., Answer]) -> Answer:
    """The answer; where it tells money alone, how often it is as documents count it, or that this is not told."""
    money = (
        answer.status is Status.ANSWERED
        and bool(answer.figures)
        and all(f.unit in MONEY for f in answer.figures)
    )
    lacks = answer.status is Status.NO_ANSWER and answer.reason in _UNSURE
    if not (money or lacks) or _ASKS.search(text) is None:
        return answer
    again = text
    for said, written in _AS_WRITTEN:
        again = said.sub(written, again)
    told = whole(again, conversation=aside()) if again != text else None
    if (
        told is not None
        and told.status is Status.ANSWERED
        and [f.unit in MONEY for f in told.figures] == [False]
    ):
        return told.model_copy(update={"conversation_id": answer.conversation_id})
    return declined(answer, _SORRY) if money else answer
