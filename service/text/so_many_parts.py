"""What a thing consists of, where it is said how many parts it has: 「基本支出由哪两块组成」 (几个部分).

A list of twenty-eight accounts is no answer for two parts: the sentence is that names as many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Declined, Evidence, Operation, Plan
from service.text.definitions import define
from service.text.sentences import lines_of, to_quote

_ASKED = regex(
    r"哪(?P<n>[两二三四五六])(?:大)?(?:块|个?部分|类|项|样|种|个?方面)|(?:分|包括|包含|由)(?:成|为)?(?P<m>[两二三四五六])(?:大)?(?:块|个?部分|类)(?=[^，。？]{0,6}(?:什么|啥|哪))"
)
#: How much each of them is, is asked too.
_HOW_MUCH = regex(r"多少|几[个万亿元成]|百分|占")
#: Some of them are picked out, and no list of all is meant; a name ahead of the asking may be 高新区.
_PICKED = regex(r"最|前[两二三四五六]|哪[两二三四五六][^，。？]*[增减高低超涨升降]")
_PICKS = (Operation.RANK, Operation.TOP_SHARE)
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_LISTED = regex(
    r"(?:包括|包含|分为|划分为|由|即|含有?|发生的|安排的)[：:]?(?P<items>[^，。；;：:]{3,60}?)(?:[两二三四五六]\s*(?:大?类|个?部分|项|块|个?方面))?(?:组成|构成)?(?=[，。；;]|$)"
)
_AND = regex(r"[、和及与]|以及")


def so_many_parts(evidence: Evidence | Declined, plan: Plan, sources: Sources) -> Evidence | Declined:
    """The evidence; where so many parts are asked for and others were listed, the sentence that names as many."""
    said = _ASKED.search(plan.text)
    if said is None or plan.subject is None or _HOW_MUCH.search(plan.text):
        return evidence
    if plan.operation in _PICKS or _PICKED.search(plan.text):
        return evidence
    wanted = _NUMBERS[said["n"] or said["m"]]
    if isinstance(evidence, Evidence) and (evidence.quotes or _parts(evidence) == wanted):
        return evidence
    name = fold(plan.subject.name)
    meant = replace(plan, text=f"什么是{plan.subject.name}", parted="", operation=Operation.DEFINITION)
    for quote in define(meant, sources.index().chunks):
        if any(_names(sentence, wanted) for sentence in quote.sentences):
            return Evidence(quotes=(quote,))
    for line in lines_of(sources.index().chunks):
        for sentence in line:
            if name in fold(sentence.text) and _names(sentence.text[sentence.text.find(name[:2]) :], wanted):
                return Evidence(quotes=(to_quote([sentence]),))
    return evidence


def _parts(evidence: Evidence) -> int:
    """How many parts the figures told are, the whole before them aside."""
    return len(evidence.findings) - (len(evidence.findings) > 1)


def _names(text: str, wanted: int) -> bool:
    return any(len(items) == wanted for items in _lists(text))


def _lists(text: str) -> Iterator[list[str]]:
    for found in _LISTED.finditer(re.sub(r"\s+", "", text)):
        yield [item for item in _AND.split(found["items"]) if item]
