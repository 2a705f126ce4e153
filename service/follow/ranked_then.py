"""What is asked of things that were told in their order: 「第二大呢」「差多少」, 「前两名一共占多少」 (排名接问)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import chinese_number
from service.follow.conversation import Talk, Turn
from service.model import Operation
from service.parts.members import THREE_PUBLIC

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

#: How much of the whole the first of them is.
_FIRST = regex(
    rf"{_LEAD}(?:(?:第一|头一|最[大多高](?:的)?|最[小少低](?:的)?)(?:名|个|项|类|位|的|那)*)(?:又|大概|大约)?占(?:了|比|到|总(?:额|数)的?|全部的?)*{_END}"
)
_SMALL = regex(r"最[小少低]")
#: What the last answer measured, by which one is picked next: 「完成率」「哪个科目最低」.
_PICKED = regex(
    rf"{_LEAD}(?:其中)?(?:哪一?[个项类些款]|什么)(?:大?类|科目|项|支出)?(?:级科目)?(?:的)?(?:是)?最(?P<end>[高低大小快慢好差])(?:的)?(?:呢|啊)?[？?。]*$"
)
_MEASURES = {
    Operation.COMPLETION: "预算完成率",
    Operation.SHARE: "占比",
    Operation.CHANGE_RATE: "增长率",
}
_ENDS = {"大": "高", "快": "高", "好": "高", "小": "低", "慢": "低", "差": "低"}
#: The one that came first, pointed at: 「那块增加了多少」.
_POINTED = regex(
    rf"{_LEAD}(?:那|这)(?:一)?(?:块|项|类|部分)(?:的)?(?:支出|科目)?(?=[增减涨降多少占是为花比])"
)
#: Why the one that came first did, of what they were set in order by.
_WHY = regex(
    rf"{_LEAD}(?:是|又是|这是)?(?:为什么|为啥|为何|什么原因|啥原因|怎么回事|原因(?:是什么|呢|是啥)?|咋回事)(?:呢|啊)?[？?。]*$"
)
_REASONS = {Operation.COMPLETION: "没有全部完成预算的原因", Operation.VARIANCE: "决算与预算差异的原因"}


def ranked_then(text: str, talk: Talk) -> str:
    """The follow-up with the names of those that it is of; the text itself where none were told in their order."""
    last = talk[-1] if talk else None
    if last is None:
        return text
    if (picked := _PICKED.match(text)) and last.plan.operation in _MEASURES:
        of_all = last.plan.subject is not None and last.plan.subject.kind == "总额"
        end = _ENDS.get(picked["end"], picked["end"])
        return f"哪个科目的{_MEASURES[last.plan.operation]}最{end}" if of_all else text
    if last.plan.operation not in (Operation.RANK, Operation.LIST) or len(last.bodies) != 1:
        return text
    if made := _of_first(text, last):
        return made
    condition = last.plan.condition
    order = [] if condition is not None and condition.by is not Operation.SHARE else _order(talk)
    return (_of_order(text, last, order) or text) if order else text


def _of_first(text: str, last: Turn) -> str:
    """What is asked of the one that came first: pointed at, or why it did."""
    first, condition = last.plan.first, last.plan.condition
    pointed = _POINTED.match(text)
    if first is None or (pointed and last.plan.nth):
        return ""
    if pointed:
        return f"{first.name}{text[pointed.end() :]}"
    reason = _REASONS.get(condition.by, "") if condition is not None else ""
    return f"{first.name}{reason}" if reason and _WHY.match(text) else ""


def _of_order(text: str, last: Turn, order: Sequence[str]) -> str:
    """A share, a gap or a sum of those that were told in their order."""
    if _FIRST.match(text) and (whole := _whole(last)):
        first = bool(_SMALL.search(text)) is last.plan.least
        if first or last.plan.also:  # all of those that were named one by one were told
            return f"{order[0 if first else -1]}占{whole}的比重"
    places, gap, together = _PLACES.match(text), _GAP.match(text), _TOGETHER.match(text)
    if places:
        pair = [_at(order, places[key]) for key in ("one", "other")]
        return f"{pair[0]}和{pair[1]}相差多少" if all(pair) else ""
    if gap and last.plan.nth > 1 and last.plan.first is not None and order[0] != last.plan.first.name:
        return f"{order[0]}和{last.plan.first.name}相差多少"
    if together and (together["share"] or together["n"]):
        return _sum(order, last, together["n"] or together["all"] or "", bool(together["share"]))
    return ""


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
    whole = _whole(last)
    if not 1 < count <= len(order):
        return ""
    names = "、".join(order[:count])
    return f"{names}合计占{whole}的比重" if share and whole else f"{names}合计多少" if not share else ""


def _whole(last: Turn) -> str:
    """What those that were told are parts of; empty where they were named one by one, and are no whole."""
    plan = last.plan
    names = {term.name for term in (plan.subject, *plan.also) if term is not None}
    if not plan.also:
        return plan.subject.name if plan.subject else ""
    return "“三公”经费" if names <= set(THREE_PUBLIC) else ""


def _at(order: Sequence[str], said: str) -> str:
    digit = said[1:]
    number = int(digit) if digit.isdigit() else chinese_number(digit.replace("两", "二")) or 0
    return order[number - 1] if 0 < number <= len(order) else ""
