"""Which indicators were not met, asked after a project was spoken of: they are that project's (追问项目的指标).

「草原修复项目自评得了多少分」「哪几个指标没达到目标」: a follow-up that finds nothing by itself is asked with
the project that the question before it names.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import Talk, aside
from service.scope.named_in import Named

_ASKS = regex(
    r"^(?:那|那么|其中|里[面头])*(?:有)?(?:哪|什么|啥|几)[^，。？]{0,6}指标[^，。？]{0,12}[？?。呢吗]*$"
)
_PROJECT = regex(r"(?P<name>[\u4e00-\u9fff“”]{3,24}?(?:项目|专项|工程))(?!支出|数|个数)")
#: Not a project by its name, but some of all.
_ANY = regex(
    r"^(?:[\u4e00-\u9fff]*(?:哪|几|每|各|所有|全部|这|那)[个些]?|绩效|自评|绩效自评|重点)的?(?:项目|专项|工程)$"
)


def indicators_then(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None], before: Talk
) -> Answer:
    """The answer; where there is none, that of the project which the last question names.

    ``whole`` answers a text in every way there is, in a conversation; ``read`` says who and when it is of.
    """
    if answer.status is Status.ANSWERED or not before or _ASKS.match(text) is None:
        return answer
    named = read(before[-1].said, placed=True)
    said = _PROJECT.search(named.masked.replace("\0", "").lstrip("的年")) if named is not None else None
    if named is None or said is None or _ANY.match(said["name"]) or len(set(named.bodies)) != 1:
        return answer
    told = whole(f"{named.heads()[0]}{said['name']}{text}", conversation=aside())
    return (
        told.model_copy(update={"conversation_id": answer.conversation_id})
        if told.status is Status.ANSWERED
        else answer
    )
