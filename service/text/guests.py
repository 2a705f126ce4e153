"""Whom money for guests was spent on, in the words of the sentence on it: 「接待的谁啊」 (接待对象).

Told by a sentence on guests that says who came or what for; how many there were, and why there were fewer, does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Operation, Plan
from service.targets import Point
from service.text.sentences import lines_of, to_quote
from service.text.sorts import HEADINGS, Sort

_WHO = (
    r"(?:谁|(?:哪|什么|啥)(?:些|样|几个|几家|里|儿|地方)?的?(?:人|客人|单位|部门|对象|来宾|团组|领导|同志)"
    r"|哪(?:里|儿)来的)"
)
_ASKED = regex(
    rf"(?:接待|招待|宴请|请)[^，。？]{{0,8}}{_WHO}|{_WHO}[^，。？]{{0,6}}(?:来访|来做客|吃饭|吃的|被接待)|(?:来访|来宾|客人)[^，。？]{{0,6}}{_WHO}"
)
#: Who is in charge, what it cost, how many came or why is asked.
_OTHER = regex(
    r"多少|几[个批次万人家]|负责|审批|签|管|最|原因|为什么|为啥|标准|归谁|谁定|谁批|谁出|第三方|施工|评价"
)
_GUESTS = regex(r"接待|来访|来宾")
#: Who came, or to what end.
_WHO_CAME = regex(
    # 「公务接待费0.33万元，…6批次，主要是接待某某专家组」: behind the word for guests, with no other account between.
    r"(?:接待|来访|来宾)(?:(?!培训费|会议费|出国|用车|运行|[公用人员]{2}经费)[^。])*?"
    r"(?:主要|全部|均|都)(?:(?:是|为|系|用于)(?:接待)?|接待)"
    r"(?!因|由于|原因|严格|落实|压[减缩]|减少|增加|接待费|支付)[^，。；]{0,40}"
    r"(?:检查|考察|调研|专家|督导|督查|评审|复评|验收|巡查|交流|指导|代表团|工作组|团队|人员|单位|客商|来访|学习|观摩|部门|稽察|考核|核查|活动)"
    r"|(?<!公务)(?:用于|共|来我[\u4e00-\u9fff])接待(?!费|支出|经费|标准|来访|国内|批次|\d|对象|人数|人次)[^，。；\d]{4,40}"
    r"|(?:检查|考察|调研|督导|评审|验收|巡查|交流|学习)[^，。；、]{0,10}接待\d"
)
_TERMS = regex(HEADINGS[Sort.DEFINITION])
_MEANS = regex(r"是指|[：:]指(?!导|标|挥)|反映|主要安排|按规定开支|按规定用于")
_MOST = 2


def guests(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The sentences that say it; None where that is not asked, or none does."""
    text = fold(plan.text)
    of_guests = "接待" in text or "招待" in text or (plan.subject is not None and "接待" in plan.subject.name)
    if not of_guests or len(points) != 1 or plan.count_unit is not None:
        return None
    if not _ASKED.search(text) or _OTHER.search(text):
        return None
    if plan.operation not in (Operation.LOOKUP, Operation.NARRATIVE, Operation.LIST, Operation.DEFINITION):
        return None
    told = {
        fold(sentence.text): sentence
        for line in lines_of(sources.index().chunks)
        if not any(_TERMS.search(part) for part in line[0].chunk.path[-1:])
        for sentence in line
        if _GUESTS.search(sentence.text)
        and _WHO_CAME.search(sentence.text)
        and not _MEANS.search(sentence.text)
    }
    return Evidence(quotes=tuple(to_quote([s]) for s in [*told.values()][:_MOST])) if told else None
