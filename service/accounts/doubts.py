"""What speaks against a name that was found: words around it that make another thing of it (存疑)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.other_object import other_object
from service.model import PHRASE_KINDS, Term
from service.read.denied import denied
from service.read.hearing import Heard
from service.read.terms import Match, free_runs
from service.read.wording import PARTICLES, Wording
from service.things.search import Hit
from service.things.told_things import not_told

#: What narrows a question down by a bound: 「预算过500万的几个」, 「没完成的有几项」.
_BOUNDED = regex(
    r"(?:超过?|过了?|大于|高于|不到|低于|小于|不足|恰好|正好|达到)\d+(?:\.\d+)?(?:%|[万亿千百]|元)|(?:没有?|未能?)(?:完成|达标|达到|实现|执行|通过|开展)"
)


def condition(wording: Wording, subject: Term | None) -> tuple[str, ...]:
    """A bound, a negation, a part of the year, or one of those it is for, which the name of the subject does not have.

    The figure of all is not that of some, nor of one alone, nor that of the year one of its half.
    """
    name = fold(subject.name) if subject is not None else ""
    one = _OF_ONE.search(wording.text)
    if one is not None and subject is not None and not _OF_ONE_SAID.search(name):
        return (one[0],)
    part = _PART_OF_YEAR.search(wording.text)
    if part is not None and subject is not None and part[0] not in name:
        return (part[0],)
    not_so = denied(wording.text, name) if subject is not None and subject.kind in _TOLD else ""
    if not_so:
        return (not_so,)
    said = _BOUNDED.search(wording.text)
    if (
        said is None
        or all(wording.taken[said.start() : said.end()])
        or said[0] in name
        or (said[0][0] in "没未" and re.search("[未没不]", name))
    ):
        return ()
    return (said[0],) if _OF_SOME.search(wording.text) else ()


#: Kinds that are told of in the documents' own words; what is left out of an account is subtracted elsewhere.
_TOLD = PHRASE_KINDS | {"政府采购", "资产", "人员"}
#: 「一户能拿多少」, 「每个孩子补多少」: what one of them gets is no whole year's money, nor an average of it.
_OF_ONE = regex(
    r"(?<!平均)(?:每|(?<!第)一)户(?!籍)(?!均)|(?:每|(?<!第)一)个?(?:名|位|人|家庭|孩子|学生|老人|职工|村民|居民)[^，。？]{0,8}?(?:能|可以?)?(?:拿|领|补贴?|享受)(?=到|多少|几)"
)
_OF_ONE_SAID = regex(r"[每均]|标准|单价|一户")
_PART_OF_YEAR = regex("[上下]半年|前[两二三]个?季度|[前头][一两二三几]个月|第?[一二三四1234]季度")
#: Some of several are asked for.
_OF_SOME = regex(r"几[个项家件类]|多少[个项家件]|哪些|哪几|有哪")


def against(wording: Wording, heard: Heard, hit: Hit, facts: Sequence[Fact]) -> tuple[str, ...]:
    """What speaks against a thing that was found in the documents' own words."""
    told = [f for f in facts if f.subject.name == hit.term.name]
    counted = bool(told) and all(f.yuan is None and "元" not in f.unit for f in told)
    return (
        condition(wording, hit.term)
        or _other_bound(wording, hit.term)
        or not_told(wording, heard, hit.term)
        or other_object(heard.content, hit.term, facts)
        or _other_kind(heard.content, hit.term)
        or _priced(wording, heard, counted)
    )


def _other_bound(wording: Wording, term: Term) -> tuple[str, ...]:
    """「单价50万以上的设备」: what is counted from 100万元 on is counted by another bound."""
    said, own = (_FROM.search(t) for t in (wording.text, fold(term.name)))
    if said is None or own is None:
        return ()
    below = [bool(_BELOW.search(m[0])) for m in (said, own)]
    return (said[0],) if below[0] != below[1] or not said["sum"].endswith(own["sum"]) else ()


_FROM = regex(r"(?:不足|不到|低于|少于|小于)?(?P<sum>\d+)[万亿]元?[（(]?(?:含?[）)]?以[上下内])?")
_BELOW = regex("不足|不到|低于|少于|小于|以下|以内")


#: Institutions of one work by their sorts: a centre is no station.
_SORT = regex(r"(?P<work>[\u4e00-\u9fff]{3,})(?P<sort>中心|站|所|院|室|点)")


def _other_kind(content: str, term: Term) -> tuple[str, ...]:
    """「社区卫生服务中心支出」: what was built for the 社区卫生服务站 is none of theirs."""
    own = _SORT.match(fold(term.name))
    said = own and re.search(rf"{own['work'][-3:]}(?P<sort>中心|站|所|院|室|点)", content)
    if own is None or not said or said["sort"] == own["sort"]:
        return ()
    return () if own["work"][-3:] + own["sort"] in content else (said[0],)


def _priced(wording: Wording, heard: Heard, counted: bool) -> tuple[str, ...]:
    """「车辆购置税多少」: money by its name, of which no number of things is an answer."""
    said = _OF_MONEY.search(wording.text) if counted and not heard.count_unit else None
    return (said[1],) if said else ()


_OF_MONEY = regex(
    r"([\u4e00-\u9fff]{0,4}(?:[费税款金]|工资|补[贴助]|奖励|保险|折旧|成本|采购|支出|收入))用?(?:是|有|花了|一?共|总共)*(?:多少|几|$)"
)


def whole_run(run: str, wording: Wording, heard: Heard) -> str:
    """A character not understood with those beside it that are filler only by themselves: 扫大街, 罚款."""
    trial = Wording(wording.text, [char == " " for char in heard.said])
    for word in heard.words:
        if len(word.text) > 1 or word.text in PARTICLES:
            trial.claim(Match(word.start, word.end, word.text, None))
    around = [r for _, r in free_runs(trial.text, trial.taken) if run in r and len(r) <= _NEAR]
    around = [r for r in around if not re.search("[几何哪啥]", r)]  # what asks is no thing
    return around[0] if around else run


#: A run that is longer than this is no one word.
_NEAR = 4
