"""What of the amount told is a unit's: 「其中图书馆占了多少」 after the department's (其中某单位的数)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from service.follow.conversation import Talk
from service.model import Operation
from service.scope.called import called_of

#: A unit, and no more than how much of it: what 占多少 of an amount asks is the unit's own.
_WITHIN = regex(
    r"^(?:那么?)?(?:其中|里面|当中|这里面|这当中|这里头)(?:的)?(?P<unit>[^，。？]{4,40}?)(?:部分)?(?:占了?|有|是|分到了?|用了?|花了?|安排了?)?"
    r"(?P<much>多少(?:钱|万元?|元)?|几多|(?P<rate>百分之几|几成|多大比例|比例(?:是)?多少))(?:呢|啊|呀)?[？?。]*$"
)

#: A unit added to the one that was told.
_ADDED = regex(
    r"^(?:那么?)?(?:要是|如果)?(?:再|还)?(?:加上?|算上|连上|带上)(?P<unit>[^，,。？]{3,40}?)(?:的|呢)?[，,].{0,8}(?:合|加|一共|总共|拢共|共|总)"
)


#: What is to be added up, in a word of its own.
_OF = regex(r"(?:多少|几)(?:个|名|位)?(?P<of>(?![个钱万元])[\u4e00-\u9fff]{2,4}?)[呢啊呀？?。]*$")


def unit_within(text: str, talk: Talk, units: Sequence[str]) -> str:
    """The follow-up with the account that was told as that of the unit; the text itself where it names none of
    ``units`` or no one amount was told."""
    said = _WITHIN.match(text) if talk else None
    meant = {unit for unit in units if said is not None and unit.endswith(said["unit"])}
    if said is None or len(meant) != 1:
        return text
    turn = talk[-1]
    plan = turn.plan
    if (
        plan.subject is None
        or not turn.found
        or plan.operation is not Operation.LOOKUP
        or len(turn.years) != 1
    ):
        return text
    fund = plan.fund.value if plan.fund else ""
    account = f"{fund}{plan.subject.name}"
    share = f"占{plan.entity}{account}的百分之几" if said["rate"] else "是多少"
    return f"{meant.pop()}{turn.years[0]}年{account}{share}"


def unit_added(text: str, talk: Talk, units: Sequence[str]) -> str:
    """「再加上机关幼儿园，两个园一共多少」: what was told of one unit, of it and of another together."""
    said = _ADDED.match(text) if talk else None
    name = called_of(said["unit"], units, "") if said is not None else ""
    if not name or len(talk[-1].years) != 1 or talk[-1].plan.entity not in units:
        return text
    turn, plan = talk[-1], talk[-1].plan
    if plan.subject is None or not turn.found or plan.operation is not Operation.LOOKUP:
        return text
    other = _OF.search(text)
    if other is not None and other["of"] not in turn.said and other["of"] not in plan.subject.name:
        return f"{plan.entity}和{name}{turn.years[0]}年一共多少{other['of']}"
    return f"{plan.entity}和{name}{turn.years[0]}年{plan.subject.name}一共多少"
