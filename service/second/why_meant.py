"""Why something moved, asked in words of one's own: 「比头一年缩了160万，是哪些地方少花了」 (问因的各种说法).

What moved and which way is taken from the question, and the reason asked for in plain words. It is told only where a
reason stands there that is of this account and went this way, with the amount that the question says, where it says one.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

from collections.abc import Callable, Iterator

from ingest.patterns import regex
from ingest.text import fold
from service.closest.scorer import load_talk
from service.closest.words import THING, content_of
from service.contract import Answer, Status
from service.follow.conversation import aside
from service.read.said_amounts import tells_said, without_amounts
from service.scope.named_in import Named
from service.worded.odd import WHY
from service.worded.phrases_meant import names_meant

_MATTER = r"(?:[啥什]么?子?|哪门子)(?:缘故|道理|原因|理由|名堂|情况|说法|由头|讲究)"
#: How a reason is asked for.
ASKS = regex(
    rf"为(?:什么|啥子?|何|么事)|凭(?:什么|啥)|{_MATTER}|(?:咋|怎么|啷个)(?:个)?(?:回事|搞的|会|就|反而|反倒|还|又|一下子?|没|不|剩|涨|降|掉|缩|少|多|短|减|增|砍|跌|冒|变(?=[少多]))"
    r"|(?:几|哪些|哪几|[两三四五]|主要)(?:条|个|点|方面|大)?(?:原因|理由)|原因|理由(?:是|呢|何在)|(?:怎么|咋|如何)(?:解释|说明|交代)|难道"
    r"|钱?(?:都|又|是)?(?:去|上|落在|花|花到|用到|弄到|跑到|跑)(?:了)?哪(?:儿|里|去|块)?(?:去)?了?(?=[了呢呀啊？?，,]|$)"
    r"|(?:是)?(?:哪些|哪个|哪几个|什么|啥)(?:地方|方面|事|事情|东西)(?:少|多|省|涨|增|减)(?:花|用|出|了|加)*|(?:是)?(?:做|干|搞|弄)(?:些?)(?:什么|啥)去"
)
_DOWN = regex(r"[掉缩短减降跌砍压省少]|归零|变成?零|没了|变没")
_UP = regex(r"[涨增升冒多]|加了?钱|翻")
_LEFT = regex(
    r"没(?:有)?(?:花|用|使)(?:完|掉|出去|光)|剩|只(?:动|花|用|完成)|花了?(?:还)?不到|才(?:花|用|完成)"
)
_WHOLE = regex(r"官方|文件|说明|报告|单位|三条|收支|收入|支出|预算|决算|盘子|[花用]的?钱|的钱|开支|开销|经费")
_SIDES = (("收入", regex("收入|进账|进项")), ("支出", regex("支出|花|用|开[支销]|出账|钱")))
_LONGEST = 90
_NUMBER = regex(r"多少(?!都)|几(?=[个万亿元块成])|百分")
#: What is asked here in plain words is not asked so again.
_PLAIN = regex(r"(?:增加|减少|用完)的原因$")
#: So much a word tells that names something of its own.
_TELLS = 0.3
_NOTHING = regex(r"没有(?:写明|在|列出|找到|专门)")


def why_meant(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None]
) -> Answer:
    """The answer; where it gives no reason and one is asked for, the reason of what the question is about.

    ``whole`` answers a text in every way there is, in a conversation that is given.
    """
    if not ASKS.search(text) or len(text) > _LONGEST or _PLAIN.search(text) or not _is_open(answer, text):
        return answer
    named = read(text)
    if (
        named is None
        or len(set(named.bodies)) != 1
        or len(set(named.years)) > 2
        or _is_otherwise(text, named)
    ):
        return answer
    head = f"{named.bodies[0]}{max(named.years)}年" if named.years else named.bodies[0]
    for name, questions in _asked(named, head, _told_of(answer)):
        for question in questions:
            told = whole(question, conversation=aside())
            if _gives(told, text, name):
                return told.model_copy(update={"conversation_id": answer.conversation_id})
    return answer


def _is_open(answer: Answer, text: str) -> bool:
    """Whether there is no answer, or only figures where no number is asked for."""
    if answer.status is Status.ANSWERED:
        return bool(answer.figures) and not WHY.search(answer.answer) and not _NUMBER.search(text)
    return answer.status is Status.NO_ANSWER


def _told_of(answer: Answer) -> list[str]:
    """The account whose figures were told, where the reason is asked for."""
    subject = answer.plan.get("subject")
    return [str(subject["name"])] if answer.figures and isinstance(subject, dict) else []


def _asked(named: Named, head: str, told: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The account with the plain questions for the reason why it moved, the likelier first."""
    rest = without_amounts(ASKS.sub("，", named.masked))
    names = told or names_meant(rest, named)
    if not names and _WHOLE.search(rest) and not _names_more(rest):
        names = [next((side for side, said in _SIDES if said.search(rest)), "支出")]
    down, up, left = _DOWN.search(rest), _UP.search(rest), _LEFT.search(rest)
    for name in names[:2]:
        questions = []
        if left:
            questions.append(f"{head}{name}没有用完的原因")
        if down:
            questions.append(f"{head}{name}比上年减少的原因")
        if up and not (down and left):
            questions.append(f"{head}{name}比上年增加的原因")
        yield name, questions


def _names_more(rest: str) -> bool:
    """Whether more is named than what was spent or came in as a whole."""
    words = content_of(_WHOLE.sub(" ", rest.replace("\0", " ")), load_talk())
    return any(word.weight > _TELLS and word.sort == THING for word in words)


def _is_otherwise(text: str, named: Named) -> bool:
    """Whether something is set against another thing than the year before."""
    years = {int(year) for year in _YEAR.findall(text)}
    other = bool(named.years) and not years <= {max(named.years), max(named.years) - 1}
    return other or _OTHER_BASE.search(text) is not None


_YEAR = regex(r"20\d\d(?=年)")
_OTHER_BASE = regex(r"比(?:年初|全年)?预算|年初预算|[上下]半年|季度|\d月")
#: How a sentence begins that tells of all income or expenditure, and not of 会议费支出.
_OF_WHOLE = {
    side: regex(
        rf"(?:^|[，。；：:、\s（(一二三四五六七八九十\d年度])(?:本年|全年|部门|单位|财政拨款|决算|预算)*总?(?:收入?[、和]?支出?|{side})(?:总计|合计|决算|预算|总额|总数|总)*(?:数|额)?(?:(?:为|是|共计)?\s*\d|较|比|与|同比)"
        rf"|{side}(?:总计|合计|总额)|收[、入和]*支出?[^，。]{{0,4}}总?[计额数]?"
    )
    for side in ("支出", "收入")
}


def _gives(told: Answer, text: str, name: str) -> bool:
    """Whether a reason is given, of this account, and of the amount that was said."""
    if told.status is not Status.ANSWERED or told.figures or _NOTHING.search(told.answer):
        return False
    quoted = told.answer.partition("写道：")[2]
    key = fold(name).removesuffix("支出").removesuffix("经费")
    whole = _OF_WHOLE.get(name)
    own = whole.search(quoted) is not None if whole is not None else key in fold(told.answer)
    return own and WHY.search(quoted) is not None and tells_said(text, told.answer)
