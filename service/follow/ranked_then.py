"""What is asked of things that were told in their order: 「第二大呢」「差多少」, 「前两名一共占多少」 (排名接问)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import chinese_number
from service.follow.conversation import Talk, Turn
from service.model import Operation

_LEAD = r"^(?:那么?|它们?|这|，|,)*"
_END = r"(?:是|有|为|了)?(?:多少|几)?(?:个?(?:钱|万元|元|百分点))?(?:呢|啊)?[？?。]*$"
_N = r"[一二两三四五1-5]"
_OF = r"(?:大|多|高|名|位|个|项|类)?(?:的)?"
#: How far the one told last is from the first, or two that are named by their places.
_GAP = regex(
    rf"{_LEAD}(?:(?:跟|和|与|比|同)(?:第一|最大|最多|最高|头一)(?:名|大|个|项|的)*(?:相?比)?|(?:这|那|他们|它们)?(?:两|二)(?:个|项|者|类|块)?|前两[名个项类大]?)?(?:之间)?(?:的)?(?:相?差|差距|差额|少|多)(?:了|出)?{_END}"
)
_PLACES = regex(
    rf"{_LEAD}(?P<one>第{_N}){_OF}(?:比|跟|和|与|同)(?P<other>第{_N}){_OF}(?:相?比)?(?:要)?(?:相?差|差距|差额|少|多|高|低)(?:了|出)?{_END}"
)
_SHARE = r"(?P<share>占(?:比|了|到|总(?:额|数|支出)?的?|全部的?|整体的?)*)?"
#: Several of them together.
_TOGETHER = regex(
    rf"{_LEAD}(?:前(?P<n>{_N})(?:名|个|项|大|类|位|样)?|(?:这|那)?(?P<all>[二两三四五])?(?:个|项|类|者|大|样)?(?:的)?)(?:支出|科目|加|合)?(?:一共|合计|加起来|总共|共|之和|总和)(?:的)?{_SHARE}{_END}"
)


def ranked_then(text: str, talk: Talk) -> str:
    """The follow-up with the names of those that it is of; the text itself where none were told in their order."""
    last = talk[-1] if talk else None
    if last is None or last.plan.operation not in (Operation.RANK, Operation.LIST) or len(last.bodies) != 1:
        return text
    order = _order(talk)
    if last.plan.condition is not None or not order:
        return text
    places, gap, together = _PLACES.match(text), _GAP.match(text), _TOGETHER.match(text)
    if places:
        pair = [_at(order, places[key]) for key in ("one", "other")]
        return f"{pair[0]}和{pair[1]}相差多少" if all(pair) else text
    if gap and last.plan.nth > 1 and last.plan.first is not None and order[0] != last.plan.first.name:
        return f"{order[0]}和{last.plan.first.name}相差多少"
    if together and (together["share"] or together["n"]):
        return _sum(order, last, together["n"] or together["all"] or "", bool(together["share"])) or text
    return text


def _order(talk: Talk) -> list[str]:
    """The names in their order, as they were told last; of a single place the first alone."""
    last = talk[-1]
    for turn in reversed(talk):
        plan = turn.plan
        same = (turn.bodies, turn.years, plan.subject) == (last.bodies, last.years, last.plan.subject)
        if not same or plan.operation not in (Operation.RANK, Operation.LIST):
            return []
        if turn.named:
            return list(turn.named)
        if plan.operation is Operation.RANK and plan.first is not None and plan.nth < 2:
            return [plan.first.name]
    return []


def _sum(order: Sequence[str], last: Turn, said: str, share: bool) -> str:
    """The first so many together, or as a share of what they are parts of; empty where not so many were told."""
    count = chinese_number(said.replace("两", "二")) or 0 if said and not said.isdigit() else int(said or 0)
    count = count or last.plan.top
    whole = last.plan.subject.name if last.plan.subject else ""
    if not 1 < count <= len(order):
        return ""
    names = "、".join(order[:count])
    return f"{names}合计占{whole}的比重" if share and whole else f"{names}合计多少" if not share else ""


def _at(order: Sequence[str], said: str) -> str:
    digit = said[1:]
    number = int(digit) if digit.isdigit() else chinese_number(digit.replace("两", "二")) or 0
    return order[number - 1] if 0 < number <= len(order) else ""
