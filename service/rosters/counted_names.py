"""The names of what a sentence counts, where they are asked for: 「有哪几个派驻检察室」「四个机构叫什么」 (所计之名).

How many there are is no answer to which they are: names stand before their number, behind it or in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import chinese_number, fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.read.terms import reads_in, sound
from service.rosters.roster_asked import read_wanted
from service.targets import Point
from service.text.asked import read_asked
from service.text.sentences import Sentence, lines_of, to_quote

_UNIT = "[个家所处支座条名件项类种台套辆艘架部]"
#: A unit that is printed in two ways: 台（套）.
_EITHER = "(?:[（(][台套辆件][)）])?"
_N = r"[一二两三四五六七八九十\d]{1,3}"
#: 「哪几个人民法庭」, 「四个事业机构叫啥名」, 「三个服务站分别是哪几个」.
_ASKED = (
    regex(
        rf"(?:有|是|设)?(?:了)?哪(?:几|些|(?P<n>{_N})){_UNIT}?(?P<noun>(?!{_UNIT}$)[\u4e00-\u9fff]{{1,10}}?)"
        rf"(?:(?:要|将要?|准备|计划|打算|会)(?:被|进行)?[修建改装换翻拆整][\u4e00-\u9fff]{{0,3}})?[？?]?$"
    ),
    regex(
        rf"(?P<n>{_N}){_UNIT}(?P<noun>[\u4e00-\u9fff]{{2,10}}?)(?:都|各|分别|的)?(?:叫(?:什么|啥|做什么)|是哪|都是谁|是什么|有哪|名字|名称|是(?:谁|啥))"
    ),
    # Where so many are is told by their names, where these are names of places.
    regex(
        rf"(?P<n>{_N})(?:[处座条块段片]|个(?![\u4e00-\u9fff]{{0,6}}(?:单位|机构|部门|[科处]室)))(?P<noun>[\u4e00-\u9fff]{{2,10}}?)(?:都|各|分别|具体)*(?:在|位于|坐落[在于]?|分布[在于]?)(?:哪|什么地方|啥地方|何处)"
    ),
    regex(
        r"(?P<noun>[\u4e00-\u9fff]{2,10}?)(?:都|各|分别|的)*(?:叫(?:什么|啥|做什么)(?:名|$)|名字(?:叫|是)|(?:有|是)哪(?:几|些|[两二三四五六七八九十\d]{1,2})[个家所处座条块]"
        r"|(?:的)?(?:名称|名字)(?:是(?:什么|啥))?[？?。]*$)"
    ),
)
_NAME = r"[^、，。；：（）()]{2,24}?(?:（[^（）]{1,20}）)?"
_QUOTED = r"(?:“[^“”]{1,24}”(?:、|和|及)?)*“[^“”]{1,24}”"
_LIST = rf"(?:{_QUOTED}|(?:{_NAME}(?:、|和|及|以及))+{_NAME})"
_BEFORE = regex(
    rf"(?P<list>{_LIST})(?:等)?(?:共|共计)?(?P<n>{_N}){_UNIT}(?P<noun>(?:(?!以及|及|和|与)[\u4e00-\u9fff]){{2,12}})"
)
_BEHIND = regex(
    rf"(?P<n>{_N}){_UNIT}(?P<noun>[\u4e00-\u9fff]{{2,12}}?)(?:（|，|：|:)?"
    rf"(?:分别(?:是|为)|即|包括|有|为|是)?[：:]?(?P<list>{_LIST})(?=[）。；，]|$)"
)
_BEHIND_NOUN = regex(
    rf"(?P<noun>[\u4e00-\u9fff]{{2,12}}?)(?:共|共计)?(?P<n>{_N}){_UNIT}{_EITHER}(?:[（(，,]|：|:)"
    rf"(?:分别(?:是|为)|即|包括|有|为|是)?[：:]?(?P<list>{_LIST})(?=[）。；，]|$)"
)
#: One thing alone, which is named behind a verb: 「专用设备1台，为指挥平台」.
_ALONE = regex(
    rf"(?P<noun>[\u4e00-\u9fff]{{2,12}}?)(?:共|共计)?(?P<n>[1一]){_UNIT}{_EITHER}(?:[（(，,]|：|:)?"
    rf"(?:为|是|即)(?P<list>{_NAME})(?=[）。；，,]|$)"
)
_SPLIT = regex(r"、|以及|及(?!时)|和(?=[^、]{2,24}$)|(?<=”)(?=“)")
_LEAST = 2
#: What is named by one character: 「哪两个村」.
_SHORT = frozenset("村镇乡街校院站所队馆园桥路河湖岛港")
#: What is asked of the names is held by their sentence, so little less by others that list as many.
_APART = 0.1
_LEAD = regex(
    r"^(?:\d+[.．])?.*(?:建成|新增|新建|创建|打造|另设有?|下设有?|内设有?|设有|设立|设(?!施|备|计)|包括|分别(?:为|是)|即|还有|下辖|管辖|辖|拥有|建有|有)"
)
#: The deed that is done to all of them stands before the first: 「完成甲、乙2处陵园修缮」.
_DEED = regex(
    r"^(?:主要)?(?:用于|完成|改造|修缮|维修|整治|实施|推进|对)(?=[\u4e00-\u9fff]{2})(?!工程|项目|资金)"
)


def counted_names(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The names that are asked for, as one sentence lists them with their number; None where none lists so many."""
    text = fold(plan.text)
    asked = next((m for form in _ASKED if (m := form.search(text))), None)
    if len(points) != 1 or asked is None or read_wanted(text) is not None:
        return None
    noun = re.split(f"[的那这]|以[上下]|(?:{_N}|几){_UNIT}", asked["noun"])[-1]
    if len(noun) < _LEAST and noun not in _SHORT:
        return None
    wanted = _number(asked.groupdict().get("n") or "")
    index = sources.index()
    about = read_asked(plan)
    weights = index.weights(about.pairs)
    found = [
        (
            about.coverage(fold("".join(sentence.chunk.path) + sentence.text), weights),
            counted,
            names,
            sentence,
        )
        for sentence, counted, number, names in index.once("counted names", lambda: _listed(index.chunks))
        if _is_same(noun, counted) and len(names) == number and wanted in (0, number)
    ]
    if not found:
        return None
    held, counted, names, sentence = max(found, key=lambda one: one[0])
    others = any(one[0] > held - _APART and one[2] != names for one in found)
    if others and noun in _SHORT:
        return None
    called = noun if counted.endswith(noun) else counted
    return _told(called, names, sentence, plan, sources)


def _listed(chunks: Sequence[Chunk]) -> list[tuple[Sentence, str, int, list[str]]]:
    """Every list of names in the sentences of these passages, as ``_lists`` gives it."""
    sentences = (sentence for line in lines_of(chunks) for sentence in line)
    return [(sentence, *listed) for sentence in sentences for listed in _lists(sentence)]


def _lists(sentence: Sentence) -> Iterator[tuple[str, int, list[str]]]:
    """What a sentence counts, how many it says, and the names that it lists of them."""
    for form in (_BEHIND_NOUN, _BEHIND, _BEFORE, _ALONE):
        for said in form.finditer(sentence.text):
            names = [name.strip() for name in _SPLIT.split(said["list"]) if name.strip()]
            names[0] = _DEED.sub("", _LEAD.sub("", names[0]))
            yield said["noun"], _number(said["n"]), names


def _is_same(asked: str, counted: str) -> bool:
    """Whether what is counted is what is asked for, by how both end."""
    said, told = ("".join(map(sound, word)) for word in (asked, counted))
    within = reads_in(counted, asked) or reads_in(asked, counted)
    return told.endswith(said) or said.endswith(told) or (len(asked) > 3 and within)


def _number(said: str) -> int:
    number = said.replace("两", "二")
    return int(number) if number.isdigit() else chinese_number(number) or 0 if number else 0


def _told(noun: str, names: Sequence[str], sentence: Sentence, plan: Plan, sources: Sources) -> Evidence:
    told = f"{sources.body.name}{plan.year}年度公开资料列出的{noun}共 {len(names)} 个：{'、'.join(names)}。"
    return Evidence(quotes=(to_quote([sentence]),), told=told)
