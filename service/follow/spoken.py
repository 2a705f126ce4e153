"""Which question before a follow-up takes up: the last, the one before its reason, or several of them (所指)."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.patterns import regex
from service.accounts.less import holds
from service.follow.conversation import Talk
from service.follow.follow_picked import asks_of_table
from service.follow.in_turn import asked_of_all, in_turn, things_of
from service.follow.share_within import within_spoken
from service.model import Operation, Plan, Term
from service.read.added_said import is_added
from service.scope.scope import Scope

#: Operations over several things at once.
OF_SEVERAL = (
    Operation.SUM,
    Operation.COMPARE,
    Operation.CHANGE,
    Operation.DIFFERENCE,
    Operation.TIMES,
    Operation.RANK,
    Operation.AVERAGE,
)
#: Operations that set several bodies side by side, of which one alone has nothing but its figure.
_OF_BODIES = (
    Operation.SUM,
    Operation.COMPARE,
    Operation.DIFFERENCE,
    Operation.TIMES,
    Operation.RANK,
)
#: Words that mean the things spoken of one after the other.
_BOTH = regex(
    r"[俩仨]|二者|两者|两[个项样]|[三四][个项样]|哪[个项]最|前者|后者|加一块|加起来|加在一起|合起来|相差|差多少|差额|差距|差值|哪[个项]更?[多少高低大小]|谁"
)


def spoken_of(plan: Plan, talk: Talk, scope: Scope) -> Plan | None:
    """The plan to follow: the last one, or of both things that were spoken of where both are meant (俩加一块)."""
    if not talk:
        return None
    talk = _but_why(talk) if plan.intent is None else talk
    last = talk[-1]
    if (held := within_spoken(plan, talk)) is not None and len(last.bodies) == 1:
        return held
    tables = [t.plan for t in talk if t.bodies == last.bodies and t.plan.statement]
    if tables and asks_of_table(plan):
        return tables[-1]
    named = (plan.subject is not None and not plan.assumed) or scope.period.base
    if len(last.bodies) > 1 and len(scope.bodies) == 1 and last.plan.operation in _OF_BODIES:
        return replace(
            last.plan, operation=Operation.LOOKUP, also=(), base_year=None
        )  # 「省委办呢」: its own figure
    if plan.operation is Operation.AVERAGE and plan.per and not named and last.plan.count_unit:
        # 「接待了多少人次」「平均每人多少元」 is of the money spoken of before, or of what was spent on those counted.
        return replace(_money_of(talk) or _spent_on(last.plan), per=last.plan.count_unit)
    if not named and asked_of_all(plan.text, last) == "sum" and (terms := things_of(in_turn(talk))):
        return (
            _unclear(last.plan)
            if _number(plan.text) > len(terms)
            else replace(last.plan, subject=terms[0], also=terms[1:])
        )
    several = plan.operation in OF_SEVERAL and _BOTH.search(plan.text) and len(last.bodies) == 1
    if plan.operation is Operation.RANK and not named and last.plan.operation is not Operation.RANK:
        # 「那最小的呢」 takes up the order again, not what was asked of its first.
        ranked = [t.plan for t in talk if t.bodies == last.bodies and t.plan.first is not None]
        if ranked and ranked[-1].first == last.plan.subject:
            return ranked[-1]
    if named or not several or last.plan.also:
        return last.plan
    return _of_them(plan, talk)


#: 「三个一共」「这四项哪个最多」; no 「三年加起来」, no 「里面最多的三个科目」.
_COUNTED = regex(
    r"(?:那么?|这|上面|以上|前面|他|它|的)*(?P<n>[三四](?=[个项样者笔](?![^，。]{0,4}[科项]目))|仨)"
)


def _of_them(plan: Plan, talk: Talk) -> Plan:
    """The last plan, of the things that were spoken of one after the other."""
    last = talk[-1]
    terms: list[Term] = []
    for turn in reversed(talk):
        subject = turn.plan.subject
        if (turn.bodies, turn.years) != (last.bodies, last.years) or subject is None or subject in terms:
            break
        terms.append(subject)
    # 前者 and 后者, 俩 and 哪个 are of the last two; more are meant only where their number is said, or by 最 and 都.
    said = _number(plan.text)
    many = re.search(r"最|都|全|这[几些]|以上|上[述面]", plan.text)
    count = said or (4 if many else 2)
    meant = terms[:count][::-1]
    if len(terms) < said:
        return _unclear(last.plan)  # so many were not spoken of
    if is_added(plan.text) and any(holds(one, other) for one in meant for other in meant):
        return _unclear(last.plan)  # a whole is not added to its part
    return replace(last.plan, subject=meant[0], also=tuple(meant[1:])) if len(meant) > 1 else last.plan


def _number(text: str) -> int:
    """How many things a follow-up says that it is of, from three; 0 where it does not."""
    said = _COUNTED.match(text)
    return 0 if said is None else 4 if said["n"] == "四" else 3


def _unclear(plan: Plan) -> Plan:
    return replace(plan, subject=None, also=(), explained=0.0)


def _but_why(talk: Talk) -> Talk:
    """The conversation without the reasons asked for last: 「增加多少」「为什么」「省政协呢」 asks by how much."""
    kept = talk
    while len(kept) > 1 and kept[-1].plan.operation is Operation.NARRATIVE and kept[-1].plan.intent == "原因":
        kept = kept[:-1]
    same = kept[-1].bodies == talk[-1].bodies and kept[-1].plan.subject == talk[-1].plan.subject
    return kept if same and kept[-1].plan.subject is not None else talk


#: What is spent on things that are counted, by a word of their name.
_SPENT_ON = (("接待", Term("公务接待费", "三公经费")),)


def _spent_on(counted: Plan) -> Plan:
    """The plan of what was spent on the things counted; that of the count where no account is known for them."""
    name = counted.subject.name if counted.subject else ""
    money = next((term for word, term in _SPENT_ON if word in name), None)
    return counted if money is None else replace(counted, subject=money, count_unit=None, breakdown=None)


def _money_of(talk: Talk) -> Plan | None:
    """The plan of the last turn on the same body and year that asked for no count."""
    last = talk[-1]
    same = (t.plan for t in reversed(talk[:-1]) if (t.bodies, t.years) == (last.bodies, last.years))
    return next((p for p in same if p.count_unit is None and p.subject is not None), None)
