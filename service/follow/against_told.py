"""The account that was told held against another: 「和会议费差多少」, 「比培训费高多少」 (与另一科目相比)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.patterns import regex
from service.follow.conversation import Talk, Turn
from service.model import PHRASE_KINDS, Operation

_IT = r"(?:(?:它|这|那|前者|这[个项笔](?:钱|数)?|那[个项笔](?:钱|数)?)(?:的)?)?"
_UNIT = r"(?:个?(?:钱|[亿万千百]*元|百分点)|[亿万千百]*(?:[\u4e00-\u9fff]|台次|人次|批次|平方米|公里|公顷)|[亿万])"
_MUCH = rf"(?:多少|几何|几|百分之几|几成|几倍)(?:{_UNIT})?"
_BOTH = r"(?:这?[两二](?:个|项|者|笔|样|种|类|边|块)(?:项目|科目|案件|案子)?(?:之间)?|[它他]?们?俩)?"
_AGAINST = regex(
    rf"^(?:那么?)?{_IT}(?P<with>跟|和|与|同|比|较|相较于?)[“\"「]?(?P<thing>[^，,。？“”\"「」]{{2,24}}?)[”\"」]?"
    rf"(?:相比|比起来|比较?)?呢?[，, ]*{_BOTH}(?P<tail>(?:相?差|差距|差额)(?:了|是|有)?{_MUCH}"
    rf"|(?:是)?(?P<side>[多少高低])(?:出|了)?{_MUCH}|(?:是)?(?:哪个|谁)(?:更)?[多少高低大小](?:[，,]?(?:[多少高低大小差]|相差)(?:出|了)?{_MUCH})?)"
    r"(?:呢|啊|呀)?[？?。！!]*$"
)


def against_told(text: str, talk: Talk, knows: Callable[[str, Sequence[str]], bool]) -> str:
    """The follow-up with both accounts; the text itself where it holds nothing against what was told.

    ``knows`` says whether the documents of bodies, by their keys, have an account of a name: a body or year is none.
    """
    said = _AGAINST.match(text) if talk else None
    if said is None or not (told := _told(talk[-1])):
        return text
    # 「药品支出多少」「比卫生材料多多少」: what both end with is said once.
    named = [said["thing"], *(said["thing"] + end for end in _ENDS if told.endswith(end))]
    named += [_SAID.sub(end, said["thing"]) for end in _ENDS if told.endswith(end)]
    thing = next((name for name in named if knows(name, talk[-1].bodies)), "")
    if not thing:
        return text
    return f"{told}{'比' if said['side'] else '和'}{thing}{said['tail']}"


#: How the end is said in daily words: 「跟执行案子比」 after 民商事案件.
_SAID = regex(r"(?:案子|官司|的?钱)$")
_ENDS = ("支出", "收入", "经费", "补助", "案件")


def _told(turn: Turn) -> str:
    """The one account or thing that was told, with its fund; empty where it was several or more was said of it."""
    plan = turn.plan
    counted = plan.count_unit is not None and (plan.subject is None or plan.subject.kind not in PHRASE_KINDS)
    plain = plan.subject is not None and not (plan.also or plan.breakdown or plan.stages or counted)
    if not plain or plan.subject is None or not turn.found or plan.operation is not Operation.LOOKUP:
        return ""
    return f"{plan.fund.value if plan.fund else ''}{plan.subject.name}"
