"""One of the things that were told before, by its place: 「第一个花了多少」, 「另一个呢」 (点选分项)."""

from __future__ import annotations

import re

from ingest.patterns import regex
from ingest.text import chinese_number
from service.follow.conversation import Talk, Turn
from service.model import Declined, Operation, Reason

_THING = r"(?:项目|科目|支出|款项|内容|费用|经费)?"
_PLACE = regex(
    rf"^(?:那么?|其中|里面|它们?的?|这些|上面|，)*(?:第(?P<place>[一二两三四五六七八1-8])|(?P<last>最后一?|倒数第一)|(?P<head>头一))[个项类条笔]{_THING}的?"
)
_OTHER = regex(
    rf"^(?:那么?|还有|其中|里面|至于|，)*(?P<other>(?:另外?|剩下?的?|余下的?|其[他它余]的?)(?:那|的)?[一两几]?[个项类条笔]{_THING}|另外的{_THING}|剩下的{_THING})的?(?![外加])"
)
_OF_BODIES = regex(r"[家部]|单位|部门|[局委办]")
_REST = regex(r"^(?:呢|吗|啊|呀|[，。？?])*$")
#: Operations that tell several things one by one.
_TOLD = (Operation.LIST, Operation.RANK, Operation.COUNT)


def one_told(text: str, talk: Talk) -> str | Declined:
    """The follow-up with the name of the thing that it points at; the text itself where it points at none."""
    place, other = _PLACE.match(text), _OTHER.match(text)
    said = place or other
    if said is None or not talk or _OF_BODIES.match(text[said.end() :]):
        return text
    listed = next((turn for turn in reversed(talk) if turn.named or turn.plan.operation in _TOLD), None)
    if listed is None:
        return _which()
    if place and place["place"] in ("一", "1") and talk[-1].plan.first is not None:
        return text  # what came first of an order is known to who made it
    name = _at(place, listed) if place else _but(listed, talk[-1])
    if not name or any(name != held and (name in held or held in name) for held in listed.named):
        return _which()
    rest = text[said.end() :]
    return name + ("多少" if _REST.match(rest) else rest)


def _at(place: re.Match[str], listed: Turn) -> str:
    """The name in a place of the list; empty where it has none there."""
    if place["last"]:
        return listed.named[-1] if listed.named else ""
    said = place["place"] or "1"
    number = int(said) if said.isdigit() else chinese_number(said.replace("两", "二")) or 0
    return listed.named[number - 1] if 0 < number <= len(listed.named) else ""


def _but(listed: Turn, last: Turn) -> str:
    """The other of two that were told, after the one that was spoken of."""
    spoken = last.plan.subject.name if last.plan.subject else ""
    others = [name for name in listed.named if name != spoken]
    return others[0] if len(listed.named) == 2 and len(others) == 1 else ""


def _which() -> Declined:
    return Declined(
        Reason.AMBIGUOUS,
        "不能确定您指的是前面说到的哪一项，所以没有给出。请写出它的名称再问，例如「培训费花了多少」。",
    )
