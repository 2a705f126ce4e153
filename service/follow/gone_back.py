"""A follow-up that goes back: 「刚才那个占比再说一遍」「前面的总额换成亿元」 takes up an earlier question again (回指).

Rows of data: what an earlier answer is called, and which sort of question it was. What is said of it besides is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.patterns import regex
from service.follow.conversation import Conversations, Talk, Turn
from service.model import Operation
from service.read.added_said import is_added

_LEAD = regex(
    r"^(?:那么?|把|再|还是|请)*(?:回到|说回|回头看|重复)?(?:刚才|刚刚|前面|上面|之前|先前|最?开头|一开始|最开始|最早)"
    r"(?:我?(?:问|说|讲|提|查|看)(?:过|到)?)?的?(?:那[个项笔家]|这[个项笔])?的?(?!一年|两年|三年|年)"
)
_AGAIN = regex(
    r"(?:再|重新)*(?:说|讲|报|给|念|重复)?(?:一遍|一下|一次|一回)(?:呢|吧)?[？?。]?$|再(?:说|讲|报)$"
)
#: What an earlier answer is called, and the sort of question that it answered.
_CALLED: tuple[tuple[str, frozenset[Operation]], ...] = (
    (r"占比|比例|比重|份额", frozenset({Operation.SHARE})),
    (r"增长率|增幅|增速|降幅|涨幅|变化率|变动率", frozenset({Operation.CHANGE_RATE})),
    (r"完成率|执行率", frozenset({Operation.COMPLETION})),
    (r"差额|差距", frozenset({Operation.DIFFERENCE})),
    (r"合计数?|总和|加起来的?数?", frozenset({Operation.SUM})),
    (r"总额|总数|总的", frozenset({Operation.LOOKUP})),
    (r"金额|数额|数字?", frozenset({Operation.LOOKUP})),
)
_FIRST = regex(r"总额|总数|总的|开头|一开始|最开始|最早")


@dataclass(frozen=True, slots=True)
class Back:
    """What is asked, and the earlier turn that it is asked of, None where it is the last."""

    text: str
    turn: Turn | None = None


def going_back(text: str, conversation: str, conversations: Conversations) -> tuple[str, Talk]:
    """What is asked, and the conversation with the turn that it goes back to as its last."""
    talk = conversations.talk(conversation)
    back = gone_back(text, talk)
    if back.turn is None:
        return back.text, talk
    conversations.keep(conversation, back.turn)
    return back.text, conversations.talk(conversation)


def gone_back(text: str, talk: Talk) -> Back:
    """The follow-up without the words that go back, and the turn that they mean."""
    lead = _LEAD.match(text)
    if lead is None or not talk:
        return Back(text)
    rest = _AGAIN.sub("", text[lead.end() :])
    for called, operations in _CALLED:
        said = re.match(rf"(?:{called})", rest)
        if said is None:
            continue
        held = [t for t in talk if _is_of(t, operations)]
        if held:
            turn = held[0] if _FIRST.search(text) else held[-1]
            return Back(rest[said.end() :].strip("的，, ") or "是多少呢", turn)
        break
    return Back(rest or "是多少呢")


def _is_of(turn: Turn, operations: frozenset[Operation]) -> bool:
    plan = turn.plan
    if plan.subject is None:
        return False
    added = plan.operation is Operation.LOOKUP and is_added(plan.text) and (plan.also or len(turn.bodies) > 1)
    return Operation.SUM in operations if added else plan.operation in operations
