"""Which accounts had no budget at the beginning of the year, however that is asked (年初未编预算的支出).

「哪些支出年初一分钱没列、后来才追加的」 is asked plainly, so that the two columns of a table, or the sentences on each
account, tell it. A zero in the column of what was spent is no answer to it.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import aside
from service.scope.named_in import Named

_NOT = (
    r"年初(?:的时候|时|根本|压根|完全|原本|本来|就|都|并)*(?:一分(?:钱)?(?:也|都)?)?(?:没有?|未)(?:有)?(?:编制?|编报|列|安排|做|报|给|批)*(?:入|进)?(?:了|过)?(?:预算)?"
    r"|(?:没有?|未)(?:编制?|安排|列)?(?:过)?年初预算|年初预算(?:数)?(?:没有?安排|未安排|为零|为0|是零|是0|没有)(?!\.?\d)"
)
_WHICH = r"(?:哪|什么|啥)"
_ASKS = regex(rf"{_WHICH}[^，。？]{{0,12}}?(?:{_NOT})|(?:{_NOT})[^，。？]{{0,12}}?{_WHICH}")
#: Of why, of how much, of what is bought or who is employed: other questions.
_OTHERWISE = regex(r"为什么|为啥|原因|占|比例|百分|采购|编制人员|人员编制|哪家|哪个(?:局|单位)")
_PLAIN = "哪些支出年初没有预算"
_TELLS = "年初没有安排预算"
_ZERO = "数额为零"


def unplanned_listed(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None]
) -> Answer:
    """The answer; where there is none, the accounts that had no budget at first.

    ``whole`` answers a text in every way there is, in a conversation; ``read`` says who and when it is of.
    """
    lacks = answer.status is Status.NO_ANSWER or _ZERO in answer.answer
    if not lacks or _PLAIN in text or not _ASKS.search(text) or _OTHERWISE.search(text):
        return answer
    named = read(text, placed=True)
    if named is None or len(set(named.bodies)) != 1 or len(set(named.years)) > 1:
        return answer
    told = whole(f"{named.heads()[0]}{_PLAIN}", conversation=aside())
    if told.status is not Status.ANSWERED or not told.figures or _TELLS not in told.answer:
        return answer
    return told.model_copy(update={"conversation_id": answer.conversation_id})
