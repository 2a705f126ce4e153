"""Money by what brought it: 「出租房屋取得的资产使用收入」 is that income, no area of houses (某事取得之款).

Where both were found, what brought the money is none of what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Status
from service.follow.conversation import aside
from service.second.beyond import declined

_BROUGHT = regex(
    r"(?P<by>[\u4e00-\u9fff]{2,10}?)(?:所|而|后)?(?:取得|获得|产生|形成|收取|收到|实现|带来|得到|得来|挣|赚)(?:来|到|回)?的(?P<money>[\u4e00-\u9fff]{0,12}?(?:收入|收益|租金|利润))"
)
_NAMED = 4
#: Both are asked for.
_BOTH = regex(r"[和与及、]|各|分别|以及|还有|多大|面积|平方")


def brought_by(answer: Answer, text: str, whole: Callable[..., Answer]) -> Answer:
    """The answer with the money alone, where what brought it was told beside it in another measure."""
    said = _BROUGHT.search(text)
    if said is None or _BOTH.search(text) or answer.status not in (Status.ANSWERED, Status.NO_ANSWER):
        return answer
    if len(answer.figures) == 1 and answer.figures[0].unit not in (*MONEY, "%"):
        return declined(
            answer, f"没有找到「{said['money']}」的金额，不拿「{answer.figures[0].label}」的数量来回答。"
        )
    measures = {f.unit in MONEY for f in answer.figures}
    if len(said["money"]) < _NAMED or (answer.figures and (len(answer.figures) != 2 or len(measures) != 2)):
        return answer
    told = whole(text[: said.start("by")] + text[said.start("money") :], conversation=aside())
    return (
        told.model_copy(update={"conversation_id": answer.conversation_id}) if _is_of(told, said) else answer
    )


def _is_of(told: Answer, said: re.Match[str]) -> bool:
    """Whether one amount was found that goes by the name of the money, in a sentence that says what brought it."""
    if told.status is not Status.ANSWERED or len(told.figures) != 1 or told.figures[0].unit not in MONEY:
        return False
    by, quoted = fold(said["by"]), fold("".join(c.quote for c in told.citations))
    named = fold(said["money"])[-_NAMED:] in fold(told.figures[0].label)
    return named and any(by[i : i + 2] in quoted for i in range(max(len(by) - 5, 0), len(by) - 1))
