"""By which approval or circular a budget was drawn up: 「预算是依据哪个批复文号编的」 (编制依据).

The sentence told has the number of the paper; a project's own grounds are another matter.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.targets import Point
from service.text.sentences import Sentence, lines_of, to_quote

_PAPER = r"(?:批复|批文|文件|通知|文号)"
_ASKED = regex(
    rf"(?:依据|根据|按照?|凭|照)[^，。？]{{0,10}}(?:哪|什么|啥)[^，。？]{{0,6}}{_PAPER}|{_PAPER}的?文?号|(?:哪|什么|啥)[^，。？]{{0,4}}(?:批复|文号)"
)
_OF_BUDGET = regex(r"预算|决算|填列|编")
_OF_ELSE = regex(r"项目|工程|立项|补助|补贴|资助|采购")
#: The number of a paper, and that the budget was drawn up, filled in or approved by it.
_NUMBER = regex(r"[〔\[（(【„﹝][^〕\]）)】‟﹞]{0,6}\d{4}[^〕\]）)】‟﹞]{0,2}[〕\]）)】‟﹞]\s*第?\d+\s*号")
_DRAWN = regex(r"(?:根据|依据|按照)[^。]*(?:[预决]算|批复)[^。]*")
_MOST = 2


def decreed(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The sentences with the numbers of the papers that the budget rests on; None where that is not asked or told."""
    text = fold(plan.text)
    named = plan.subject is not None and plan.subject.kind != "总额"
    if (
        named
        or len(points) != 1
        or not _ASKED.search(text)
        or not _OF_BUDGET.search(text)
        or _OF_ELSE.search(text)
    ):
        return None
    told: dict[str, Sentence] = {}
    for sentence in (s for line in lines_of(sources.index().chunks) for s in line):
        number = _NUMBER.search(sentence.text)
        if number and _DRAWN.search(sentence.text) and not _OF_ELSE.search(sentence.text[: number.start()]):
            told.setdefault(fold(number[0]), sentence)
    approved = [s for s in told.values() if "批复" in s.text] if "批" in text else []
    found = (approved or list(told.values()))[:_MOST]
    return Evidence(quotes=tuple(to_quote([sentence]) for sentence in found)) if found else None
