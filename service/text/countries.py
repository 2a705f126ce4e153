"""Which countries a journey goes to: 「出国都去哪些国家」 (出访国别).

The account tells only the money; the one sentence that names countries and a journey to them tells where.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Declined, Evidence, Plan, Reason
from service.targets import Point
from service.text.sentences import lines_of, to_quote
from service.text.sorts import HEADINGS, Sort
from service.what_is_there import titles_of

_ASKED = regex(
    r"(?:哪[些几两三]?个?|什么|啥)(?:国家|国(?![有家资产债]))|(?:出国|出访)[^，。？]{0,6}去(?:了)?(?:哪|什么地方)"
)
_GOES = regex(r"去|赴|出访|出国|访问|考察|跑|走")
_OTHER = regex(r"牌子|产的|来自|多少|几(?:个?人|万|次|批)")
_NAMES = (
    r"(?:美|英|法|德|俄|韩|泰)国|日本|新加坡|马来西亚|印度|越南|老挝|柬埔寨|缅甸|菲律宾|蒙古|哈萨克|乌兹别克|阿联酋|沙特|以色列|土耳其|俄罗斯"
    r"|意大利|西班牙|葡萄牙|荷兰|比利时|瑞士|瑞典|挪威|芬兰|丹麦|奥地利|匈牙利|捷克|波兰|希腊|塞尔维亚|埃及|南非|肯尼亚|坦桑尼亚|摩洛哥|埃塞俄比亚"
    r"|加拿大|墨西哥|巴西|阿根廷|智利|秘鲁|古巴|澳大利亚|新西兰"
)
_JOURNEY = regex(rf"(?:赴|出访|前往|访问|到)[^。；]{{0,40}}?(?:{_NAMES})")
#: A place abroad, in whatever is told of it.
_ABROAD = regex(
    rf"{_NAMES}|香港|澳门|台湾|港澳|(?:东南|[东南中西])亚|[东西北南中]欧|[北南拉]美|[欧非美亚]洲|东盟|大洋洲|中东(?!部)"
)
_TERMS = regex(HEADINGS[Sort.DEFINITION])


def countries(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | Declined | None:
    """The one sentence that tells it, or that none does where no place abroad is named at all; None where it is not
    asked, or several tell of journeys."""
    text = fold(plan.text)
    if not points or not (_ASKED.search(text) and _GOES.search(text)) or _OTHER.search(text):
        return None
    sentences = [
        sentence
        for line in lines_of(sources.index().chunks)
        if not _TERMS.search(fold("".join(line[0].chunk.path)))
        for sentence in line
    ]
    told = {fold(s.text): s for s in sentences if _JOURNEY.search(s.text)}
    if not told and not any(_ABROAD.search(s.text) for s in sentences):
        said = f"{titles_of(sources.documents)}没有写明去了哪些国家或地区，没有给出。"
        return Declined(Reason.NOT_DISCLOSED, said, final=True)
    return Evidence(quotes=(to_quote(list(told.values())),)) if len(told) == 1 else None
