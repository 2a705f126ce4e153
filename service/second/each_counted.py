"""Things named side by side of which each is counted: 「全体会议、主席会议各开几次」 is of no money (各有几).

Where money was told for one of them, each is asked for by itself; what is not counted is said to be lacking.
"""

from __future__ import annotations

import re

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Status
from service.read.terms import overlap
from service.second.merge import merge
from service.second.two_asked import HEAD, Ask

_MONEY = ("元", "万元", "亿元")
#: What asks for a number of things or doings; no word of the question may ask for money.
_ASKS = regex(
    r"^(?!.*(?:钱|费|[万亿]元|支出|花|预算(?:数|安排|是)|资金|金额|采购|收入)).*(?:各自?|分别)[^，。？]{0,6}(?:几|多少)(?:次|场|期|批|篇|件|人次|条|座|辆|台|名|所|回)"
)
_SORRY = "问的是次数、件数，没有把问到的几样都找到，不拿金额来回答。"
_LIST = regex(
    r"(?P<names>[^，。？]{4,60}?)(?:各自?|分别)(?:打算|计划|准备|预计|要|想)*(?:召?开|举?办|搞|有|是|做|编|出|受理|接待)?(?:了|过)?(?P<ask>(?:几|多少)[\u4e00-\u9fff]{1,2})"
)
_AND = regex(r"[、和与及跟]|以及|还有")


def no_money_told(answer: Answer) -> bool:
    """Whether every figure counts something."""
    return not any(figure.unit in _MONEY for figure in answer.figures)


def each_counted(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The count of each thing that is named, and which have none; None where the answer itself tells them all."""
    if answer.status is Status.CLARIFY or not _ASKS.search(text):
        return None
    head = HEAD.match(text)
    said = _LIST.match(text[head.end() :]) if head is not None else None
    if head is None or said is None:
        return None
    names = [name for name in _AND.split(said["names"]) if len(name) > 1]
    if len(names) < 2 or (no_money_told(answer) and len(answer.figures) >= len(names)):
        return None
    told = [(name, ask(f"{head[0]}{name}{said['ask']}")) for name in names]
    known = [a for name, a in told if _is_of(name, a)]
    if not known:
        return None if no_money_told(answer) else _none(answer)
    lacking = "、".join(f"「{name}」" for name, a in told if not _is_of(name, a))
    whole = merge(known, answer.conversation_id)
    if not lacking:
        return whole
    return whole.model_copy(update={"answer": f"{whole.answer}\n没有找到{lacking}的数量。"})


def _none(answer: Answer) -> Answer:
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "reason": "low_confidence"}
    return answer.model_copy(update={"status": Status.NO_ANSWER, "answer": _SORRY, **empty})


def _is_of(name: str, answer: Answer) -> bool:
    """Whether an answer counts what is named, or tells its sentence."""
    if answer.status is not Status.ANSWERED or not no_money_told(answer):
        return False
    said = re.sub(r"会议?$", "会", fold(name))
    about = fold(answer.figures[0].label if answer.figures else answer.answer)
    return overlap(said, about) > 1
