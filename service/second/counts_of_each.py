"""How many of each of several things, asked with one measure word: 「写了多少篇日报、周报和月报」 (一问几样各多少).

Each is told by itself; where only one of them is found, its number is never told for all.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import aside
from service.second.beyond import declined

_THING = r"[\u4e00-\u9fff]{2,8}"
_ASKED = regex(
    rf"(?P<lead>^.*?)(?:[写编办做开搞出发报弄](?:了|过|出)?|有|共|一共)*(?:多少|几)(?P<unit>[件篇份期次场个条户家项名辆台套部册起])"
    rf"(?P<list>{_THING}?(?:、{_THING}?)*(?:、|和|与|跟|及|以及|还有){_THING}?)(?:呢|啊|呀)?[？?。]*$"
)
_APART = regex(r"、|以及|还有|[和与跟及]")
#: What joins is a part of a word, or things are asked for as one.
_ONE = regex(
    r"[和与及跟](?:谐|解|平|睦|会|时|其他)|总和|合计|一共|总共|加起来|平均|占|比(?!例)|最|哪|等|的|预算|决算|一样|相同|不差"
)
_SORRY = "问的是几样各有多少，只找到了其中一样，只说一样会让人误会，没有给出。"


def counts_of_each(answer: Answer, text: str, whole: Callable[..., Answer]) -> Answer:
    """The answer, or the number of each thing that is asked for; ``whole`` asks a text in every way."""
    said = _ASKED.search(text)
    if said is None or answer.status not in (Status.ANSWERED, Status.NO_ANSWER) or _ONE.search(text):
        return answer
    things = [thing for thing in _APART.split(said["list"]) if thing]
    if len(things) < 2 or any(len(thing) < len("日报") for thing in things) or _tells_all(answer, things):
        return answer
    asked = f"{said['lead']}{'、'.join(things)}各多少{said['unit']}"
    told = whole(asked, conversation=aside())
    if _tells_all(told, things) and all(f.formula is None for f in told.figures):
        return told.model_copy(update={"conversation_id": answer.conversation_id})
    lost = (
        answer.status is Status.ANSWERED
        and len(answer.figures) == 1
        and answer.figures[0].unit == said["unit"]
    )
    return declined(answer, _SORRY) if lost else answer


def _tells_all(answer: Answer, things: list[str]) -> bool:
    """Whether every thing, by its last word, is in the name of a figure."""
    labels = "，".join(figure.label for figure in answer.figures)
    return answer.status is Status.ANSWERED and all(thing[-2:] in labels for thing in things)
