"""Things named side by side of which each is counted: 「全体会议、主席会议各开几次」 is of no money (各有几).

Where money was told for one of them, each is asked for by itself; what is not counted is said to be lacking.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Status
from service.follow.conversation import aside
from service.read.terms import overlap
from service.second.listed_alike import in_their_order
from service.second.merge import merge
from service.second.two_asked import HEAD, Ask

_MONEY = ("元", "万元", "亿元")
#: What asks for a number of things or doings; no word of the question may ask for money.
_ASKS = regex(
    r"^(?!.*(?:钱|费|[万亿]元|支出|花|预算(?:数|安排|是)|资金|金额|采购|收入)).*(?:各自?|分别)[^，。？]{0,6}(?:几|多少)(?:次|场|期|批|篇|件|人次|条|座|辆|台|名|所|回)"
)
_LACKING = "没有找到"
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
    questions = _questions(text)
    if len(questions) < 2 or (no_money_told(answer) and len(answer.figures) >= len(questions)):
        return None
    names = list(questions)
    told = [(name, ask(question)) for name, question in questions.items()]
    known = [a for name, a in told if _is_of(name, a)]
    if not known:
        return None if no_money_told(answer) else _none(answer)
    lacking = "、".join(f"「{name}」" for name, a in told if not _is_of(name, a))
    listed = (in_their_order(one, names) for one in known) if lacking else iter(())
    if (all_told := next(filter(None, listed), None)) is not None:
        return all_told
    whole = merge(known, answer.conversation_id)
    if not lacking:
        return whole
    return whole.model_copy(update={"answer": f"{whole.answer}\n{_LACKING}{lacking}的数量。"})


def _questions(text: str) -> dict[str, str]:
    """Each of the names in a list, and the question that counts it with who and when before it."""
    head = HEAD.match(text)
    said = _LIST.match(text[head.end() :]) if head is not None else None
    if head is None or said is None:
        return {}
    names = [name.strip(" ,") for name in _AND.split(said["names"])]
    return {name: f"{head[0]}{name}{said['ask']}" for name in names if len(name) > 1}


def with_uncounted(answer: Answer, text: str, whole: Callable[..., Answer]) -> Answer:
    """The answer, which counts some of the things named, with those that are found when asked in every way there is."""
    if answer.status is not Status.ANSWERED or _LACKING not in answer.answer:
        return answer
    lost = {n: q for n, q in _questions(text).items() if f"「{n}」" in answer.answer.partition(_LACKING)[2]}
    again = {name: whole(question, conversation=aside()) for name, question in lost.items()}
    known = {f.value for f in answer.figures}
    found = {n: a for n, a in again.items() if _is_of(n, a) and not known & {f.value for f in a.figures}}
    if not found:
        return answer
    said, _, _ = answer.answer.partition("\n" + _LACKING)
    lacking = "、".join(f"「{name}」" for name in lost if name not in found)
    made = merge([answer.model_copy(update={"answer": said}), *found.values()], answer.conversation_id)
    return (
        made.model_copy(update={"answer": f"{made.answer}\n{_LACKING}{lacking}的数量。"}) if lacking else made
    )


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
