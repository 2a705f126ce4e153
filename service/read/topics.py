"""What a later question in a text leaves out is what the first one is about: it is said again (承前省略).

「三公经费多少，占支出多少，比上年多还是少」: each of the three is about the first's topic, whatever was worked out in
between; 「甲和乙一共多少，各占多少」 asks twice about both.
"""

from __future__ import annotations

import re

from ingest.patterns import regex

#: A first question that names its topic and asks how much it is.
_FIRST = regex(
    r"(?P<topic>.{3,}?[\u4e00-\u9fff）”])"
    r"(?P<ask>(?:(?:分别|各自?)[\u4e00-\u9fff]{0,3}?|各自?|一共|总共|合计|共计|统共|拢共|加起来|都|共|又|实际|是|有|为|要|得|花了?|用了?|列了?|安排了?|支出了|开支)*"
    r"(?:(?:多少|几)(?:个?钱|万元|元|[辆个人件家户台座篇次批项份条]次?)|多少|几何))"
)
#: Things side by side.
_SEVERAL = regex(r"(?<=[\u4e00-\u9fff）”])[、，和与及跟](?=[\u4e00-\u9fff“（])")
#: Who and when: names of bodies have 和 in them (规划和自然资源局).
_OF_WHOM = regex(r"^.*(?:\d年度?|[局委办厅院会部队站所]|中心)")
_ASIDE = regex(r"(?:那么?|又|它们?的?|这|其|两者|二者|三者|这[两三]项|大概|并且?|而且|还)+")
_ADDED = regex(r"(?:一共|总共|合计|共计|统共|拢共|加起来|合起来|加在一起|共(?=多少|几|有))")
_PICKED = regex(r"哪|最[多少大小高低]")
_APART = regex(r"各|分别")
#: How a question begins that says nothing of what it is about, and whether several things must be named for it.
_LEFT_OUT: tuple[tuple[re.Pattern[str], bool], ...] = (
    (
        regex(r"(?:同比|环比|比上一?年|较上一?年|[比较与跟和同](?:去年|前一?年|\d{2,4}年)).*(?:增|减|多|少|升|降|高|低|差|涨|变)"),
        False,
    ),
    (regex(r"(?:是)?(?:增加?|增长|多|上升|涨)了?还是(?:减少?|下降|少|跌|降)"), False),
    (regex(r"占(?!比)"), False),
    (regex(r"(?:完成|执行)(?:率|了?(?:年初|全年|调整)?预算)"), False),
    (regex(r"(?:各自?|分别)(?:占|是|有|为)?"), True),
    (_ADDED, True),
)  # fmt: skip
#: Another account that the topic is held against: 「比印刷费多多少」.
_AGAINST = regex(
    r"比(?!上一?年|去年|前一?年|较|例|重|\d)[\u4e00-\u9fff（）]{2,14}?[多少高低大][了出]?(?:多少|几)"
)


def carried(parts: list[str]) -> list[str]:
    """The parts, each whole by itself; none where a part is whole already, or the first names no topic."""
    first = _FIRST.fullmatch(parts[0])
    if first is None or len(parts) < 2 or any(map(_PICKED.search, parts[1:-1])):
        return []  # 「…，哪项最多，占几成」 goes on with the one that is picked
    topic = first["topic"]
    if stages := _two_stages(parts, topic):
        return stages
    several = _SEVERAL.search(_OF_WHOM.sub("", topic)) is not None
    if several and not _APART.search(parts[0]) and any(map(_ADDED.match, parts[1:])):
        return []  # 「甲和乙多少，一共多少」 asks for their sum
    made = [parts[0], *(_whole(part, topic, several) for part in parts[1:])]
    said = [part for part, was in zip(made, parts, strict=True) if part != was]
    return made if len(said) == len(parts) - 1 and _needed(parts, several) else []


def _whole(part: str, topic: str, several: bool) -> str:
    bare = _ASIDE.sub("", part, count=1) if _ASIDE.match(part) else part
    left_out = any(begin.match(bare) and (several or not many) for begin, many in _LEFT_OUT)
    return topic + bare if left_out or (_AGAINST.match(bare) and not several) else part


def _needed(parts: list[str], several: bool) -> bool:
    """Whether the last part could not follow the one before it: a second question after one thing can."""
    return several or len(parts) > 2 or _AGAINST.match(parts[1]) is not None


#: 「预算多少，决算多少，差多少」: two stages of one account, and what is between them.
_PLANNED = regex(r"(?P<of>.{3,}?)的?(?P<stage>(?:年初|全年|调整)?预算)(?:数|安排|金额)?")
_SPENT = regex(
    r"(?:实际|最后|最终|真正)?(?:决算|执行|支出|花)(?:数|了|出去?)?(?:是|有|为)?多少(?:钱|万元|元)?"
)
_GAP = regex(r"(?:那么?|两者|二者|它们|中间)*(?:相?差|差额|差距)(?:是|有|了)?(?:多少)?(?:钱|万元|元)?")


def _two_stages(parts: list[str], topic: str) -> list[str]:
    planned = _PLANNED.fullmatch(topic)
    if planned is None or len(parts) != 3 or not _SPENT.fullmatch(parts[1]) or not _GAP.fullmatch(parts[2]):
        return []
    of = planned["of"]
    return [parts[0], f"{of}决算多少", f"{of}决算比{planned['stage']}差多少"]
