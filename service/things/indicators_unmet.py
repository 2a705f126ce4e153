"""Which of the year's indicators were not met: 「未完成的2项为甲和乙」 (未完成指标)."""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.text.sentences import Sentence, lines_of, to_quote

_DONE = r"(?:完成|达标|达到|达成|实现|做到|做完)"
_NOT_MET = regex(rf"(?:未|没有?|不)(?:能|有)?(?:按期|如期|全部)?{_DONE}|完不成|落空|没搞定")
_ASKED = regex(
    r"哪(?:几|些|[一两二三四五六]?[项个条])|清单|名单|明细|是(?:什么|啥)|有(?:什么|啥)|都?叫(?:什么|啥)|列"
)
_ELSE = regex(r"为什么|为啥|原因|怎么|如何|钱|元|科目|(?:几|多少)(?![项个条])|项目(?!.{0,8}指标)")
#: How a text names them: behind what says that they were not met, or before it.
_TOLD = regex(
    rf"(?:未|没有?)(?:能)?(?:按期|如期)?{_DONE}(?:年初)?(?:目标值?|指标值?|预期)?的?(?:绩效)?(?:指标)?"
    r"(?:共|有|其余)?(?:[\d一二两三四五六七八九十]+[项个条])?(?:绩效)?(?:指标)?(?:分别)?(?:是|为|有|包括|：|:)(?![^。；]{0,6}(?:原因|主要|由于|因))"
    rf"|指标(?:均|都|各)?(?:未|没有?)(?:能)?{_DONE}"
)


def indicators_unmet(plan: Plan, sources: Sources) -> Evidence | None:
    """The sentences that name the indicators that were not met; None where these are not asked for, or not named."""
    text = fold(plan.text)
    if "指标" not in text or not _NOT_MET.search(text) or not _ASKED.search(text) or _ELSE.search(text):
        return None
    named: list[Sentence] = [
        sentence
        for line in lines_of(sources.index().chunks)
        for sentence in line
        if _TOLD.search(sentence.text)
    ]
    return Evidence(quotes=(to_quote(named[:3]),)) if named else None
