"""What an income mainly is, in the words of its statement: 「其他收入31.28万元，主要是存款利息」 (收入主要是什么).

What its term means everywhere says nothing of this body; a clause behind what it rose or fell by is why it did.
"""

from __future__ import annotations

import re
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
    r"(?:主要|都|大头|大部分)(?:都)?(?:是|靠|有|包括)(?:些)?(?:什么|啥|哪)|(?:来自|来源|出自)(?:于|是)?(?:什么|啥|哪)"
    r"|(?:从|打|由)(?:哪|什么|啥)[^，。？]{0,4}来|(?:是)?(?:哪(?:里|儿|些)?|啥|什么)来的?|(?:哪(?:里|儿)?|怎么|咋)(?:得|挣|收|弄|搞)?来的"
)
#: A number is asked for, or how it moved.
_OTHER = regex(r"多少|几[个万亿元成项]|百分|占|最|比[上去前]|增|减|为什么|为啥|原因|怎么回事")
_MAINLY = (
    r"[^，。；]{{0,12}}{name}(?:预算|决算)?(?:数)?(?:收入)?(?:为|是|共计?|：|:)?\s*\d[^。；]*?[，,](?:其中[，:：]?)?"
    r"(?:主要|全部|均|都)(?:是|为|系|来自于?|来源于|包括|有)(?!用于|由于|因)"
)
_MOVED = regex(r"增加|减少|增长|下降|降低|上升|[比较](?:上年|上一年|去年|20\d\d年)")
_TERMS = regex(HEADINGS[Sort.DEFINITION])
_TAIL = regex(r"收入$")
_KINDS = ("收入来源",)


def mainly_from(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The statement of an income that says what it mainly is; None where that is not asked, or not told once."""
    text, subject = fold(plan.text), plan.subject
    if len(points) != 1 or subject is None or subject.kind not in _KINDS or plan.assumed:
        return None
    if not _ASKED.search(text) or _OTHER.search(text):
        return None
    told = {fold(s.text): s for s in _told(fold(subject.name), sources.index())}
    return Evidence(quotes=(to_quote(list(told.values())),)) if len(told) == 1 else None


def _told(name: str, index: Index) -> Iterator[Sentence]:
    pattern = re.compile(_MAINLY.format(name=re.escape(_TAIL.sub("", name)) + "(?:收入)?"))
    for line in lines_of(index.chunks):
        if _TERMS.search(fold("".join(line[0].chunk.path[-1:]))):
            continue
        for sentence in line:
            found = pattern.search(sentence.text)
            if found is not None and not _MOVED.search(found[0]):
                yield sentence
