"""Which large things were bought, or are to be: 「新添了啥大设备」「打算买哪两套设备」 (添置何物).

「其中当年新增3台（套），分别为1.5T核磁共振、数字减影血管造影机和64排CT」: that some were bought says not which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.targets import Point
from service.text.lexical import Index
from service.text.sentences import Sentence, lines_of, to_quote
from service.text.sorts import HEADINGS, Sort

_ASKED = regex(
    r"(?:新?(?:添|增|买|购|置)|添置|购置|采购|更新|配备|买)(?:加|置|进|买|的)?(?:了|过|的)?(?:都)?(?:是|有)?(?:些)?(?:哪[些几两二三四五]?[个台套种样]?|什么|啥)(?:样的)?(?:大型?|贵重|新)*(?:医疗|专用|仪器)*(?:设备|仪器|机器|家伙|物件)"
    r"|(?:新?(?:添|增|买|购)(?:的|了)?)[^，。？]{0,6}(?:设备|仪器|机器)[^，。？]{0,4}(?:是|有|叫)(?:些)?(?:哪|什么|啥)"
)
_OTHER = regex(r"多少|几(?:万|元|钱)|花了?几|百分|占|为什么|为啥|原因")
_AHEAD = regex(r"打算|准备|计划|要买|要添|拟|今年|明年")
#: A deed, and the names behind it.
_TOLD = regex(
    r"(?P<deed>新增|新购|新添|购置|购入|购买|采购|添置|更新|配置|引进)(?:了)?[^，。；]{0,24}?(?:[，,]?(?:分别|主要|具体)?(?:为|是|包括|有|即|系)|[：:（(])(?P<names>[^。；]{2,120})"
)
_SEVERAL = regex(r"[、和及与]")
_PLANNED = regex(r"拟|计划|预计|将|安排(?:购|采)|预算安排")
#: What is bought is counted, or called so, right there; kinds of spending are no things.
_THING, _SPENDING = regex(r"\d\s*[台套件]|设备|仪器"), regex(r"费")
_TERMS = regex(HEADINGS[Sort.DEFINITION])
_AROUND = 24


def bought_named(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The one sentence that names what was bought; None where that is not asked, or none or several do."""
    text = fold(plan.text)
    if len(points) != 1 or not _ASKED.search(text) or _OTHER.search(text):
        return None
    ahead = _AHEAD.search(text) is not None
    told = {fold(s.text): s for s in _told(sources.index(), ahead)}
    return Evidence(quotes=(to_quote(list(told.values())),)) if len(told) == 1 else None


def _told(index: Index, ahead: bool) -> Iterator[Sentence]:
    for line in lines_of(index.chunks):
        if _TERMS.search(fold("".join(line[0].chunk.path[-2:]))):
            continue
        for sentence in line:
            found = _TOLD.search(sentence.text)
            if found is None or not _SEVERAL.search(found["names"]) or _SPENDING.search(found["names"]):
                continue
            if not _THING.search(sentence.text[max(found.start() - _AROUND, 0) : found.start("names")]):
                continue
            if (_PLANNED.search(sentence.text[: found.start()]) is not None) is ahead:
                yield sentence
