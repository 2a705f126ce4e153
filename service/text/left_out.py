"""What a budget leaves out: 「没把哪两家宾馆算进去」「农场的账算不算在里头」 (不含何物).

Told by the sentence that says so and names the thing, or several of its kind.
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

#: Whether, or what, or why something is not counted in.
_ASKED = regex(
    r"(?:没有?|不|未)(?:有)?(?:把|将)[^，。？]{2,24}(?:算|纳|列|包|放|加|并|汇总)(?:进|入|在内|到)"
    r"|(?:没|未|不)(?:算|含|包[括含]|纳入|列入)(?:进|在内)?[^，。？]{0,6}(?:哪|什么|啥|吗)|(?:哪|什么|啥)[^，。？]{1,12}(?:没|未|不)(?:算|包[括含]|纳入|列入|在)(?:进|里|内)?"
    r"|(?:没有?|不|未)(?:算|包[括含]|纳入|列入|含)(?:进去?|在内|里面?)?的[^，。？]{0,10}(?:叫|是|有)(?:什么|啥|哪)"
    r"|算不算|含不含|包不包[括含]|在不在[^，。？]{0,10}(?:里|内|范围)|有没有(?:算|包|纳|列)[^，。？]{0,3}(?:进|入|在)"
)
_OTHER = regex(r"多少|几(?:个?人|万|元)|百分|比例|占")
_LEFT = regex(r"(?:不含|不包[括含]|未包[括含]|未纳入|不纳入|未列入|不列入)(?P<names>[^，。；]{2,60})")
_APART = regex(r"[、和与及]|[（(][^（()）]*[)）]|以及")
#: What is left out of figures, and no unit: 不含土地出让收入, 不含车辆.
_RECORD = regex(r"预算|决算|汇总|编报|报表|数据|范围")
#: Why it is left out is told by what kind it is, behind its name, or in so many words.
_WHY, _REASON = regex(r"为什么|为啥|为何|[怎咋]么?不|凭什么"), regex(r"[（(]|因|由于|原因|属于?|实行")
_KIND = 2
_TERMS = regex(HEADINGS[Sort.DEFINITION])


def left_out(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The sentence that says that it is not counted in; None where that is not asked, or not told of it."""
    text = fold(plan.text)
    if not points or not _ASKED.search(text) or _OTHER.search(text):
        return None
    told = {fold(sentence.text): sentence for sentence in _told(text, sources.index())}
    if _WHY.search(text):
        told = {said: sentence for said, sentence in told.items() if _REASON.search(sentence.text)}
    return Evidence(quotes=(to_quote(list(told.values())[:1]),)) if len(told) == 1 else None


def _told(text: str, index: Index) -> Iterator[Sentence]:
    """Sentences that leave out something by a name, or of a kind, that the question has."""
    for line in lines_of(index.chunks):
        if _TERMS.search(fold("".join(line[0].chunk.path))):
            continue
        around = fold("".join(sentence.text for sentence in line))
        for sentence in line:
            found = _LEFT.search(sentence.text)
            names = [fold(name) for name in _APART.split(found["names"])] if found else []
            named = any(len(name) > _KIND and (name in text or _of_kind(name, text)) for name in names)
            if named and _RECORD.search(around):
                yield sentence


def _of_kind(name: str, text: str) -> bool:
    """Whether the kind of a thing, which its name ends on, is what the question calls it: 宾馆, 农场."""
    return name[-_KIND:] in text and not _GENERAL.search(name[-_KIND:])


_GENERAL = regex(r"单位|部门|支出|收入|经费|资金|人员|资产|[预决]算|项目|费$|款$")
