"""What is asked for in words and was told in figures alone: why something moved, what money went on (要文字).

「147万的专户资金怎么一分没有了」: how far it moved is known to whoever asks so. The words are asked for by the name of
the figure that was told; where the documents have none, the figure is no answer and nothing is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.follow.conversation import aside
from service.read.terms import overlap
from service.second.beyond import declined
from service.second.what_done import tells_what
from service.worded.odd import CHANGED, WHY

_THINGS = "(?:事情?|方面|地方|东西|家什|家伙|物件|物品|货物?|活动|用途|开支|名堂|工作|活儿?|设备|材料)"
_WHAT = "(?:些?什么|些?啥子?|哪些|哪几[样件种]|哪样)"
_ASKS_WHY = regex(
    r"为(?:什么|啥|何)|凭[什啥]|原因|缘故|怎么回事|咋回事|(?:怎么|咋)(?!样|算|办|分|安排|花|用|没有?写|看|理解|说)[^，。？?]{0,12}了[呢啊呀]?[？?。]*$"
    r"|(?:哪里|哪儿|什么地方)出了[^，。？?]{0,4}(?:问题|偏差|岔子)|出了什么(?:问题|偏差|岔子)"
)
_ASKS_ON_WHAT = regex(
    rf"(?:在|到|去|于|是|为|干|做|搞|买|购|采购|整治|建|修|办|添|置|主要)了?{_WHAT}(?:{_THINGS}|上|了|呢|的|[？?。]|$)"
    rf"|{_WHAT}{_THINGS}[^，。？?]{{0,3}}(?:加了?钱|花了?钱|要钱|用钱|多了|涨了)|(?:花|用|投)(?:到|在|去)(?:了)?哪(?:里|儿|些)?"
)
#: How much, which of several or when is asked for: a figure, or what it is called, answers.
_ASKS_FIGURE = regex(
    r"多少|(?<![哪好])几(?![乎样件种项])|百分|几成|占|比例|比重|最|第[一二三]|哪[年月天家]|哪[一个]?(?:个|家)(?:单位|部门|年|月|项目)|多[大高长]|分别|各|排|还是|哪[类项款]|科目"
)
_SHARE = regex("占|率|比例|比重")
_NAME = regex(r"^(?P<name>.+?)比(?:上年|20\d\d年)(?:预算|决算|执行)?(?:数)?(?:增减额|增减幅度|增减率)?$")
_COLUMN = regex(r"（[^（）]*）$")
#: Which way something went, as it is said.
_UP = regex(r"[涨增升]|多(?=[了在出])|加了?钱|变多")
_DOWN = regex(r"[降减缩砍跌压]|少了|没(?:有)?了|变少|一分没")
#: Where money comes from is asked, which how much it is does not tell.
_ASKS_SOURCE = regex(
    r"钱(?:都|又|到底|究竟)*(?:是)?(?:从|打|由)?(?:哪(?:里|儿|边|个地方)?|何处)(?:来|出|拨|筹|弄|挤|调)(?:来|过来|出来)?的?(?=[？?，,。啊呀呢]|$)|资金来源是?(?:什么|哪)"
)
_TELLS_SOURCE = regex(
    "来自|来源|拨[付入]|筹集|征收|提取|缴纳|收取|缴入|从[^，。]{2,14}(?:中|里)?(?:调|安排|列支)|调[减剂整]"
)
_LEAST = 2
_NO_WHY = "问的是原因，资料里只找到了数字，没有找到对它的解释。"
_NO_SOURCE = "问的是钱从哪里来，资料里只找到了数字，没有找到写明来源的地方。"
_NO_WHAT = "问的是做了什么、用在哪里，资料里只找到了数字，没有找到写明内容的地方。"

AskWhole = Callable[..., Answer]


def words_wanted(answer: Answer, text: str, whole: AskWhole) -> Answer:
    """The words that are asked for; no answer where there are none; ``whole`` asks in every way there is."""
    if _ASKS_SOURCE.search(text) and answer.figures and answer.status is Status.ANSWERED:
        return _source_told(answer, whole) or declined(answer, _NO_SOURCE)
    why, on_what = _ASKS_WHY.search(text) is not None, _ASKS_ON_WHAT.search(text) is not None
    if not (why or on_what) or _ASKS_FIGURE.search(text):
        return answer
    if answer.status is Status.NO_ANSWER and answer.reason == "low_confidence":
        return _why_it_moved(answer, text, whole) or answer
    figures = answer.figures
    if answer.status is not Status.ANSWERED or not 1 <= len(figures) <= _LEAST or WHY.search(answer.answer):
        return answer
    bare = all(f.unit in (*MONEY, "%") and not _SHARE.search(f.label) for f in figures)
    if not bare or len({_name(f) for f in figures}) > 1:
        return answer
    first = max(figures, key=lambda f: f.year)
    why = why or CHANGED.search(first.label) is not None
    if not why and tells_what(answer):
        return answer
    of = f"{first.entity}{first.year}年{_name(first)}"
    questions = [_reason(of, _way(figures))] if why else _purposes(of)
    told = _told(questions, _name(first), why, whole)
    if told is not None:
        return told.model_copy(update={"conversation_id": answer.conversation_id})
    return declined(answer, _NO_WHY if why else _NO_WHAT)


def _why_it_moved(answer: Answer, text: str, whole: AskWhole) -> Answer | None:
    """Why the account that is named moved, where the other words were not understood; None where nothing tells it."""
    plan, way = answer.plan, _said_way(text)
    subject = plan.get("subject")
    name = str(subject.get("name", "")) if isinstance(subject, dict) else ""
    who, year = plan.get("entity"), plan.get("year")
    if not (who and year and way) or len(name) < _LEAST or name not in text:
        return None
    told = _told([_reason(f"{who}{year}年{name}", way)], name, True, whole)
    return told.model_copy(update={"conversation_id": answer.conversation_id}) if told is not None else None


def _source_told(answer: Answer, whole: AskWhole) -> Answer | None:
    """What the documents say of where the money comes from, by its name."""
    first = answer.figures[0]
    name = _name(first)
    of = f"{first.entity}{first.year}年{name}"
    for question in (f"{of}的资金来源是什么", f"{of}主要来自什么", f"{of}是什么意思", _reason(of, "增加")):
        found = whole(question, conversation=aside())
        told = any(name[:_LEAST] in one and _TELLS_SOURCE.search(one) for one in found.answer.split("。"))
        if told and _is_told(found, name, False):
            return found.model_copy(update={"conversation_id": answer.conversation_id})
    return None


def _said_way(text: str) -> str:
    up, down = _UP.search(text) is not None, _DOWN.search(text) is not None
    return "" if up == down else "增加" if up else "减少"


def _told(questions: Sequence[str], name: str, why: bool, whole: AskWhole) -> Answer | None:
    """What the first of the questions finds that is told in words of the thing."""
    for question in questions:
        found = whole(question, conversation=aside())
        if _is_told(found, name, why):
            return found
    return None


def _name(figure: Figure) -> str:
    """What a figure is of, without how it moved and the column it stands in."""
    moved = _NAME.match(figure.label)
    return _COLUMN.sub("", moved["name"] if moved is not None else figure.label)


def _way(figures: Sequence[Figure]) -> str:
    """增加 or 减少, as the change that is told goes or the later amount does; empty where nothing moved."""
    changes = [Decimal(f.value) for f in figures if CHANGED.search(f.label)]
    if not changes and len({f.year for f in figures}) == len({f.unit for f in figures}) + 1 == _LEAST:
        before, now = sorted(figures, key=lambda f: f.year)
        changes = [Decimal(now.value) - Decimal(before.value)]
    return ("减少" if changes[0] < 0 else "增加") if changes else ""


def _reason(of: str, way: str) -> str:
    return f"{of}{way}的原因是什么"


def _purposes(of: str) -> list[str]:
    """What a sum went on, asked for in the words that documents tell it by."""
    bought = [f"{of}主要买了什么"] if "采购" in of else []
    return [*bought, f"{of}主要用于什么", f"{of}的年度目标是什么"]


def _is_told(found: Answer, name: str, why: bool) -> bool:
    """Whether the documents' own words are told of what is named, and why where that is asked for."""
    if found.status is not Status.ANSWERED or found.figures or not found.citations:
        return False
    told, name = fold(found.answer), fold(name)
    of_it = overlap(name, told) >= _LEAST and name[:_LEAST] in told
    return of_it and (not why or WHY.search(found.answer) is not None)
